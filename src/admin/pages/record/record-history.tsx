import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { NoteComposer } from '#crm/notes/screens/note-composer.tsx';
import { timelineQuery } from '#crm/timeline/screens/timeline-queries.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { useHappenings } from './happenings.tsx';
import { HistoryFilter, KINDS, type Shown } from './history-filter.tsx';
import { useRecordWords } from './words.ts';

export interface RecordHistoryProps {
  /** The record's: '/api/leads/018f…'. */
  path: string;
  /** Above what happened: what is to be known first. */
  children?: ReactNode;
}

/** What happened, the latest first and of the kind that is asked for, and a place to write a note. */
export function RecordHistory({ path, children }: RecordHistoryProps) {
  const t = useRecordWords();
  const [shown, setShown] = useState<Shown>('all');
  return (
    <section aria-label={t('history')} className="flex min-h-0 flex-1 flex-col">
      <div className="scroll-pane min-h-0 flex-1 px-6 py-5 max-tablet:px-4">
        {children}
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h2 className="font-semibold">{t('history')}</h2>
          <HistoryFilter shown={shown} onChange={setShown} />
        </div>
        <History path={path} shown={shown} />
      </div>
      <NoteComposer path={path} className="shrink-0 border-t border-line px-6 py-3 max-tablet:px-4" />
    </section>
  );
}

function History({ path, shown }: { path: string; shown: Shown }) {
  const t = useRecordWords();
  const found = useInfiniteQuery(timelineQuery(path, KINDS[shown]));
  const entries = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const say = useHappenings(path);
  if (found.isError && !found.data) {
    return (
      <Problem title={t('failed.history')} onRetry={() => void found.refetch()} retrying={found.isFetching} />
    );
  }
  if (!found.data) return <Skeleton rows={4} row="text" />;
  if (entries.length === 0) return <Empty small title={t(shown === 'all' ? 'nothing' : 'nothingSuch')} />;
  return (
    <>
      <Timeline label={t('history')} items={entries.map(say)} />
      {found.hasNextPage && (
        <Button kind="quiet" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('earlier')}
        </Button>
      )}
    </>
  );
}
