import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { RequestProblem } from '#ui/request.ts';
import { SidePanel } from '#ui/side-panel.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { BookingAnswers } from './booking-answers.tsx';
import { BookingFacts } from './booking-facts.tsx';
import { BookingHead } from './booking-head.tsx';
import { BookingHistory } from './booking-history.tsx';
import { BookingMenu } from './booking-menu.tsx';
import { CalendarQuestions } from './calendar-question.tsx';
import { bookingQuery, type WholeBooking } from './booking-queries.ts';
import { StatusMark } from './status-mark.tsx';
import { WhyHost } from './why-host.tsx';
import { useBookingWords } from './words.ts';

export interface BookingPanelProps {
  id: string;
  onClose: () => void;
  /** The neighbours in the list it was opened from; left out where there is none. */
  onPrevious?: () => void;
  onNext?: () => void;
}

/** One booking beside whatever it was opened from: what it is, why this host, and all one can do with it. */
export function BookingPanel({ id, onClose, onPrevious, onNext }: BookingPanelProps) {
  const t = useBookingWords();
  const { data, error, refetch, isRefetching } = useQuery(bookingQuery(id));
  return (
    <SidePanel
      label={data?.title ?? t('panel.label')}
      onClose={onClose}
      head={data && <StatusMark booking={data} />}
      actions={
        <>
          {(onPrevious || onNext) && <Neighbours onPrevious={onPrevious} onNext={onNext} />}
          {data && <BookingMenu booking={data} onDeleted={onClose} />}
        </>
      }
    >
      {data && <BookingBody key={id} booking={data} />}
      {!data && !error && <Skeleton row="text" rows={8} />}
      {!data && error && <NotShown error={error} onRetry={() => void refetch()} retrying={isRefetching} />}
    </SidePanel>
  );
}

function Neighbours({ onPrevious, onNext }: Pick<BookingPanelProps, 'onPrevious' | 'onNext'>) {
  const t = useBookingWords();
  return (
    <>
      <IconButton
        icon={ChevronLeft}
        label={t('panel.previous')}
        shortcut="K"
        onClick={onPrevious}
        disabled={!onPrevious}
      />
      <IconButton
        icon={ChevronRight}
        label={t('panel.next')}
        shortcut="J"
        onClick={onNext}
        disabled={!onNext}
      />
    </>
  );
}

function BookingBody({ booking }: { booking: WholeBooking }) {
  return (
    <>
      <BookingHead booking={booking} />
      <CalendarQuestions booking={booking} />
      <WhyHost booking={booking} />
      <BookingFacts booking={booking} />
      <BookingAnswers booking={booking} />
      <BookingHistory booking={booking} />
    </>
  );
}

function NotShown({ error, ...retry }: { error: Error; onRetry: () => void; retrying: boolean }) {
  const t = useBookingWords();
  if (error instanceof RequestProblem && error.status === 404) {
    return <Problem title={t('panel.gone')}>{t('panel.goneWhat')}</Problem>;
  }
  return (
    <Problem title={t('panel.failed')} {...retry}>
      {t('panel.failedWhat')}
    </Problem>
  );
}
