import { useMutation, useQueryClient } from '@tanstack/react-query';
import { moveBooking, useBookingNews } from '#bookings/screens/booking-acts.ts';
import type { openEyes } from '#bookings/screens/refusal-words.ts';
import { useBookingTimes } from '#bookings/screens/booking-times.ts';
import { useBookingWords } from '#bookings/screens/words.ts';
import { useToast } from '#ui/toast.tsx';
import type { Moving } from './use-grid-acts.ts';
import { type ShownWeek, WEEKS } from './week-query.ts';

/** Reschedules the booking to where it was put; the argument says what is no reason to refuse. */
export function useMoveBooking(moving: Moving, onDone: () => void) {
  const said = useBookingWords();
  const times = useBookingTimes();
  const toast = useToast();
  const news = useBookingNews();
  const queries = useQueryClient();
  const { bookingId, start, end, personId, fromId } = moving;
  return useMutation({
    mutationFn: (eyes: ReturnType<typeof openEyes>) =>
      moveBooking(bookingId, {
        start,
        ...(personId !== fromId && { hostId: personId }),
        ...eyes,
      }),
    onSuccess: (moved) => {
      // It stays where it was put until the days are read again.
      queries.setQueriesData<ShownWeek>(
        { queryKey: WEEKS },
        (week) => week && withMoved(week, bookingId, start, end),
      );
      onDone();
      toast.done(said('move.done', { when: times.dayAndRange(moved) }));
      void news.changed(moved);
    },
  });
}

function withMoved(week: ShownWeek, bookingId: string, start: string, end: string): ShownWeek {
  const members = week.members.map((member) => ({
    ...member,
    spans: member.spans.map((span) => (span.bookingId === bookingId ? { ...span, start, end } : span)),
  }));
  return { ...week, members };
}
