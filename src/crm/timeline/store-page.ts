import { sql, type RawBuilder } from 'kysely';
import type { Place } from '#platform/http/cursor.ts';

export interface Sort {
  column: 'created_at' | 'name_folded';
  descending: boolean;
}

/** What lists of records are asked for, whatever their kind. */
export interface RecordFilter {
  q?: string;
  ownerId?: string;
  /** Only this member's records and those without an owner (P9). */
  limitedTo?: string;
  sort: Sort;
  after?: Place;
  limit: number;
}

/** True for rows that come after the last one of the page before. */
export function comesAfter(
  { column, descending }: Sort,
  idColumn: string,
  after: Place,
): RawBuilder<boolean> {
  const than = sql.raw(descending ? '<' : '>');
  return sql<boolean>`(${sql.ref(column)}, ${sql.ref(idColumn)}) ${than} (${after.value}, ${after.id})`;
}
