import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useDates } from '#ui/dates.tsx';
import { Empty } from '#ui/empty.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { MailStateMark } from './mail-state-mark.tsx';
import { mailsQuery, type MailBrief } from './mail-queries.ts';
import { useMailWords } from './words.ts';

const here = getRouteApi('/mail');

export function MailList() {
  const search = here.useSearch();
  const go = here.useNavigate();
  const find = (q: string) => void go({ search: { ...search, q: q || undefined }, replace: true });
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <FilterBar
        text={search.q ?? ''}
        onText={find}
        filters={[]}
        onRemove={() => undefined}
        onClear={() => find('')}
      />
      <Mails />
    </div>
  );
}

function Mails() {
  const t = useMailWords();
  const search = here.useSearch();
  const found = useInfiniteQuery({ ...mailsQuery(search), placeholderData: (before) => before });
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const columns = useColumns();
  if (found.isError && !found.data) {
    return (
      <Problem
        title={t('failed.title')}
        onRetry={() => void found.refetch()}
        retrying={found.isFetching}
        broken
      >
        {t('failed.what')}
      </Problem>
    );
  }
  if (!found.data) return <Skeleton rows={12} />;
  if (rows.length === 0) return <NoMail isFiltered={Boolean(search.q || search.state)} />;
  return (
    <Table
      label={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={({ id }) => <Link to="/mail" search={{ ...search, open: id }} />}
      active={search.open}
      isDim={({ state }) => state === 'dropped'}
      phoneCell={(mail) => <PhoneMail mail={mail} />}
      onEnd={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
      loadingMore={found.isFetchingNextPage}
    />
  );
}

function useColumns(): Column<MailBrief>[] {
  const t = useMailWords();
  return useMemo(
    () => [
      { key: 'to', header: t('column.to'), width: '28%', cell: ({ to }) => <bdi title={to}>{to}</bdi> },
      {
        key: 'subject',
        header: t('column.subject'),
        cell: ({ subject }) => (
          <bdi className="font-medium" title={subject}>
            {subject}
          </bdi>
        ),
      },
      {
        key: 'state',
        header: t('column.state'),
        width: '9.5rem',
        cell: (mail) => <MailStateMark state={mail.state} />,
      },
      {
        key: 'at',
        header: t('column.at'),
        width: '10rem',
        align: 'end',
        cell: (mail) => <At mail={mail} />,
      },
    ],
    [t],
  );
}

function At({ mail: { createdAt, sentAt } }: { mail: MailBrief }) {
  const dates = useDates();
  const at = sentAt ?? createdAt;
  return (
    <time dateTime={at} className="text-muted">
      {dates.briefDay(dates.dateOf(at))}, {dates.time(at)}
    </time>
  );
}

function PhoneMail({ mail }: { mail: MailBrief }) {
  return (
    <span className="block min-w-0">
      <span className="flex items-center justify-between gap-2">
        <bdi className="truncate font-medium">{mail.subject}</bdi>
        <At mail={mail} />
      </span>
      <span className="flex items-center justify-between gap-2 text-muted">
        <bdi className="truncate">{mail.to}</bdi>
        <MailStateMark state={mail.state} />
      </span>
    </span>
  );
}

function NoMail({ isFiltered }: { isFiltered: boolean }) {
  const t = useMailWords();
  return isFiltered ? (
    <Empty
      title={t('none.filtered')}
      action={
        <Link to="/mail" className="text-accent-text underline">
          {t('none.clear')}
        </Link>
      }
    />
  ) : (
    <Empty title={t('none.title')}>{t('none.what')}</Empty>
  );
}
