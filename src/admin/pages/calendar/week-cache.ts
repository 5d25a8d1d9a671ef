import type { QueryClient } from '@tanstack/react-query';
import type { EventFields } from '#calendars/screens/event-draft.ts';
import { type CalendarSpan, type ShownWeek, WEEKS } from './week-query.ts';

/** An event of somebody's built-in calendar. */
export interface KeptEvent {
  memberId: string;
  eventId: string;
}

/** The event stands so in every week that was read; before the server has answered, or after. */
export function showEvent(
  queries: QueryClient,
  event: KeptEvent,
  changes: Partial<EventFields>,
  version?: number,
) {
  changeSpans(queries, event.memberId, (spans) =>
    spans.map((span) => (span.eventId === event.eventId ? changed(span, changes, version) : span)),
  );
}

export function showNewEvent(queries: QueryClient, event: KeptEvent, fields: EventFields, version: number) {
  const { transparency: kind, ...rest } = fields;
  const span: CalendarSpan = { kind, ...rest, eventId: event.eventId, version, editable: true };
  changeSpans(queries, event.memberId, (spans) => [...spans, span]);
}

export function hideEvent(queries: QueryClient, { memberId, eventId }: KeptEvent) {
  changeSpans(queries, memberId, (spans) => spans.filter((span) => span.eventId !== eventId));
}

/** The version that was last heard of. */
export function versionOf(queries: QueryClient, { memberId, eventId }: KeptEvent): number | undefined {
  for (const [, week] of queries.getQueriesData<ShownWeek>({ queryKey: WEEKS })) {
    const member = week?.members.find((one) => one.memberId === memberId);
    const version = member?.spans.find((span) => span.eventId === eventId)?.version;
    if (version !== undefined) return version;
  }
  return undefined;
}

function changed(span: CalendarSpan, { transparency, ...rest }: Partial<EventFields>, version?: number) {
  return {
    ...span,
    ...rest,
    ...(transparency && { kind: transparency }),
    ...(version !== undefined && { version }),
  };
}

function changeSpans(
  queries: QueryClient,
  memberId: string,
  change: (spans: CalendarSpan[]) => CalendarSpan[],
) {
  queries.setQueriesData<ShownWeek>({ queryKey: WEEKS }, (week) => {
    if (!week) return week;
    const members = week.members.map((one) =>
      one.memberId === memberId ? { ...one, spans: change(one.spans) } : one,
    );
    return { ...week, members };
  });
}
