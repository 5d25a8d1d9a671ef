import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Note } from '#ui/note.tsx';
import { useToast } from '#ui/toast.tsx';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { moveBooking, useBookingNews } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { HostChoices } from './host-choices.tsx';
import { isOutsideHours, useRefusal } from './refusal-words.ts';
import { useWhoIsTold } from './who-is-told.ts';
import { useBookingWords } from './words.ts';

interface ChooseHostProps {
  booking: WholeBooking;
  open: boolean;
  onClose: () => void;
}

/** N2: its host has left; somebody else takes it over at the same time. */
export function ChooseHostDialog({ booking, open, onClose }: ChooseHostProps) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const [hostId, setHostId] = useState<string | null>(null);
  const take = useTake(booking, onClose);
  const isOutside = isOutsideHours(take.error);
  const choose = (memberId: string | null) => {
    setHostId(memberId);
    take.reset();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('chooseHost.title')}
      description={t('chooseHost.when', { when: times.dayAndRange(booking) })}
      keepsTyped
      footer={
        <Button
          kind="primary"
          size="m"
          disabled={!hostId}
          busy={take.isPending}
          onClick={() => hostId && take.mutate({ hostId, outsideHours: isOutside })}
        >
          {t(isOutside ? 'chooseHost.anyway' : 'chooseHost.act')}
        </Button>
      }
    >
      {booking.link && !booking.link.deleted && (
        <HostChoices booking={booking} linkId={booking.link.id} value={hostId} onChange={choose} />
      )}
      <Field label={t('chooseHost.somebody')} className="mt-4">
        <MemberPicker value={hostId} onChange={choose} without={booking.hostIds} />
      </Field>
      <WhatFollows booking={booking} error={take.error} />
    </Dialog>
  );
}

/** Who is told; and why it did not work, when it did not. */
function WhatFollows({ booking, error }: { booking: WholeBooking; error: Error | null }) {
  const t = useBookingWords();
  const refusal = useRefusal();
  const told = useWhoIsTold({ ...booking, hosts: booking.hosts.filter(({ active }) => active) });
  const isOutside = isOutsideHours(error);
  return (
    <>
      <p className="mt-4 wrap-anywhere text-muted">
        {told ? t('chooseHost.told', { people: told }) : t('chooseHost.toldHost')}
      </p>
      {error && (
        <Note alert tone={isOutside ? 'wait' : 'danger'} className="mt-3">
          {isOutside ? t('chooseHost.outside') : refusal(error)}
        </Note>
      )}
    </>
  );
}

/** The server moves a meeting to another host as it moves it to another time. */
function useTake(booking: WholeBooking, onDone: () => void) {
  const t = useBookingWords();
  const toast = useToast();
  const news = useBookingNews();
  return useMutation({
    mutationFn: (to: { hostId: string; outsideHours: boolean }) =>
      moveBooking(booking.id, { start: booking.start, ...to }),
    onSuccess: (taken) => {
      onDone();
      toast.done(t('chooseHost.done', { name: taken.hosts.map(({ name }) => name).join(', ') }));
      void news.changed(taken);
    },
  });
}
