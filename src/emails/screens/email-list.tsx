import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { EmailRow } from './email-row.tsx';
import { emailQuery, emailsQuery, type EmailView } from './email-queries.ts';
import { useEmailWords } from './words.ts';

export interface EmailListProps {
  /** The record's: '/api/leads/018f…'. */
  path: string;
  /** Somebody wants to answer: the composer is begun already, show it. */
  onAnswer?: () => void;
  /** The e-mail somebody came for, such as from a notice. */
  wanted?: string;
}

/** What was written to and by the people of a record, the latest first, and how it fared (P6). */
export function EmailList({ path, onAnswer, wanted }: EmailListProps) {
  const t = useEmailWords();
  const found = useInfiniteQuery(emailsQuery(path));
  const listed = useMemo<EmailView[]>(
    () => found.data?.pages.flatMap(({ items }) => items) ?? [],
    [found.data],
  );
  const emails = useWithWanted(listed, found.data ? wanted : undefined);
  if (found.isError && !found.data) {
    return (
      <Problem title={t('list.notShown')} onRetry={() => void found.refetch()} retrying={found.isFetching} />
    );
  }
  if (!found.data) return <Skeleton rows={4} row="text" />;
  if (emails.length === 0) return <NoEmails />;
  return (
    <>
      <ul aria-label={t('list.label')} className="grid min-w-0">
        {emails.map((email) => (
          <EmailRow
            key={email.id === wanted ? `wanted ${email.id}` : email.id}
            email={email}
            path={path}
            onAnswer={onAnswer}
            isWanted={email.id === wanted}
          />
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

function NoEmails() {
  const t = useEmailWords();
  return (
    <Empty small title={t('list.none')}>
      {t('list.noneWhat')}
    </Empty>
  );
}

/** One that is not among those listed stands before them. */
function useWithWanted(listed: EmailView[], wanted: string | undefined): EmailView[] {
  const isListed = wanted === undefined || listed.some(({ id }) => id === wanted);
  const { data } = useQuery({ ...emailQuery(wanted ?? ''), enabled: !isListed, retry: false });
  return isListed || !data ? listed : [data, ...listed];
}
