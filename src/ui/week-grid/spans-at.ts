import type { GridSpan } from './grid-props.ts';
import { BAND, type Ground, laneAt, type Place } from './cursor.ts';
import type { Block, Lane } from './lay-out.ts';
import { stepAt } from './steps.ts';

/** What stands at the place, uppermost first; `chosen` before all if it is one of them. */
export function spansAt(ground: Ground, place: Place, chosen: string | null): GridSpan[] {
  const lane = laneAt(ground, place);
  const here = place.step === BAND ? lane.allDay : blocksIn(lane, ground, place).map(({ span }) => span);
  return here.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
}

/** Whether closed time covers the whole step. */
export function isClosedAt(ground: Ground, place: Place): boolean {
  if (place.step === BAND) return false;
  const { top, length } = ground.steps[place.step]!;
  return laneAt(ground, place).closed.some((shut) => shut.top <= top && shut.bottom >= top + length);
}

/** What the closed stretch at the place has to say: 'Absent until Monday'. */
export function noteAt(ground: Ground, place: Place): string | null {
  if (place.step === BAND) return null;
  const { closed, notes } = laneAt(ground, place);
  const { top, length } = ground.steps[place.step]!;
  const shut = closed.find((shut) => shut.top < top + length && shut.bottom > top);
  const note = shut && notes.findLast((note) => note.top < top + length && note.top >= shut.top);
  return note?.label ?? null;
}

/** The person's next or last span from the place, over all days shown; null at the end. */
export function spanBeside(
  ground: Ground,
  place: Place,
  chosen: string | null,
  by: 1 | -1,
): { place: Place; id: string } | null {
  const all = ground.lanes
    .filter(({ person }) => person === place.person)
    .flatMap((lane) => [...lane.blocks].sort((a, b) => a.top - b.top).map((block) => ({ lane, block })));
  const here = all.findIndex(({ lane, block }) => lane.column === place.column && block.span.id === chosen);
  const at = positionNow(ground, place);
  const isAfter = ({ lane, block }: { lane: Lane; block: Block }) =>
    lane.column > place.column || (lane.column === place.column && block.top >= at);
  const first = all.findIndex(isAfter);
  const border = first === -1 ? all.length : first;
  const index = here === -1 ? (by === 1 ? border : border - 1) : here + by;
  const next = all[index];
  if (!next) return null;
  const step = stepAt(ground.steps, next.block.top);
  return { place: { column: next.lane.column, person: place.person, step }, id: next.block.span.id };
}

function positionNow({ steps }: Ground, { step }: Place): number {
  return step === BAND ? 0 : steps[step]!.top;
}

function blocksIn(lane: Lane, { steps }: Ground, { step }: Place): Block[] {
  const { top, length } = steps[step]!;
  const here = lane.blocks.filter(
    (block) => block.top < top + length && Math.max(block.bottom, block.top + 1) > top,
  );
  return here.toSorted((a, b) => Number(b.span.kind === 'picked') - Number(a.span.kind === 'picked'));
}
