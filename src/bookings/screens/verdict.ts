import type { CalendarSpan } from './host-time-query.ts';

/** What speaks against a meeting in one host's calendar: taken time blocks, closed time asks for open eyes (E13). */
export type Verdict = { kind: 'free' } | { kind: 'busy' | 'closed'; span: CalendarSpan };

interface Meeting {
  start: string;
  end: string;
  /** Its own time is not in its way. */
  bookingId?: string;
}

export function verdictOn(spans: readonly CalendarSpan[], { start, end, bookingId }: Meeting): Verdict {
  const met = spans.filter((span) => span.start < end && span.end > start && !isOwn(span, bookingId));
  const busy = met.find(({ kind }) => kind === 'busy' || kind === 'booked' || kind === 'held');
  if (busy) return { kind: 'busy', span: busy };
  const closed = met.find(({ kind }) => kind === 'closed');
  return closed ? { kind: 'closed', span: closed } : { kind: 'free' };
}

function isOwn(span: CalendarSpan, bookingId: string | undefined): boolean {
  return bookingId !== undefined && span.bookingId === bookingId;
}
