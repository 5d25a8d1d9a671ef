import type { EventFields } from '#calendars/screens/event-draft.ts';
import { isoFromMinute } from '#engine/minutes.ts';
import type { GridEvents, GridPick } from '#ui/week-grid.tsx';
import type { PlacedSpan } from './calendar-spans.ts';
import { type Calendar, useCalendarWay } from './use-calendar.ts';
import type { EventActs, ShownEvent } from './use-event-acts.ts';

/** What a callout on the grid is about, and where it stands. */
export type About =
  | { kind: 'new'; pick: GridPick }
  | { kind: 'event'; pick: GridPick; event: ShownEvent }
  | { kind: 'offer'; pick: GridPick; placed: PlacedSpan }
  | { kind: 'outside'; pick: GridPick; placed: PlacedSpan }
  | { kind: 'why'; pick: GridPick };

/** A booking that was put elsewhere and waits for a yes. */
export interface Moving {
  spanId: string;
  bookingId: string;
  /** In whose lane it was, and is now. */
  fromId: string;
  personId: string;
  start: string;
  end: string;
}

interface Acting {
  calendar: Calendar;
  acts: EventActs;
  ask: (about: About | null) => void;
  move: (moving: Moving) => void;
}

/** What picking, opening, moving, resizing and deleting mean for events and for bookings. */
export function useGridActs({ calendar, acts, ask, move }: Acting): GridEvents {
  const way = useCalendarWay();
  const { byId } = calendar;
  const eventAt = (spanId: string) => shownEvent(byId.get(spanId));
  const change = (spanId: string, to: Pick<EventFields, 'start' | 'end'>) => {
    const event = eventAt(spanId);
    if (event) acts.change(event, { start: to.start, end: to.end });
  };
  return {
    onPick: (pick) => {
      const placed = pick.spanId === undefined ? undefined : byId.get(pick.spanId);
      ask(placed ? { kind: 'offer', pick, placed } : { kind: 'new', pick });
    },
    onOpen: (spanId) => {
      const placed = byId.get(spanId);
      if (!placed) return;
      const event = shownEvent(placed);
      const pick = pickOf(placed);
      if (placed.span.bookingId) way.open(placed.span.bookingId);
      else if (placed.span.calendarId) ask({ kind: 'outside', pick, placed });
      else ask(event ? { kind: 'event', pick, event } : { kind: 'why', pick });
    },
    onMove: (spanId, to) => {
      const { span, member } = byId.get(spanId) ?? {};
      if (!span?.bookingId || !member) return change(spanId, to);
      const { start, end, personId } = to;
      return move({ spanId, bookingId: span.bookingId, fromId: member.memberId, personId, start, end });
    },
    onResize: change,
    onDelete: (spanId) => {
      const event = eventAt(spanId);
      const bookingId = byId.get(spanId)?.span.bookingId;
      if (event) acts.remove(event);
      // Others are told when a meeting goes: that is asked in its own place.
      else if (bookingId) way.open(bookingId);
    },
    onAskWhy: ({ personId, start }) => ask({ kind: 'why', pick: { personId, start, end: after(start) } }),
  };
}

/** The event, if it is one that the reader may change. */
function shownEvent(placed: PlacedSpan | undefined): ShownEvent | null {
  if (!placed) return null;
  const { member, span } = placed;
  const { eventId, kind, start, end, allDay = false, title = '' } = span;
  if (!eventId || !span.editable) return null;
  const transparency = kind === 'free' ? 'free' : 'busy';
  return { memberId: member.memberId, eventId, fields: { title, start, end, allDay, transparency } };
}

function pickOf({ member, span }: PlacedSpan): GridPick {
  return { personId: member.memberId, start: span.start, end: span.end, allDay: span.allDay ?? false };
}

function after(start: string): string {
  return isoFromMinute(Date.parse(start) / 60_000 + 15);
}
