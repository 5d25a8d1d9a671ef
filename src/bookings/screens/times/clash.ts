import type { CalendarSpan, CalendarWeek } from '#bookings/week/week-fields.ts';
import type { OfferedTime } from './offered-time.ts';

/** What stands in the way of an offered time: a meeting always, an event or absence unless it is offered anyway (L3). */
export interface Clash {
  kind: 'meeting' | 'busy' | 'away';
  memberId: string;
  /** Whose it is. */
  name: string;
  start: string;
  end: string;
  allDay: boolean;
  /** What it is called, where the reader may know. */
  title: string | undefined;
}

/** Minutes that a link keeps free around its meetings. */
export interface Buffers {
  before: number;
  after: number;
}

export const NO_BUFFERS: Buffers = { before: 0, after: 0 };

/** What the hosts have then, as their calendars tell; ordinary hours never stand in the way of an explicit offer. */
export function clashesWith(
  week: Pick<CalendarWeek, 'members'> | undefined,
  { start, end }: OfferedTime,
  { before, after }: Buffers = NO_BUFFERS,
): Clash[] {
  const from = Date.parse(start) - before * 60_000;
  const to = Date.parse(end) + after * 60_000;
  return (week?.members ?? []).flatMap(({ memberId, name, spans }) =>
    spans.flatMap((span) => {
      const kind = kindOf(span);
      if (!kind || Date.parse(span.end) <= from || to <= Date.parse(span.start)) return [];
      const { allDay = false, title } = span;
      return [{ kind, memberId, name, start: span.start, end: span.end, allDay, title }];
    }),
  );
}

function kindOf({ kind, why }: CalendarSpan): Clash['kind'] | null {
  if (kind === 'booked' || kind === 'held') return 'meeting';
  if (kind === 'busy') return 'busy';
  return kind === 'closed' && (why === 'absence' || why === 'holiday') ? 'away' : null;
}
