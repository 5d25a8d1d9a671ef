import { startOfDay, zoneNamed } from '#engine/zone.ts';
import { dayFromText, isoFromMinute } from '#engine/minutes.ts';
import { isId } from '#platform/ids.ts';
import { invalid, type Problem } from '#platform/refusal.ts';
import { conditionsOf, shapeOf, valuesOf, type Condition, type FieldKind, type Is } from '#ui/conditions.ts';
import type { ListColumn, ListColumns } from './list-columns.ts';

/** A condition that was checked: its values are what its column can be compared with. */
export interface Asked {
  column: ListColumn;
  is: Is;
  values: (string | number)[];
}

const MOST = 20;
const MOST_VALUES = 100;

/** Reads what an address says: JSON of conditions, all of which must hold. Anything else is refused (422). */
export function conditionsIn(columns: ListColumns, written: string | undefined, zone = 'UTC'): Asked[] {
  if (written === undefined || written === '') return [];
  const conditions = parse(written);
  if (conditions.length > MOST) throw refused(`Use at most ${MOST} conditions.`);
  return conditions.flatMap((condition) => askedFrom(columns, condition, zone));
}

function parse(written: string): Condition[] {
  try {
    const parsed: unknown = JSON.parse(written);
    if (Array.isArray(parsed) && parsed.every(isCondition)) return parsed;
  } catch {
    // Said below, as for what is JSON but no list of conditions.
  }
  throw refused('Write a list of conditions: [{"field": "stage", "is": "is", "value": "customer"}].');
}

function isCondition(one: unknown): one is Condition {
  if (typeof one !== 'object' || one === null) return false;
  const { field, is } = one as Partial<Condition>;
  return typeof field === 'string' && typeof is === 'string';
}

function askedFrom(columns: ListColumns, condition: Condition, zone: string): Asked[] {
  const { field, is } = condition;
  const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
  if (!column) throw refused(`This list cannot be filtered by "${field.slice(0, 60)}".`);
  if (!conditionsOf(column.kind).some((one) => one === is))
    throw refused(`"${field}" has no such condition.`);
  const shape = shapeOf(is);
  const values = shape === 'none' ? [] : valuesOf(condition);
  const wanted = { none: 0, one: 1, range: 2, many: Math.max(1, values.length) }[shape];
  if (values.length !== wanted || wanted > MOST_VALUES) throw refused(`The value of "${field}" is missing.`);
  const read = values.map((value) => valueOf(column, field, value));
  return column.instant
    ? datesOf(column, is as Is, read as string[], zone)
    : [{ column, is: is as Is, values: read }];
}

const CHECKS: Record<FieldKind, (value: unknown) => boolean> = {
  text: isText,
  words: isText,
  choice: isText,
  member: (value) => typeof value === 'string' && isId(value),
  number: isFigure,
  money: (value) => Number.isSafeInteger(value),
  date: (value) => typeof value === 'string' && dayFromText(value) !== null,
  'yes-no': (value) => typeof value === 'boolean',
};

/** Columns of figures keep half as much as JSON does: one too large or too small for them is compared with nothing. */
function isFigure(value: unknown): boolean {
  if (typeof value !== 'number') return false;
  return value === 0 || (Number.isFinite(Math.fround(value)) && Math.fround(value) !== 0);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= 400 && !value.includes('\u0000');
}

function valueOf(column: ListColumn, field: string, value: unknown): string | number {
  if (!CHECKS[column.kind](value)) throw refused(`"${field}" cannot be compared with this value.`);
  return typeof value === 'boolean' ? Number(value) : (value as string | number);
}

/** A date of an instant's column is the whole day in the asker's zone: from its midnight up to the next. */
function datesOf(column: ListColumn, is: Is, days: string[], zone: string): Asked[] {
  const [first = '', last = first] = days;
  const least: Asked = { column, is: 'at-least', values: [midnight(first, 0, zone)] };
  const most: Asked = { column, is: 'before', values: [midnight(last, 1, zone)] };
  if (is === 'before') return [{ column, is, values: [midnight(first, 0, zone)] }];
  if (is === 'after') return [{ column, is: 'at-least', values: [midnight(first, 1, zone)] }];
  return is === 'is' || is === 'between' ? [least, most] : [{ column, is, values: [] }];
}

function midnight(date: string, daysLater: number, zone: string): string {
  if (date === '') return '';
  return isoFromMinute(startOfDay(zoneNamed(zone)!, dayFromText(date)! + daysLater));
}

function refused(message: string): Problem {
  return invalid({ path: 'filter', message });
}
