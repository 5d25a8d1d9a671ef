import { type Place, placeFrom } from '#platform/http/cursor.ts';
import { id, listQuery, z } from '#platform/http/fields.ts';
import { sortName } from './sort-name.ts';
import type { Sort } from './store-page.ts';

/** How lists of records are asked for: newest first unless said otherwise. */
export const recordListQuery = listQuery.extend({
  cursor: z.string().max(4_000).optional(),
  sort: z.enum(['createdAt', '-createdAt', 'name', '-name']).default('-createdAt'),
  ownerId: id.optional(),
});

export type SortText = z.infer<typeof recordListQuery>['sort'];

export function sortFrom(text: SortText): Sort {
  return { column: text.endsWith('name') ? 'name_folded' : 'created_at', descending: text.startsWith('-') };
}

/** The end of a page in this order. */
export function placeOf(sort: Sort, record: { id: string; name: string; createdAt: string }): Place {
  return { id: record.id, value: sort.column === 'created_at' ? record.createdAt : sortName(record.name) };
}

export function placeIn(sort: Sort, cursor: string | undefined): Place | undefined {
  return placeFrom(cursor, sort.column === 'created_at' ? INSTANT : TEXT);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const TEXT = /^[^\u0000]*$/;
