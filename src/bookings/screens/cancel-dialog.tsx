import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { useToast } from '#ui/toast.tsx';
import { cancelBooking, useBookingNews } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { calledAfter } from './called.ts';
import { useRefusal } from './refusal-words.ts';
import { useWhoIsTold } from './who-is-told.ts';
import { useBookingWords } from './words.ts';

interface AskedOf {
  booking: WholeBooking;
  open: boolean;
  onClose: () => void;
}

/** E9: others are told, so it is asked first. What was typed stays when it does not work. */
export function CancelDialog({ booking, open, onClose }: AskedOf) {
  const t = useBookingWords();
  const [reason, setReason] = useState('');
  const told = useWhoIsTold(booking);
  const refusal = useRefusal();
  const cancel = useCancel(booking, onClose);
  const isHeld = booking.status === 'unverified';
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      kind="danger"
      title={t(isHeld ? 'cancel.release' : 'cancel.title', { name: calledAfter(booking) })}
      action={t(isHeld ? 'cancel.releaseAct' : 'cancel.act')}
      keep={t('cancel.keep')}
      onConfirm={() => cancel.mutate(reason.trim())}
      busy={cancel.isPending}
      error={cancel.error && refusal(cancel.error)}
    >
      <p>{told ? t('cancel.told', { people: told }) : t('cancel.notTold')}</p>
      {told && (
        <Field label={t('cancel.reason')} hint={t('cancel.reasonHint')} className="mt-3 text-ink">
          <Textarea value={reason} onChange={setReason} maxLength={1000} rows={2} />
        </Field>
      )}
    </ConfirmDialog>
  );
}

function useCancel(booking: WholeBooking, onDone: () => void) {
  const t = useBookingWords();
  const toast = useToast();
  const news = useBookingNews();
  return useMutation({
    mutationFn: (reason: string) => cancelBooking(booking.id, reason),
    onSuccess: (cancelled) => {
      onDone();
      toast.done(t(booking.status === 'unverified' ? 'cancel.released' : 'cancel.done'));
      void news.changed(cancelled);
    },
  });
}
