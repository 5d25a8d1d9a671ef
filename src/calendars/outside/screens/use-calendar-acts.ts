import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import {
  calendarsOf,
  calendarsQuery,
  type CalendarChange,
  type Calendars,
  type CalendarView,
} from './calendar-queries.ts';
import { useOutsideWords } from './words.ts';

/** Switches are seen at once and put back when the server refuses; reading is asked for and then watched. */
export function useCalendarActs(memberId: string) {
  const t = useOutsideWords();
  const toast = useToast();
  const queries = useQueryClient();
  const refresh = () => refreshCalendars(queries, memberId);
  const change = useMutation({
    scope: { id: `calendars ${memberId}` },
    onMutate: async ({ calendar, to }: { calendar: CalendarView; to: CalendarChange }) => {
      await queries.cancelQueries({ queryKey: calendarsQuery(memberId).queryKey });
      show(queries, memberId, calendar.id, to);
    },
    mutationFn: ({ calendar, to }) =>
      request<CalendarView>('PATCH', `${calendarsOf(memberId)}/${calendar.id}`, { body: to }),
    onError: (error, { calendar }) =>
      toast.failed(t('notSaved', { name: calendar.name, why: error.message })),
    onSettled: refresh,
  });
  const read = useMutation({
    mutationFn: (calendar: CalendarView) => request('POST', `${calendarsOf(memberId)}/${calendar.id}/sync`),
    onSuccess: (_, calendar) => showReading(queries, memberId, calendar.id),
    onError: (error, calendar) => toast.failed(t('notRead', { name: calendar.name, why: error.message })),
    onSettled: refresh,
  });
  return {
    change: (calendar: CalendarView, to: CalendarChange) => change.mutate({ calendar, to }),
    read: (calendar: CalendarView) => read.mutate(calendar),
  };
}

export type CalendarActs = ReturnType<typeof useCalendarActs>;

/** What follows from a change of calendars: busy time, who can be booked, what home says. */
export async function refreshCalendars(queries: QueryClient, memberId: string): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['calendar'] });
  void queries.invalidateQueries({ queryKey: ['home'] });
  await queries.invalidateQueries({ queryKey: calendarsQuery(memberId).queryKey });
}

/** Bookings are written into one calendar: choosing it takes that from the others. */
function show(queries: QueryClient, memberId: string, calendarId: string, to: CalendarChange): void {
  each(queries, memberId, (one) => {
    if (one.id === calendarId) return { ...one, ...to };
    return to.writeHere ? { ...one, writeHere: false } : one;
  });
}

function showReading(queries: QueryClient, memberId: string, calendarId: string): void {
  each(queries, memberId, (one) =>
    one.id === calendarId ? { ...one, health: { ...one.health, readsNow: true } } : one,
  );
}

function each(queries: QueryClient, memberId: string, change: (one: CalendarView) => CalendarView): void {
  queries.setQueryData<Calendars>(
    calendarsQuery(memberId).queryKey,
    (all) => all && { ...all, items: all.items.map(change) },
  );
}
