import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { ticketsQuery, type TicketView } from '#crm/tickets/screens/ticket-queries.ts';
import { useTicketWords } from '#crm/tickets/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Tab, Tabs } from '#ui/tabs.tsx';
import { useTitle } from '#ui/title.ts';
import { useMe } from '../../use-me.ts';
import { NewTicketDialog } from './new-ticket-dialog.tsx';
import { TicketsFound } from './tickets-found.tsx';
import { TICKET_STATUSES, type TicketsSearch } from './tickets-search.ts';

const here = getRouteApi('/tickets');

/** What people need help with, the open ones first. */
export function TicketsPage() {
  const t = useTicketWords();
  const search = here.useSearch();
  const go = here.useNavigate();
  const [isNew, setNew] = useState(false);
  const found = useTickets(search);
  const show = ({ id }: TicketView) => void go({ to: '/tickets/$ticketId', params: { ticketId: id } });
  const onSearch = (next: TicketsSearch) => void go({ search: next, replace: true });
  useTitle(t('title'));
  useShortcuts({ c: () => setNew(true) });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar
        title={t('title')}
        actions={
          <Button kind="primary" icon={Plus} shortcut="C" onClick={() => setNew(true)}>
            {t('new')}
          </Button>
        }
      />
      <StatusTabs search={search} />
      <TicketsFilter search={search} onSearch={onSearch} />
      <TicketsFound found={found} search={search} onSearch={onSearch} onCreate={() => setNew(true)} />
      {isNew && <NewTicketDialog onClose={() => setNew(false)} onMade={show} />}
    </main>
  );
}

function useTickets({ q, status = 'open', mine, sort }: TicketsSearch) {
  const { member } = useMe();
  return useInfiniteQuery({
    ...ticketsQuery({ q, sort, ...(status !== 'all' && { status }), ...(mine && { ownerId: member.id }) }),
    placeholderData: (before) => before,
  });
}

function StatusTabs({ search }: { search: TicketsSearch }) {
  const t = useTicketWords();
  const { status: _status, ...rest } = search;
  const shown = search.status ?? 'open';
  return (
    <Tabs label={t('stages')}>
      {[...TICKET_STATUSES, 'all' as const].map((status) => (
        <Tab
          key={status}
          current={shown === status}
          render={<Link to="/tickets" search={{ ...rest, ...(status !== 'open' && { status }) }} />}
        >
          {status === 'all' ? t('everything') : t(`status.${status}`)}
        </Tab>
      ))}
    </Tabs>
  );
}

interface TicketsFilterProps {
  search: TicketsSearch;
  onSearch: (search: TicketsSearch) => void;
}

function TicketsFilter({ search, onSearch }: TicketsFilterProps) {
  const t = useTicketWords();
  return (
    <FilterBar
      text={search.q ?? ''}
      onText={(q) => onSearch({ ...search, q: q || undefined })}
      filters={[]}
      onRemove={() => undefined}
      onClear={() => onSearch({ status: search.status })}
      aside={
        <Segmented
          label={t('of')}
          items={[
            { value: 'all', label: t('all') },
            { value: 'mine', label: t('mine') },
          ]}
          value={search.mine ? 'mine' : 'all'}
          onChange={(whose) => onSearch({ ...search, mine: whose === 'mine' ? true : undefined })}
        />
      }
    />
  );
}
