import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { EmailRow } from './email-row.tsx';
import { emailsQuery, type EmailView } from './email-queries.ts';
import { useEmailWords } from './words.ts';

export interface EmailListProps {
  /** The record's: '/api/leads/018f…'. */
  path: string;
  /** Somebody wants to answer: the composer is begun already, show it. */
  onAnswer?: () => void;
}

/** What was written to and by the people of a record, the latest first, and how it fared (P6). */
export function EmailList({ path, onAnswer }: EmailListProps) {
  const t = useEmailWords();
  const found = useInfiniteQuery(emailsQuery(path));
  const emails = useMemo<EmailView[]>(
    () => found.data?.pages.flatMap(({ items }) => items) ?? [],
    [found.data],
  );
  if (found.isError && !found.data) {
    return (
      <Problem title={t('list.notShown')} onRetry={() => void found.refetch()} retrying={found.isFetching} />
    );
  }
  if (!found.data) return <Skeleton rows={4} row="text" />;
  if (emails.length === 0) {
    return (
      <Empty small title={t('list.none')}>
        {t('list.noneWhat')}
      </Empty>
    );
  }
  return (
    <>
      <ul aria-label={t('list.label')} className="grid min-w-0">
        {emails.map((email) => (
          <EmailRow key={email.id} email={email} path={path} onAnswer={onAnswer} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button kind="quiet" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('list.earlier')}
        </Button>
      )}
    </>
  );
}
