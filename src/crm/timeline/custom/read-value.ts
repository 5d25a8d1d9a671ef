import { date, text, type z } from '#platform/http/fields.ts';
import { webAddress } from '../web-address.ts';
import type { CustomField, CustomType, CustomValue } from './custom-field.ts';

/** What a field takes of something given: its value (null = empty), or why it takes none. */
export type Read = { value: CustomValue | null } | { message: string };

/** Reads what was given for a field, by its type. Text is trimmed, twins of choices are one; nothing is null. */
export function readValue(field: CustomField, given: unknown): Read {
  if (given === null || given === undefined) return { value: null };
  return READERS[field.type](given, field);
}

/** Whole and exact in JSON and both databases; nobody's figures are larger. */
const LARGEST = 9_000_000_000_000_000;

const READERS: Record<CustomType, (given: unknown, field: CustomField) => Read> = {
  text: (given) => textFrom(text(2_000), given),
  link: (given) => (given === '' ? { value: null } : textFrom(webAddress, given)),
  date: (given) => (given === '' ? { value: null } : textFrom(date, given)),
  number: (given) => {
    if (typeof given !== 'number' || !Number.isFinite(given)) return { message: 'Write a number.' };
    if (Math.abs(given) > LARGEST) return { message: 'This number is too large.' };
    return { value: given === 0 ? 0 : given };
  },
  checkbox: (given) =>
    typeof given === 'boolean' ? { value: given } : { message: 'Say true or false here.' },
  choice: (given, field) => (given === '' ? { value: null } : choicesFrom(field, [given], ([one]) => one!)),
  'multi-choice': (given, field) => {
    if (!Array.isArray(given)) return { message: 'Give a list of choices.' };
    return given.length === 0 ? { value: null } : choicesFrom(field, given, (keys) => keys);
  },
};

function textFrom(schema: z.ZodType<string>, given: unknown): Read {
  if (typeof given !== 'string') return { message: 'Write a text here.' };
  const read = schema.safeParse(given);
  if (!read.success) return { message: read.error.issues[0]!.message };
  return { value: read.data.trim() || null };
}

function choicesFrom(
  { choices }: CustomField,
  given: readonly unknown[],
  value: (keys: string[]) => CustomValue,
): Read {
  const keys = choices.map(({ key }) => key);
  const wanted = new Set(given);
  if (![...wanted].every((one) => keys.some((key) => key === one))) {
    return { message: 'Choose one of the choices of this field.' };
  }
  return { value: value(keys.filter((key) => wanted.has(key))) };
}
