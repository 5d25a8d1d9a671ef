import type { RecordKind } from '../record-kinds.ts';

export const CUSTOM_TYPES = ['text', 'number', 'date', 'choice', 'multi-choice', 'checkbox', 'link'] as const;
export type CustomType = (typeof CUSTOM_TYPES)[number];

export interface CustomChoice {
  /** What records hold; it stays when the label changes. */
  key: string;
  label: string;
}

/** A field that a workspace gave its records of one kind. */
export interface CustomField {
  id: string;
  kind: RecordKind;
  /** What the API calls it; made from its first label, never changed, never given to another of this kind. */
  key: string;
  label: string;
  type: CustomType;
  /** Of choice and multi-choice. */
  choices: CustomChoice[];
  position: number;
  version: number;
}

/** A date is 'YYYY-MM-DD', a choice its key, several choices their keys in the order of the field. */
export type CustomValue = string | number | boolean | string[];

/**
 * Values by the key of their field. A record holds those of live fields, and none for what is empty; of a change, what
 * is not named stays and null empties.
 */
export type CustomValues = Readonly<Record<string, CustomValue | null>>;

/** Without what is empty. */
export function filled(values: CustomValues): CustomValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** The keys of fields whose value is another. */
export function customChanged(before: CustomValues, after: CustomValues): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  );
}
