import { useId, useRef, type FormEvent, type KeyboardEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useLanguage } from '#ui/words.tsx';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { calledAfter, hostNames } from './called.ts';
import { Month } from '#ui/month.tsx';
import { useToday } from '#ui/dates.tsx';
import { ChosenTime } from './chosen-time.tsx';
import { TimesOfDay } from './times-of-day.tsx';
import { useReschedule, type Reschedule } from './use-reschedule.ts';
import { useWhoIsTold } from './who-is-told.ts';
import { useBookingWords } from './words.ts';

interface RescheduleDialogProps {
  booking: WholeBooking;
  open: boolean;
  onClose: () => void;
}

/** E8: the link's free times first, any other time by hand; it says who will be told before it is done. */
export function RescheduleDialog({ booking, open, onClose }: RescheduleDialogProps) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const language = useLanguage();
  const move = useReschedule(booking, open, onClose);
  const hosts = hostNames(booking.hosts, language);
  const formId = useId();
  return (
    <Dialog
      open={open}
      onClose={move.close}
      width="l"
      keepsTyped
      title={t('move.title', { name: calledAfter(booking) })}
      description={t('move.now', { when: times.dayAndRange(booking), hosts })}
      footer={<Foot booking={booking} move={move} formId={formId} />}
    >
      <div className="flex gap-8 max-tablet:flex-col max-tablet:gap-4">
        <FreeMonth move={move} />
        <form id={formId} {...useSending(move)} className="min-w-0 flex-1">
          <TimesOfDay booking={booking} move={move} />
          <ChosenTime booking={booking} move={move} />
        </form>
      </div>
    </Dialog>
  );
}

/** Enter in the field of another time takes it and moves there at once, unless there is a warning to be read first. */
function useSending(move: Reschedule) {
  const startBefore = useRef<string | null | undefined>(undefined);
  return {
    onKeyDownCapture: ({ key }: KeyboardEvent) => {
      if (key === 'Enter') startBefore.current = move.start;
    },
    onKeyUpCapture: () => {
      startBefore.current = undefined;
    },
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      const isNews = startBefore.current !== undefined && startBefore.current !== move.start;
      if (!isNews || !move.isOutside) move.act();
    },
  };
}

/** Days with free times are marked; any other can be chosen as well. */
function FreeMonth({ move }: { move: Reschedule }) {
  const today = useToday();
  const free = new Map(move.free.data?.days.map(({ date, slots }) => [date, slots.length]));
  return <Month value={move.date} onChoose={move.setDate} min={today} free={free} onMonth={move.setDate} />;
}

function Foot({ booking, move, formId }: { booking: WholeBooking; move: Reschedule; formId: string }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const told = useWhoIsTold(booking);
  const words = move.isOutside ? 'move.anyway' : 'move.act';
  return (
    <>
      {told && (
        <p className="me-auto min-w-0 flex-1 basis-60 text-12 wrap-anywhere text-muted">
          {t('move.told', { people: told })}
        </p>
      )}
      <Button
        kind="primary"
        size="m"
        disabled={!move.start || move.verdicts.some(({ verdict }) => verdict.kind === 'busy' && !move.isFree)}
        busy={move.busy}
        type="submit"
        form={formId}
      >
        {move.start ? t(words, { when: times.stamp(move.start) }) : t('move.choose')}
      </Button>
    </>
  );
}
