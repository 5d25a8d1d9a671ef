import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { NoteComposer } from '#crm/notes/screens/note-composer.tsx';
import { timelineQuery } from '#crm/timeline/screens/timeline-queries.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { useHappenings } from './happenings.tsx';
import { useRecordWords } from './words.ts';

/** What happened, the latest first, and a place to write a note. */
export function RecordHistory({ path }: { path: string }) {
  const t = useRecordWords();
  return (
    <section aria-label={t('history')} className="flex min-h-0 flex-col">
      <div className="scroll-pane min-h-0 flex-1 px-6 py-5 max-tablet:px-4">
        <h2 className="mb-3 font-semibold">{t('history')}</h2>
        <History path={path} />
      </div>
      <NoteComposer path={path} className="shrink-0 border-t border-line px-6 py-3 max-tablet:px-4" />
    </section>
  );
}

function History({ path }: { path: string }) {
  const t = useRecordWords();
  const found = useInfiniteQuery(timelineQuery(path));
  const entries = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const say = useHappenings();
  if (found.isError && !found.data) {
    return (
      <Problem title={t('failed.history')} onRetry={() => void found.refetch()} retrying={found.isFetching} />
    );
  }
  if (!found.data) return <Skeleton rows={4} row="text" />;
  if (entries.length === 0) return <Empty small title={t('nothing')} />;
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
