import { useMutation } from '@tanstack/react-query';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { useToast } from '#ui/toast.tsx';
import { reopenBooking, useBookingNews } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { calledAfter } from './called.ts';
import { useRefusal } from './refusal-words.ts';
import { useWhoIsTold } from './who-is-told.ts';
import { useBookingWords } from './words.ts';

/** E10: brought back at its time with its hosts; refused with the reason when that is taken. */
export function ReopenDialog(props: { booking: WholeBooking; open: boolean; onClose: () => void }) {
  const { booking, open, onClose } = props;
  const t = useBookingWords();
  const times = useBookingTimes();
  const told = useWhoIsTold(booking);
  const refusal = useRefusal();
  const reopen = useReopen(booking, onClose);
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('reopen.title', { name: calledAfter(booking) })}
      action={t('reopen.act')}
      onConfirm={() => reopen.mutate()}
      busy={reopen.isPending}
      error={reopen.error && refusal(reopen.error)}
    >
      <p>{t('reopen.when', { when: times.dayAndRange(booking) })}</p>
      {told && <p className="mt-1">{t('reopen.told', { people: told })}</p>}
    </ConfirmDialog>
  );
}

function useReopen(booking: WholeBooking, onDone: () => void) {
  const t = useBookingWords();
  const toast = useToast();
  const news = useBookingNews();
  return useMutation({
    mutationFn: () => reopenBooking(booking.id),
    onSuccess: (reopened) => {
      onDone();
      toast.done(t('reopen.done'));
      void news.changed(reopened);
    },
  });
}
