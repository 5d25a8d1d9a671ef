import type { Choice } from './choices.ts';

/** What a list is narrowed by: 'field – condition – value', all of them together. */
export type FieldKind = 'text' | 'words' | 'number' | 'money' | 'date' | 'choice' | 'member' | 'yes-no';

export interface FilterField {
  id: string;
  label: string;
  kind: FieldKind;
  /** Of a choice or member: what can be chosen; of words: what may be chosen. */
  choices?: readonly Choice[];
  /** Of money: 'EUR'. */
  currency?: string;
  /** Of a number: '%', 'people'. */
  unit?: string;
}

export type Is =
  | 'is'
  | 'is-not'
  | 'contains'
  | 'begins'
  | 'empty'
  | 'known'
  | 'before'
  | 'after'
  | 'between'
  | 'at-least'
  | 'at-most'
  | 'any-of';

/**
 * `value` by condition: null for empty and known, [from, to] for between, string[] for any-of; else a text, a number,
 * money in minor units, a date 'YYYY-MM-DD', the value of a choice, a member's id, or a boolean. Null: not said yet.
 */
export interface Condition {
  field: string;
  is: string;
  value: unknown;
}

/** What stands for the value. */
export type Shape = 'none' | 'one' | 'range' | 'many';

const AMOUNTS: readonly Is[] = ['is', 'at-least', 'at-most', 'between', 'known', 'empty'];
const CHOICES: readonly Is[] = ['is', 'is-not', 'any-of', 'known', 'empty'];

/** The first is what a new row begins with. */
const CONDITIONS: Record<FieldKind, readonly Is[]> = {
  text: ['contains', 'is', 'is-not', 'begins', 'known', 'empty'],
  words: ['contains', 'is', 'is-not', 'any-of', 'begins', 'known', 'empty'],
  number: AMOUNTS,
  money: AMOUNTS,
  date: ['is', 'before', 'after', 'between', 'known', 'empty'],
  choice: CHOICES,
  member: CHOICES,
  'yes-no': ['is'],
};

export function conditionsOf(kind: FieldKind): readonly Is[] {
  return CONDITIONS[kind];
}

/** What can be offered: of words without anything to choose from there are never several. */
export function offeredOf({ kind, choices = [] }: FilterField): readonly Is[] {
  const all = CONDITIONS[kind];
  return kind === 'words' && choices.length === 0 ? all.filter((is) => is !== 'any-of') : all;
}

export function shapeOf(is: string): Shape {
  if (is === 'empty' || is === 'known') return 'none';
  if (is === 'between') return 'range';
  return is === 'any-of' ? 'many' : 'one';
}

export function newCondition({ id, kind }: FilterField): Condition {
  return { field: id, is: CONDITIONS[kind][0]!, value: kind === 'yes-no' ? true : null };
}

/** Another condition on the same field; of the value stays what the new condition can take. */
export function withIs(condition: Condition, is: string): Condition {
  const values = valuesOf(condition);
  const next: Record<Shape, unknown> = {
    none: null,
    one: values.find((value) => value !== null) ?? null,
    range: [values[0] ?? null, values[1] ?? null],
    many: values.filter((value) => value !== null),
  };
  return { ...condition, is, value: next[shapeOf(is)] };
}

/** Nothing is missing, and the condition fits its field. */
export function isComplete(condition: Condition, field: FilterField | undefined): boolean {
  if (!field || !CONDITIONS[field.kind].some((is) => is === condition.is)) return false;
  const shape = shapeOf(condition.is);
  if (shape === 'none') return true;
  const values = valuesOf(condition);
  const said = values.filter((value) => value !== null && value !== undefined && value !== '');
  return said.length > 0 && (shape !== 'range' || said.length === 2);
}

/** Those a list can be asked by; rows that are still being written wait. */
export function completeOnes(conditions: readonly Condition[], fields: readonly FilterField[]): Condition[] {
  return conditions.filter((one) => isComplete(one, fieldOf(fields, one)));
}

export function fieldOf(fields: readonly FilterField[], condition: Condition): FilterField | undefined {
  return fields.find(({ id }) => id === condition.field);
}

/** The value as a list, whatever the condition. */
export function valuesOf({ value }: Condition): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  return value === null || value === undefined ? [] : [value];
}

export function choicesOf(field: FilterField, condition: Condition): Choice[] {
  const all = field.choices ?? [];
  return valuesOf(condition).map(
    (value) => all.find((choice) => choice.value === value) ?? { value: String(value), label: String(value) },
  );
}
