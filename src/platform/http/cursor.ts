import { isId } from '../ids.ts';
import { invalid } from '../refusal.ts';

/** Where a page of a sorted list ends: the sorted value of its last item, and its id where values are equal. */
export interface Place {
  value: string;
  id: string;
}

export function cursorOf({ value, id }: Place): string {
  return Buffer.from(`${id}${value}`).toString('base64url');
}

/** Reads what `cursorOf` wrote; `form` says what a value looks like. Anything else is refused (422). */
export function placeFrom(cursor: string | undefined, form: RegExp): Place | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString();
  const place = { id: text.slice(0, 36), value: text.slice(36) };
  if (isId(place.id) && form.test(place.value)) return place;
  throw invalid({ path: 'cursor', message: 'Use a cursor as a list gave it, or none.' });
}

/** One more row than a page holds was read: the page, and the cursor of the next one if there is any. */
export function pageOf<T>(rows: readonly T[], limit: number, place: (last: T) => Place) {
  const items = rows.slice(0, limit);
  const next = rows.length > limit ? cursorOf(place(items.at(-1)!)) : null;
  return { items, next };
}
