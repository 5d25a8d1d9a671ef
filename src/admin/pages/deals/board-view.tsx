import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { boardQuery } from '#crm/deals/screens/deal-queries.ts';
import { DealsBoard } from '#crm/deals/screens/deals-board.tsx';
import { useDealWords } from '#crm/deals/screens/words.ts';
import type { ListState } from '#crm/records/screens/list-search.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useBoardAsked } from './use-board-asked.ts';

const here = getRouteApi('/deals');

/** A stage shows so many more of its cards when its end comes near. */
const MORE = 50;
/** The server shows no more of one stage. */
const MOST = 2_000;

interface BoardViewProps {
  /** What the list is narrowed to; null while that is not known. */
  asked: ListState | null;
  onNew: () => void;
}

export function BoardView({ asked, onNew }: BoardViewProps) {
  const t = useDealWords();
  const go = here.useNavigate();
  const [cards, setCards] = useState<Readonly<Record<string, number>>>({});
  const way = boardQuery(useBoardAsked(asked, cards));
  const found = useQuery({ ...way, placeholderData: (before) => before });
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
  if (isEmpty && !asked?.q && !asked?.filter) return <NoDeals onNew={onNew} />;
  return (
    <DealsBoard
      board={found.data}
      queryKey={way.queryKey}
      cardLink={({ id }) => <Link to="/deals/$dealId" params={{ dealId: id }} />}
      onOpen={(dealId) => void go({ to: '/deals/$dealId', params: { dealId } })}
      onMore={(stage, shown) => setCards({ ...cards, [stage]: Math.min(shown + MORE, MOST) })}
    />
  );
}

function NoDeals({ onNew }: { onNew: () => void }) {
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
