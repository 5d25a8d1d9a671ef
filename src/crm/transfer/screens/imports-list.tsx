import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import { useMe } from '#people/screens/use-me.ts';
import { Who } from '#people/screens/who.tsx';
import { State, type Shape } from '#ui/badge.tsx';
import { useDates } from '#ui/dates.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { useLanguage } from '#ui/words.tsx';
import { importsQuery, type ImportBrief } from './import-queries.ts';
import { useTransferWords } from './words.ts';

/** Imports of the last weeks; nothing at all while there is none. */
export function ImportsList({ rowLink }: { rowLink: (row: ImportBrief) => ReactElement }) {
  const t = useTransferWords();
  const found = useQuery(importsQuery);
  const columns = useColumns();
  if (found.isError && !found.data) {
    return (
      <Problem title={t('earlier.failed')} onRetry={() => void found.refetch()} retrying={found.isFetching} />
    );
  }
  if (!found.data) return <Skeleton rows={4} />;
  if (found.data.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className="mt-8 flex min-h-64 min-w-0 flex-1 flex-col">
      <h2 id="earlier" className="font-semibold">
        {t('earlier.title')}
      </h2>
      <p className="mb-2 text-muted">{t('earlier.kept')}</p>
      <Table
        label={t('earlier.title')}
        columns={columns}
        rows={found.data}
        rowKey={({ id }) => id}
        rowLink={rowLink}
        className="-mx-6 max-tablet:-mx-4"
        phoneCell={(row) => <PhoneRow row={row} />}
      />
    </section>
  );
}

function useColumns(): Column<ImportBrief>[] {
  const t = useTransferWords();
  const { isAdmin } = useMe();
  return useMemo(() => {
    const who: Column<ImportBrief>[] = isAdmin
      ? [
          {
            key: 'who',
            header: t('earlier.who'),
            width: '11rem',
            cell: ({ memberId }) => <Who id={memberId} />,
          },
        ]
      : [];
    return [
      {
        key: 'name',
        header: t('earlier.file'),
        cell: ({ name }) => (
          <bdi className="font-medium" title={name}>
            {name}
          </bdi>
        ),
      },
      { key: 'kind', header: t('earlier.kind'), width: '8rem', cell: ({ kind }) => t(`kind.${kind}`) },
      ...who,
      { key: 'state', header: t('earlier.state'), width: '15rem', cell: (row) => <ImportState row={row} /> },
      { key: 'at', header: t('earlier.at'), width: '11rem', align: 'end', cell: (row) => <At row={row} /> },
    ];
  }, [t, isAdmin]);
}

const SHAPES: Record<ImportBrief['state'], Shape> = {
  draft: 'off',
  running: 'queued',
  done: 'booked',
  stopped: 'waiting',
  failed: 'broken',
};

function ImportState({ row }: { row: ImportBrief }) {
  const t = useTransferWords();
  const language = useLanguage();
  const { state, done, of, refused } = row;
  const figures = { done: done.toLocaleString(language), of: of.toLocaleString(language) };
  const words =
    state === 'done' && refused > 0
      ? t('state.doneRefused', { refused: refused.toLocaleString(language) })
      : t(`state.${state}`, figures);
  return <State shape={SHAPES[state]}>{words}</State>;
}

function At({ row: { createdAt } }: { row: ImportBrief }) {
  const dates = useDates();
  return (
    <time dateTime={createdAt} className="text-muted">
      {dates.briefDay(dates.dateOf(createdAt))}, {dates.time(createdAt)}
    </time>
  );
}

function PhoneRow({ row }: { row: ImportBrief }) {
  return (
    <span className="block min-w-0">
      <bdi className="block truncate font-medium">{row.name}</bdi>
      <span className="flex items-center justify-between gap-2">
        <ImportState row={row} />
        <At row={row} />
      </span>
    </span>
  );
}
