import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Columns3, List } from 'lucide-react';
import { boardQuery, type DealView } from '#crm/deals/screens/deal-queries.ts';
import { useSums } from '#crm/deals/screens/stage-note.tsx';
import { useDealWords } from '#crm/deals/screens/words.ts';
import type { ListState } from '#crm/records/screens/list-search.ts';
import { RecordList } from '#crm/records/screens/record-list.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { listLinks } from '../record/list-links.tsx';
import { BoardView } from './board-view.tsx';
import { useDealList } from './deal-list.tsx';
import { NewDealDialog } from './new-deal-dialog.tsx';
import { useBoardAsked } from './use-board-asked.ts';

const here = getRouteApi('/deals');

/** Deals as a board by stage or as a list, narrowed alike; the address says which. */
export function DealsPage() {
  const { as, new: isNew, companyId: _c, contactId: _p, leadId: _l, back: _b, ...search } = here.useSearch();
  const go = here.useNavigate();
  const startNew = () => void go({ search: (before) => ({ ...before, new: true }) });
  const isList = as === 'list';
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <RecordList
        kind={useDealList()}
        search={search}
        onSearch={(next) => void go({ search: { ...next, as }, replace: true })}
        tabLink={(next) => <Link to="/deals" search={{ ...next, as }} />}
        onCreate={startNew}
        menu={listLinks('deals')}
        ways={<ViewSwitch />}
        aside={isList ? undefined : (asked) => <Totals asked={asked} />}
        instead={isList ? undefined : (asked) => <BoardView asked={asked} onNew={startNew} />}
      />
      {isNew && <NewDeal />}
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
      value={search.as ?? 'board'}
      onChange={(as) => void go({ search: { ...search, as: as === 'list' ? 'list' : undefined } })}
    />
  );
}

function Totals({ asked }: { asked: ListState | null }) {
  const t = useDealWords();
  const say = useSums();
  const way = boardQuery(useBoardAsked(asked));
  const { data: board } = useQuery({ ...way, placeholderData: (before) => before });
  if (!board) return null;
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
