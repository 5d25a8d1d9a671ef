import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanUsage } from '#links/screens/plan-query.ts';
import { Person } from '#ui/avatar.tsx';
import { State } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { SmallTable } from '#ui/small-table.tsx';
import type { Column } from '#ui/table.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useSettingsWords } from '../words.ts';

const FIRST = 12;

/** Members with how many of their links count, those with the most first. */
export function PlanUsers({ usage }: { usage: UseQueryResult<PlanUsage> }) {
  const t = useSettingsWords();
  const [isWhole, setWhole] = useState(false);
  const { data, isError } = usage;
  if (isError && !data) {
    return (
      <Problem title={t('plan.failed')} onRetry={() => void usage.refetch()} retrying={usage.isFetching} />
    );
  }
  if (!data) return <Skeleton rows={4} row="text" />;
  const rows = isWhole ? data.items : data.items.slice(0, FIRST);
  return (
    <div className="grid justify-items-start gap-2">
      <div className="w-full">
        <Users rows={rows} limit={data.limit} />
      </div>
      {rows.length < data.items.length && (
        <Button kind="quiet" onClick={() => setWhole(true)}>
          {t('plan.all', { count: data.items.length })}
        </Button>
      )}
    </div>
  );
}

type User = PlanUsage['items'][number];

function Users({ rows, limit }: { rows: readonly User[]; limit: number | null }) {
  const t = useSettingsWords();
  const state: Column<User> = {
    key: 'state',
    header: t('plan.state'),
    cell: ({ over, active }) => (
      <>
        {over && <State shape="waiting">{t('plan.over')}</State>}
        {!over && !active && t('plan.left')}
      </>
    ),
  };
  return (
    <SmallTable
      label={t('plan.users')}
      rows={rows}
      rowKey={({ memberId }) => memberId}
      isDim={({ active }) => !active}
      columns={[
        {
          key: 'who',
          header: t('plan.member'),
          cell: ({ memberId, name }) => (
            <Link to="/links" search={{ whose: 'everyone', owner: memberId } as never} className={TEXT_LINK}>
              <Person id={memberId} name={name} />
            </Link>
          ),
        },
        ...(rows.some(({ over, active }) => over || !active) ? [state] : []),
        {
          key: 'count',
          header: t('plan.count'),
          align: 'end',
          cell: ({ generalLinks: count }) => (limit === null ? count : t('plan.of', { count, limit })),
        },
      ]}
    />
  );
}
