import { SEVERAL } from '../import.ts';
import type { ImportView, MappingView } from './import-queries.ts';

/** What was said last, else what the columns most likely are. */
export function firstMapping({ columns, mapping }: ImportView): MappingView {
  if (mapping) return mapping;
  return {
    columns: Object.fromEntries(columns.map(({ name, guess }) => [name, guess])),
    duplicates: 'skip',
    ownerId: null,
    makeCompanies: false,
  };
}

/** The column becomes this field; another that was to become it becomes nothing, unless there may be several. */
export function withField(mapping: MappingView, column: string, field: string | null): MappingView {
  const others = Object.entries(mapping.columns).map(([name, own]): [string, string | null] => [
    name,
    own === field && field !== null && !SEVERAL.includes(field) ? null : own,
  ]);
  return { ...mapping, columns: { ...Object.fromEntries(others), [column]: field } };
}

/** Every record has a name. */
export function hasName({ columns }: MappingView): boolean {
  return Object.values(columns).some(
    (field) => field === 'name' || field === 'firstName' || field === 'lastName',
  );
}

export function isMapped({ columns }: MappingView, field: string): boolean {
  return Object.values(columns).includes(field);
}

/** A column that becomes something, and where it stands in the file. */
export interface Mapped {
  name: string;
  at: number;
  field: string;
}

export function mappedOf({ columns }: ImportView, mapping: MappingView): Mapped[] {
  return columns.flatMap(({ name }, at) => {
    const field = mapping.columns[name];
    return field ? [{ name, at, field }] : [];
  });
}
