import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { RecordList } from '#crm/records/screens/record-list.tsx';
import { listLinks } from '../record/list-links.tsx';
import { NewTicketDialog } from './new-ticket-dialog.tsx';
import { useTicketList } from './ticket-list.tsx';

const here = getRouteApi('/tickets');

/** What people need help with, the open ones first. */
export function TicketsPage() {
  const search = here.useSearch();
  const go = here.useNavigate();
  const [isNew, setNew] = useState(false);
  const show = ({ id }: { id: string }) => void go({ to: '/tickets/$ticketId', params: { ticketId: id } });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <RecordList
        kind={useTicketList()}
        search={search}
        onSearch={(next) => void go({ search: next, replace: true })}
        tabLink={(next) => <Link to="/tickets" search={next} />}
        onCreate={() => setNew(true)}
        menu={listLinks('tickets')}
      />
      {isNew && <NewTicketDialog onClose={() => setNew(false)} onMade={show} />}
    </main>
  );
}
