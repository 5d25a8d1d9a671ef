import { queueOf } from '#engine/choose-host.ts';
import type { QueueItem } from '../rotation-fields.ts';

/** Where somebody would stand in line, and beside whom. `place` counts from one. */
export interface Standing {
  place: number;
  of: number;
  /** Who comes right after them, and right before. */
  ahead: QueueItem | null;
  behind: QueueItem | null;
}

/** R4, R8: where this member would stand once switched on. The queue is in proposal order. */
export function standingIfOn(queue: readonly QueueItem[], memberId: string): Standing {
  const joining = queue.filter((one) => one.canHost.ok || one.memberId === memberId);
  const line = queueOf('fewest-booked', joining.map(asCandidate)).map(({ item }) => item);
  const at = line.findIndex((one) => one.memberId === memberId);
  return { place: at + 1, of: line.length, ahead: line[at + 1] ?? null, behind: line[at - 1] ?? null };
}

/** Who is next once this member is switched off; null when nobody is left. */
export function nextIfOff(queue: readonly QueueItem[], memberId: string): QueueItem | null {
  return queue.find((one) => one.canHost.ok && one.memberId !== memberId) ?? null;
}

/** What an even share of the meetings counted would be for somebody of this weight; the mark on the bars. */
export function evenShare(queue: readonly QueueItem[], weight: number): number {
  const able = queue.filter(({ canHost }) => canHost.ok);
  const sharing = able.length > 0 ? able : queue;
  const weights = sharing.reduce((sum, one) => sum + one.weight, 0);
  const meetings = sharing.reduce((sum, one) => sum + one.booked, 0);
  return weights === 0 ? 0 : (meetings * weight) / weights;
}

/** The lowest count of all: where a newcomer begins under `level` (R7). */
export function lowestCount(queue: readonly QueueItem[]): number {
  return Math.min(...queue.map(({ booked }) => booked));
}

/** Who would leave with a member or team, and who stays because something else keeps them here (R2). */
export function whoLeaves(queue: readonly QueueItem[], entry: { kind: string; id: string }) {
  const isEntry = (one: { kind: string; id: string }) => one.kind === entry.kind && one.id === entry.id;
  const within = queue.filter(({ via }) => via.some(isEntry));
  return {
    leaving: within.filter(({ via }) => via.every(isEntry)),
    staying: within.filter(({ via }) => !via.every(isEntry)),
  };
}

function asCandidate(item: QueueItem) {
  const { booked, weight, lastScheduledAt } = item;
  return {
    item,
    count: booked,
    weight,
    lastScheduledAt: lastScheduledAt === null ? null : Date.parse(lastScheduledAt),
  };
}
