import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Ellipsis, Trash2 } from 'lucide-react';
import { dealQuery, type DealView } from '#crm/deals/screens/deal-queries.ts';
import { useDealWords } from '#crm/deals/screens/words.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { SavedAt, SavedProvider } from '#ui/saved.tsx';
import { useTitle } from '#ui/title.ts';
import { MergeEntry } from '../record/merge-entry.tsx';
import { RecordLoading } from '../record/record-loading.tsx';
import { useMayEdit } from '../record/use-may-edit.ts';
import { RecordWork } from '../record/record-work.tsx';
import { ScheduleLink } from '../record/schedule-link.tsx';
import { useRecord } from '../record/use-record.ts';
import { useRecordWords } from '../record/words.ts';
import { DealDetails, type NamedDeal } from './deal-details.tsx';

const here = getRouteApi('/deals/$dealId');

export function DealPage() {
  const { dealId } = here.useParams();
  const found = useQuery(dealQuery(dealId));
  return found.data ? <Deal key={dealId} deal={found.data} /> : <RecordLoading found={found} />;
}

/** One deal: its fields left, what happened with it in the middle. */
function Deal({ deal }: { deal: DealView }) {
  const named: NamedDeal = { ...deal, name: deal.title };
  const { path, autosave, trash } = useRecord('deals', named, dealQuery(deal.id).queryKey);
  useTitle(deal.title);
  return (
    <SavedProvider>
      <main className="flex min-h-0 flex-1 flex-col">
        <DealBar deal={deal} onDelete={() => void trash()} />
        <div className="grid min-h-0 flex-1 grid-cols-[min(22rem,50%)_minmax(0,1fr)] max-tablet:grid-cols-[min(18rem,50%)_minmax(0,1fr)] max-phone:block max-phone:overflow-auto">
          <section className="scroll-pane min-h-0 border-e border-line px-6 py-5 max-tablet:px-4 max-phone:border-e-0 max-phone:border-b">
            <p className="mb-5 text-20 font-semibold wrap-anywhere" dir="auto">
              {deal.title}
            </p>
            <DealDetails deal={named} autosave={autosave} />
          </section>
          <RecordWork record={{ kind: 'deal', id: deal.id }} path={path} />
        </div>
      </main>
    </SavedProvider>
  );
}

function DealBar({ deal, onDelete }: { deal: DealView; onDelete: () => void }) {
  const t = useDealWords();
  const record = useRecordWords();
  const mayEdit = useMayEdit(deal);
  return (
    <PageBar
      crumb={<Link to="/deals">{t('title')}</Link>}
      title={<bdi title={deal.title}>{deal.title}</bdi>}
      actions={
        <>
          <SavedAt />
          <Menu trigger={<IconButton icon={Ellipsis} label={record('more')} />}>
            {mayEdit && <MergeEntry kind="deal" id={deal.id} />}
            <MenuItem icon={Trash2} danger onSelect={onDelete}>
              {record('delete')}
            </MenuItem>
          </Menu>
          <ScheduleLink record={{ kind: 'deal', id: deal.id }} />
        </>
      }
    />
  );
}
