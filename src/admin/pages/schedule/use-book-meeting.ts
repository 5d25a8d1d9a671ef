import { useMutation, useQueryClient } from '@tanstack/react-query';
import { makeBooking, useBookingNews } from '#bookings/screens/booking-acts.ts';
import type { WholeBooking } from '#bookings/screens/booking-queries.ts';
import { bookThroughRotation } from './schedule-queries.ts';
import type { meetingFrom } from './schedule-draft.ts';

interface Wish {
  meeting: ReturnType<typeof meetingFrom>;
  hostId: string;
  rotationId: string | undefined;
  /** Given for somebody who is not whose turn it is. */
  reason: string | undefined;
}

/** Through the rotation, where it counts, or directly with a host, where it does not (R9). */
export function useBookMeeting(onDone: (made: WholeBooking) => void) {
  const news = useBookingNews();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ meeting, hostId, rotationId, reason }: Wish) =>
      rotationId
        ? bookThroughRotation(rotationId, {
            ...meeting,
            memberId: hostId,
            ...(reason && { overrideReason: reason }),
          })
        : makeBooking({ ...meeting, hostId }),
    onSuccess: (made) => {
      void news.changed(made);
      for (const noun of ['rotations', 'timeline', 'companies', 'deals', 'tickets'])
        void queries.invalidateQueries({ queryKey: [noun] });
      onDone(made);
    },
    // Somebody may have been switched off, or the time taken: what is shown is asked again.
    onError: () => {
      void queries.invalidateQueries({ queryKey: ['rotations'] });
      void queries.invalidateQueries({ queryKey: ['calendar'] });
    },
  });
}
