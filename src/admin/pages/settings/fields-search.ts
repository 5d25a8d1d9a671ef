const KINDS = ['company', 'contact', 'lead', 'deal', 'ticket'] as const;

export interface FieldsSearch {
  /** Whose fields are shown; without it those of companies. */
  kind?: (typeof KINDS)[number];
}

export function fieldsSearch({ kind }: Record<string, unknown>): FieldsSearch {
  const known = KINDS.find((one) => one === kind);
  return known ? { kind: known } : {};
}
