import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { Button } from '#ui/button.tsx';
import { useDates } from '#ui/dates.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { NoteCard, type NoteCardProps } from './note-card.tsx';
import { NoteComposer } from './note-composer.tsx';
import { notesQuery } from './note-queries.ts';
import { useNoteWords } from './words.ts';

/** The notes tab of a record: a place to write, then what was written, the latest first (P7). */
export function NoteList({ path }: { path: string }) {
  const t = useNoteWords();
  return (
    <section aria-label={t('list')} className="grid min-w-0 gap-4">
      <NoteComposer path={path} />
      <Notes path={path} />
    </section>
  );
}

function Notes({ path }: { path: string }) {
  const t = useNoteWords();
  const found = useInfiniteQuery(notesQuery(path));
  const notes = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  if (found.isError && !found.data) {
    return <Problem title={t('notShown')} onRetry={() => void found.refetch()} retrying={found.isFetching} />;
  }
  if (!found.data) return <Skeleton rows={4} row="text" />;
  if (notes.length === 0) {
    return (
      <Empty small title={t('none')}>
        {t('noneWhat')}
      </Empty>
    );
  }
  return (
    <>
      <ul className="grid min-w-0 gap-3">
        {notes.map((note) => (
          <NoteRow key={note.id} note={note} path={path} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button kind="quiet" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('earlier')}
        </Button>
      )}
    </>
  );
}

function NoteRow({ note, path }: NoteCardProps) {
  const t = useNoteWords();
  const dates = useDates();
  const { by, at } = note;
  const name = by.name ?? t(by.kind === 'member' ? 'unknown' : by.kind);
  return (
    <li className="min-w-0 rounded-r border border-line px-3 py-2.5">
      <p className="mb-1.5 flex min-w-0 items-center gap-2">
        <Avatar id={by.id ?? by.kind} name={name} />
        <bdi className="truncate font-medium" title={name}>
          {name}
        </bdi>
        <time dateTime={at} title={dates.when(at)} className="ms-auto shrink-0 text-12 text-faint">
          {dates.briefDay(dates.dateOf(at))}, {dates.time(at)}
        </time>
      </p>
      <NoteCard note={note} path={path} />
    </li>
  );
}
