import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Columns3, List, Plus } from 'lucide-react';
import { boardQuery, type DealBoard, type DealView } from '#crm/deals/screens/deal-queries.ts';
import { NewDealDialog } from '#crm/deals/screens/new-deal-dialog.tsx';
import { useSums } from '#crm/deals/screens/stage-note.tsx';
import { useDealWords } from '#crm/deals/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useTitle } from '#ui/title.ts';
import { useMe } from '../../use-me.ts';
import { BoardView } from './board-view.tsx';
import { DealsFilters } from './deals-filters.tsx';
import { DealsList } from './deals-list.tsx';

const here = getRouteApi('/deals');

/** Deals as a board by stage or as a list; the address says which, and of whom. */
export function DealsPage() {
  const t = useDealWords();
  const search = here.useSearch();
  const go = here.useNavigate();
  const { member } = useMe();
  const way = boardQuery({ q: search.q, ...(search.mine && { ownerId: member.id }) });
  const board = useQuery({ ...way, placeholderData: (before) => before });
  const startNew = () => void go({ search: { ...search, new: true } });
  useTitle(t('title'));
  useShortcuts({ c: startNew });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar
        title={t('title')}
        aside={board.data && <Totals board={board.data} />}
        actions={
          <>
            <ViewSwitch />
            <Button kind="primary" icon={Plus} shortcut="C" onClick={startNew}>
              {t('new')}
            </Button>
          </>
        }
      />
      <DealsFilters />
      {search.view === 'list' ? (
        <DealsList onNew={startNew} />
      ) : (
        <BoardView found={board} queryKey={way.queryKey} onNew={startNew} />
      )}
      {search.new && <NewDeal />}
    </main>
  );
}

function ViewSwitch() {
  const t = useDealWords();
  const search = here.useSearch();
  const go = here.useNavigate();
  return (
    <Segmented
      label={t('view.as')}
      items={[
        { value: 'board', label: t('view.board'), icon: Columns3 },
        { value: 'list', label: t('view.list'), icon: List },
      ]}
      value={search.view ?? 'board'}
      onChange={(view) => void go({ search: { ...search, view: view === 'list' ? 'list' : undefined } })}
    />
  );
}

function Totals({ board }: { board: DealBoard }) {
  const t = useDealWords();
  const say = useSums();
  const { count, sums } = board.open;
  if (sums.length === 0) return <span>{t('open', { count })}</span>;
  return (
    <span className="max-tablet:hidden">
      {t('openWorth', {
        open: t('open', { count }),
        sum: say(sums, 'amount'),
        weighted: say(sums, 'weighted'),
      })}
    </span>
  );
}

/** Begun on a record it goes back there; else the new deal opens. */
function NewDeal() {
  const { new: _, companyId, contactId, leadId, back, ...list } = here.useSearch();
  const go = useNavigate();
  const leave = () => void (back ? go(placeBack(back)) : go({ to: '/deals', search: list, replace: true }));
  const show = ({ id }: DealView) =>
    void (back ? go(placeBack(back)) : go({ to: '/deals/$dealId', params: { dealId: id } }));
  return <NewDealDialog start={{ companyId, contactId, leadId }} onClose={leave} onMade={show} />;
}

/** A company shows its deals on a tab; dealsSearch has let through nothing but addresses of records. */
function placeBack(back: string): { to: '/'; search?: never } {
  const search = back.startsWith('/companies/') ? { search: { tab: 'deals' } } : {};
  return { to: back, ...search } as unknown as { to: '/' };
}
