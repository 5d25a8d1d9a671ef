import { useMutation } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { useNow } from '#ui/dates.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useToast } from '#ui/toast.tsx';
import { markOutcome, useBookingNews, type Outcome } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { useRefusal } from './refusal-words.ts';
import { useBookingWords } from './words.ts';

const OUTCOMES: Outcome[] = ['completed', 'no-show'];

/** E12: how it went, once it has begun; it may be corrected at any time, and nobody is told. */
export function OutcomeButtons({ booking }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const mark = useMark(booking);
  const now = useNow();
  if (booking.start > now || !['scheduled', 'completed', 'no-show'].includes(booking.status)) return null;
  const items = OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }));
  if (booking.status === 'scheduled') {
    return items.map(({ value, label }) => (
      <Button key={value} onClick={() => mark(value)}>
        {label}
      </Button>
    ));
  }
  return (
    <Segmented label={t('outcome.label')} items={items} value={booking.status as Outcome} onChange={mark} />
  );
}

interface Mark {
  outcome: Outcome;
  /** What stood before it was shown. */
  before: WholeBooking;
}

/** Shown at once; put back when it is refused. */
function useMark(booking: WholeBooking): (outcome: Outcome) => void {
  const t = useBookingWords();
  const toast = useToast();
  const news = useBookingNews();
  const refusal = useRefusal();
  const { mutate } = useMutation({
    mutationFn: ({ outcome }: Mark) => markOutcome(booking.id, outcome),
    onMutate: ({ outcome, before }) => news.shown({ ...before, status: outcome }),
    onSuccess: (marked, { outcome, before }) => {
      void news.changed(marked);
      const text = t(`outcome.marked.${outcome}`);
      const { status } = before;
      if (status === 'scheduled') return toast.done(text);
      return toast.undo({ text, onUndo: () => mutate({ outcome: status as Outcome, before: marked }) });
    },
    onError: (error, mark) => {
      news.shown(mark.before);
      toast.failed(refusal(error), () => mutate(mark));
    },
  });
  return (outcome) => outcome !== booking.status && mutate({ outcome, before: booking });
}
