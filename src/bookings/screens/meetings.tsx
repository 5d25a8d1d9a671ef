import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { SectionHead } from '#ui/card.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { activitiesQuery } from './activity-queries.ts';
import { MeetingRow } from './meeting-row.tsx';
import { useBookingWords } from './words.ts';

export interface MeetingsProps {
  /** Of a record or a host: '/api/leads/018f…', '/api/members/018f…'. */
  path: string;
  /** So many at first, and each time more are asked for. */
  most?: number;
}

const A_PAGE = 25;

/** L7: bookings among the activities: the nearest first, what is over or cancelled folded away. */
export function Meetings(props: MeetingsProps) {
  const t = useBookingWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label={t('meetings.title')} className="min-w-0">
      <SectionHead title={t('meetings.title')} />
      <MeetingList {...props} state="open" />
      <div className="mt-1">
        <Button
          kind="quiet"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="-ms-2.5 text-muted"
        >
          {t(isOpen ? 'meetings.hideClosed' : 'meetings.showClosed')}
        </Button>
        {isOpen && <MeetingList {...props} state="closed" />}
      </div>
    </section>
  );
}

function MeetingList({ path, most = A_PAGE, state }: MeetingsProps & { state: 'open' | 'closed' }) {
  const t = useBookingWords();
  const found = useInfiniteQuery(activitiesQuery(path, state, most));
  if (found.isError && !found.data) {
    return (
      <Problem
        title={t('meetings.failed')}
        onRetry={() => void found.refetch()}
        retrying={found.isFetching}
      />
    );
  }
  if (!found.data) return <Skeleton rows={2} row="text" />;
  const meetings = found.data.pages.flatMap(({ items }) => items);
  if (meetings.length === 0) {
    return <p className="py-2 text-faint">{t(state === 'open' ? 'meetings.none' : 'meetings.noneClosed')}</p>;
  }
  return (
    <>
      <ul className="divide-y divide-line">
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button
          kind="quiet"
          busy={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
          className="-ms-2.5 text-muted"
        >
          {t('meetings.more')}
        </Button>
      )}
    </>
  );
}
