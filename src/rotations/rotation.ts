import { isStale, type CalendarsRead } from '#calendars/outside/staleness.ts';
import type { Clock } from '#platform/clock.ts';
import type { NamedEntry, QueueItem, WhyCannotHost } from './rotation-fields.ts';

/** The fair queue from which colleagues book (R1–R10). */
export interface Rotation {
  workspaceId: string;
  id: string;
  name: string;
  newcomers: 'reset' | 'level';
  /** Cancelled meetings go on counting. */
  countCancelled: boolean;
  countNoShows: boolean;
  /** By member id; whoever is missing weighs 1. */
  weights: Record<string, number>;
  /** ISO instant: meetings made before it do not count (R7). */
  countingFrom: string;
  /** Whose coming began the counting anew; null when it never did. */
  countingBecause: string | null;
  version: number;
  createdAt: string;
}

/** A member or a team that was put in, and whom that brings: in a team, in the order they joined it. */
export interface RotationEntry extends NamedEntry {
  memberIds: string[];
}

/** One person who is in, once however often, with what is known of them today. */
export interface RotationHost {
  memberId: string;
  name: string;
  position: number;
  /** ISO instant: of somebody who was removed and returned, what they had before does not count (R7). */
  joinedAt: string;
  /** What their count begins at (R7, `newcomers: level`). */
  credit: number;
  available: boolean;
  switchedOff: { by: string; byName: string; at: string } | null;
  active: boolean;
  seat: boolean;
  hasHours: boolean;
  /** When their outside calendars were last read (A9). */
  calendars: CalendarsRead;
}

/** Everyone whom entries bring, each once, in the order of the list (R2). */
export function peopleOf(entries: readonly RotationEntry[]): string[] {
  return [...new Set(entries.flatMap((entry) => entry.memberIds))];
}

/** Since when the meetings of one host count (R7). Instants of one form compare as text. */
export function countsFrom(
  { countingFrom }: Pick<Rotation, 'countingFrom'>,
  { joinedAt }: Pick<RotationHost, 'joinedAt'>,
): string {
  return joinedAt > countingFrom ? joinedAt : countingFrom;
}

export function weightOf({ weights }: Pick<Rotation, 'weights'>, memberId: string): number {
  return weights[memberId] ?? 1;
}

/** R2, R8, A9: what keeps somebody from being proposed; undefined when nothing does. */
export function whyCannotHost(host: RotationHost, clock: Clock): WhyCannotHost | undefined {
  if (!host.active) return 'inactive';
  if (!host.seat) return 'no-seat';
  if (!host.hasHours) return 'no-hours';
  if (!host.available) return 'switched-off';
  return isStale(host.calendars, clock) ? 'calendar-stale' : undefined;
}

/** What the queue says of a host, but for what bookings tell. */
export type Standing = Omit<QueueItem, 'booked' | 'share' | 'lastScheduledAt'>;

export function standingOf(
  rotation: Pick<Rotation, 'weights'>,
  host: RotationHost,
  entries: readonly RotationEntry[],
  clock: Clock,
): Standing {
  const reason = whyCannotHost(host, clock);
  return {
    memberId: host.memberId,
    name: host.name,
    via: entries
      .filter((entry) => entry.memberIds.includes(host.memberId))
      .map(({ kind, id, name }) => ({ kind, id, name })),
    available: host.available,
    switchedOff: host.switchedOff,
    canHost: reason === undefined ? { ok: true } : { ok: false, reason },
    weight: weightOf(rotation, host.memberId),
  };
}
