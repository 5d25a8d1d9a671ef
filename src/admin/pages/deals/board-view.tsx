import type { QueryKey, UseQueryResult } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { DealBoard } from '#crm/deals/screens/deal-queries.ts';
import { DealsBoard } from '#crm/deals/screens/deals-board.tsx';
import { useDealWords } from '#crm/deals/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';

const here = getRouteApi('/deals');

interface BoardViewProps {
  found: UseQueryResult<DealBoard>;
  queryKey: QueryKey;
  onNew: () => void;
}

export function BoardView({ found, queryKey, onNew }: BoardViewProps) {
  const t = useDealWords();
  const go = here.useNavigate();
  const { q, mine } = here.useSearch();
  if (found.isError && !found.data) {
    return (
      <Problem
        title={t('failed.list')}
        onRetry={() => void found.refetch()}
        retrying={found.isFetching}
        broken
      />
    );
  }
  if (!found.data) return <Skeleton rows={8} />;
  const isEmpty = found.data.stages.every(({ count }) => count === 0);
  if (isEmpty && !q && !mine) return <NoDeals onNew={onNew} />;
  return (
    <DealsBoard
      board={found.data}
      queryKey={queryKey}
      cardLink={({ id }) => <Link to="/deals/$dealId" params={{ dealId: id }} />}
      onOpen={(dealId) => void go({ to: '/deals/$dealId', params: { dealId } })}
    />
  );
}

export function NoDeals({ onNew }: { onNew: () => void }) {
  const t = useDealWords();
  return (
    <Empty
      title={t('empty.title')}
      action={
        <Button kind="primary" shortcut="C" onClick={onNew}>
          {t('new')}
        </Button>
      }
    >
      {t('empty.what')}
    </Empty>
  );
}
