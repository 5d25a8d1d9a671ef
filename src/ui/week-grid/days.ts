import { type Lane } from './lay-out.ts';

/**
 * Which days need no room for words: everybody is closed all day and nothing stands there. Where few days are
 * shown, or none would keep its width, all keep it; so does `today`, whose column says where one stands.
 */
export function narrowDays(lanes: readonly Lane[], days: number, length: number, today = -1): boolean[] {
  const empty = Array.from({ length: days }, (_, column) =>
    lanes.filter((lane) => lane.column === column).every((lane) => isShut(lane, length)),
  );
  const some = days > 3 && !empty.every(Boolean);
  return empty.map((isEmpty, column) => some && isEmpty && column !== today);
}

function isShut({ closed, blocks, allDay, gaps }: Lane, length: number): boolean {
  if (blocks.length > 0 || allDay.length > 0) return false;
  const shut = closed.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
  const missing = gaps.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
  return shut + missing >= length;
}
