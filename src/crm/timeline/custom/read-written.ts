import { fold } from '#platform/fold.ts';
import type { CustomField, CustomType } from './custom-field.ts';
import { readValue, type Read } from './read-value.ts';

/**
 * Reads what a person wrote for a field, in a cell of a file or in answer to a question: numbers and dates as people
 * write them, choices by their label, several with ; between, a box by yes, oui, tak, x or 1. What cannot be read so
 * goes to the field as it is, which refuses it.
 */
export function readWritten(field: CustomField, written: string): Read {
  const said = written.trim();
  if (said === '') return { value: null };
  return readValue(field, MEANT[field.type](said, field));
}

const MEANT: Record<CustomType, (said: string, field: CustomField) => unknown> = {
  text: (said) => said,
  link: (said) => said,
  number: numberFrom,
  date: dateFrom,
  checkbox: tickFrom,
  choice: (said, field) => keyOf(field, said),
  'multi-choice': (said, field) => {
    const whole = keyOf(field, said);
    const parts = said.split(';').filter((part) => part.trim() !== '');
    return isKey(field, whole) ? [whole] : parts.map((part) => keyOf(field, part));
  },
};

/** '1 234,5', '1,234.5', '1.234.567', '12'. One comma alone is for decimals, whatever stands behind it. */
function numberFrom(said: string): unknown {
  const typed = said.replaceAll(/[\s'’]/gu, '').replace('\u2212', '-');
  const signs = typed.replaceAll(/[^.,]/g, '');
  const last = signs.at(-1);
  const isGrouped = signs.length > 1 && /^-?\d{1,3}([.,]\d{3})+([.,]\d*)?$/.test(typed);
  const point = isGrouped && signs.indexOf(last!) < signs.length - 1 ? undefined : last;
  const plain = typed.replaceAll(/[.,]/g, (sign) => (sign === point ? '.' : ''));
  const isNumber = (isGrouped || signs.length <= 1) && /^-?\d{1,16}(\.\d*)?$/.test(plain);
  return isNumber ? Number(plain) : said;
}

/** '2026-12-01', '1.12.2026', '01/12/2026': the day first, unless it cannot be one. */
function dateFrom(said: string): unknown {
  const [, year, , month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(said) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return iso(year, month, day);
  const [, first, , second, last] = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/.exec(said) ?? [];
  if (first === undefined || second === undefined || last === undefined) return said;
  return Number(second) > 12 ? iso(last, first, second) : iso(last, second, first);
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const YES = ['yes', 'true', '1', 'x', '✓', 'oui', 'vrai', 'tak', 'prawda'];
const NO = ['no', 'false', '0', '-', 'non', 'faux', 'nie', 'falsz'];

function tickFrom(said: string): unknown {
  const word = fold(said);
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : said;
}

/** A label wins over the key of another choice. */
function keyOf({ choices }: CustomField, said: string): string {
  const word = fold(said);
  const found = choices.find(({ label }) => fold(label) === word) ?? choices.find(({ key }) => key === word);
  return found?.key ?? said.trim();
}

function isKey({ choices }: CustomField, key: string): boolean {
  return choices.some((choice) => choice.key === key);
}
