import type { Ground } from './cursor.ts';
import { type Gesture, landing, type Point } from './gesture.ts';

/** Where the lanes are on the screen, read once when a drag begins. */
export interface Measure {
  body: HTMLElement;
  lanes: { column: number; person: number; left: number; width: number }[];
  landing: (ground: Ground, gesture: Gesture) => ReturnType<typeof landing>;
  scrollNear: (pane: HTMLElement | null, y: number) => boolean;
}

const BORDER_PX = 36;
const SPEED_PX = 9;

export function measureLanes(body: HTMLElement): Measure {
  const { left } = body.getBoundingClientRect();
  const lanes = [...body.querySelectorAll<HTMLElement>('[data-lane]')].map((lane) => {
    const box = lane.getBoundingClientRect();
    const [column = 0, person = 0] = (lane.dataset['lane'] ?? '').split(':').map(Number);
    return { column, person, left: box.left - left, width: box.width };
  });
  return { body, lanes, landing, scrollNear };
}

/** The lane under the pointer, else the nearest; the position along the axis. */
export function pointAt(ground: Ground, { body, lanes }: Measure, x: number, y: number): Point {
  const box = body.getBoundingClientRect();
  const within = x - box.left;
  const away = ({ left, width }: { left: number; width: number }) =>
    Math.max(left - within, within - left - width, 0);
  const lane = lanes.reduce((best, one) => (away(one) < away(best) ? one : best));
  const position = ((y - box.top) / box.height) * ground.axis.length;
  return {
    column: lane.column,
    person: lane.person,
    position: Math.min(Math.max(position, 0), ground.axis.length - 1),
  };
}

/** Near its upper or lower edge the pane runs along; true while it does. */
function scrollNear(pane: HTMLElement | null, y: number): boolean {
  if (!pane) return false;
  const box = pane.getBoundingClientRect();
  const head = pane.querySelector<HTMLElement>('.wg-head')?.offsetHeight ?? 0;
  const by = y < box.top + head + BORDER_PX ? -SPEED_PX : y > box.bottom - BORDER_PX ? SPEED_PX : 0;
  const before = pane.scrollTop;
  pane.scrollTop += by;
  return pane.scrollTop !== before;
}
