import { useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useToast } from '#ui/toast.tsx';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { NewBookingMore } from './new-booking-more.tsx';
import { NewBookingTime } from './new-booking-time.tsx';
import { NewBookingVisitor } from './new-booking-visitor.tsx';
import { NewBookingWarnings } from './new-booking-warnings.tsx';
import type { NewBookingStart } from './new-booking-form.ts';
import { useNewBooking, type NewBookingState } from './use-new-booking.ts';
import { useBookingWords } from './words.ts';

export interface NewBookingProps extends NewBookingStart {
  onDone: (booking: WholeBooking) => void;
  onCancel: () => void;
}

/**
 * E13: a meeting written down by hand, with the few fields that matter or with all. A form without a frame: it
 * stands in a side panel, a dialog or a page.
 */
export function NewBooking({ onDone, onCancel, ...given }: NewBookingProps) {
  const t = useBookingWords();
  const toast = useToast();
  const times = useBookingTimes();
  const [isFull, setFull] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  const state = useNewBooking(given, root, (made) => {
    const names = made.hosts.map(({ name }) => name).join(', ');
    const words = made.status === 'completed' || made.status === 'no-show' ? 'new.doneLate' : 'new.done';
    toast.done(t(words, { when: times.stamp(made.start), names }));
    onDone(made);
  });
  useShortcuts({ 'Ctrl+Enter': () => root.current?.requestSubmit() });
  return (
    <form
      ref={root}
      noValidate
      aria-label={t('new.title')}
      onSubmit={(event) => {
        event.preventDefault();
        state.submit();
      }}
      className="grid gap-4 px-5 py-4"
    >
      <QuickOrFull isFull={isFull} onChange={setFull} />
      <NewBookingTime state={state} />
      <NewBookingVisitor state={state} />
      {isFull && <NewBookingMore state={state} />}
      <NewBookingWarnings state={state} />
      <Foot
        state={state}
        onCancel={() => {
          state.drop();
          onCancel();
        }}
      />
    </form>
  );
}

function QuickOrFull({ isFull, onChange }: { isFull: boolean; onChange: (isFull: boolean) => void }) {
  const t = useBookingWords();
  return (
    <Segmented
      label={t('new.fields')}
      items={[
        { value: 'quick', label: t('new.quick') },
        { value: 'full', label: t('new.full') },
      ]}
      value={isFull ? 'full' : 'quick'}
      onChange={(value) => onChange(value === 'full')}
      className="justify-self-start"
    />
  );
}

function Foot({ state, onCancel }: { state: NewBookingState; onCancel: () => void }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const { meeting, isOutside, isPast, verdict, busy } = state;
  const words = isPast ? 'new.writeDown' : isOutside ? 'new.bookAnyway' : 'new.book';
  return (
    <div className="flex flex-wrap justify-end gap-2 border-t border-line pt-4">
      <Button kind="quiet" size="m" onClick={onCancel}>
        {t('new.leave')}
      </Button>
      <Button kind="primary" size="m" type="submit" busy={busy} disabled={verdict?.kind === 'busy'}>
        {meeting ? t(words, { when: times.stamp(meeting.start) }) : t('new.title')}
      </Button>
    </div>
  );
}
