import { useMutation } from '@tanstack/react-query';
import { CalendarX } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { useToast } from '#ui/toast.tsx';
import { answerCalendar, useBookingNews, type CalendarAnswer } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { firstName } from './called.ts';
import { useRefusal } from './refusal-words.ts';
import { useBookingWords } from './words.ts';

type Standing = WholeBooking['calendars'][number];

/** A3: what a host did to the meeting in their other calendar program, until somebody answers; and what failed there. */
export function CalendarQuestions({ booking }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const nameOf = (id: string) => firstName(booking.hosts.find((host) => host.id === id)?.name ?? '');
  return booking.calendars.map((standing) => {
    const values = { name: nameOf(standing.hostId), calendar: standing.calendarName };
    if (standing.question) return <Question key={standing.hostId} {...{ booking, standing, values }} />;
    if (standing.state !== 'failed') return null;
    return (
      <Note key={standing.hostId} tone="wait" icon={CalendarX} className="mx-5 mb-4">
        {t('calendarQuestion.failed', values)}
      </Note>
    );
  });
}

interface QuestionProps {
  booking: WholeBooking;
  standing: Standing;
  values: { name: string; calendar: string };
}

function Question({ booking, standing, values }: QuestionProps) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const refusal = useRefusal();
  const answer = useAnswer(booking, standing.hostId);
  const { kind, start, end } = standing.question!;
  const there = start && end ? times.dayAndRange({ start, end }) : '';
  const here = times.dayAndRange(booking);
  const isMoved = kind === 'moved' && there !== '';
  return (
    <Note tone="wait" icon={CalendarX} className="mx-5 mb-4" title={t(`calendarQuestion.${kind}`, values)}>
      <p>{isMoved ? t('calendarQuestion.movedWhat', { there }) : t('calendarQuestion.deletedWhat')}</p>
      {answer.error && <p className="mt-1 text-danger">{refusal(answer.error)}</p>}
      <p className="mt-2 flex flex-wrap gap-2">
        <Button busy={answer.isPending} onClick={() => answer.mutate('keep')}>
          {isMoved ? t('calendarQuestion.keep') : t('calendarQuestion.cancel')}
        </Button>
        <Button busy={answer.isPending} onClick={() => answer.mutate('restore')} title={here}>
          {t('calendarQuestion.restore')}
        </Button>
      </p>
    </Note>
  );
}

function useAnswer(booking: WholeBooking, hostId: string) {
  const t = useBookingWords();
  const toast = useToast();
  const news = useBookingNews();
  return useMutation({
    mutationFn: (answer: CalendarAnswer) => answerCalendar(booking.id, hostId, answer),
    onSuccess: (answered, answer) => {
      toast.done(t(`calendarQuestion.done.${answer}`));
      void news.changed(answered);
    },
  });
}
