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

/** Shown at once; taken back when it is refused. */
function useMark(booking: WholeBooking): (outcome: Outcome) => void {
  const t = useBookingWords();
  const toast = useToast();
  const news = useBookingNews();
  const refusal = useRefusal();
  const { mutate } = useMutation({
    mutationFn: (outcome: Outcome) => markOutcome(booking.id, outcome),
    onMutate: (outcome) => news.shown({ ...booking, status: outcome }),
    onSuccess: (marked, outcome) => {
      void news.changed(marked);
      const before = booking.status;
      const text = t(`outcome.marked.${outcome}`);
      if (before === 'scheduled') return toast.done(text);
      return toast.undo({ text, onUndo: () => mutate(before as Outcome) });
    },
    onError: (error, outcome) => {
      news.shown(booking);
      toast.failed(refusal(error), () => mutate(outcome));
    },
  });
  return (outcome) => outcome !== booking.status && mutate(outcome);
}
