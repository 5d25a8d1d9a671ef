import { IMPORT_KINDS, type ImportKind } from '#crm/transfer/import.ts';

/** What the next file holds. */
export function importsSearch({ kind }: Record<string, unknown>): { kind?: ImportKind } {
  const known = IMPORT_KINDS.find((one) => one === kind);
  return known ? { kind: known } : {};
}
