import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Ellipsis, Trash2 } from 'lucide-react';
import { ticketQuery, type TicketView } from '#crm/tickets/screens/ticket-queries.ts';
import { useTicketWords } from '#crm/tickets/screens/words.ts';
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
import { TicketFields } from './ticket-fields.tsx';

const here = getRouteApi('/tickets/$ticketId');

export function TicketPage() {
  const { ticketId } = here.useParams();
  const found = useQuery(ticketQuery(ticketId));
  return found.data ? <Ticket key={ticketId} ticket={found.data} /> : <RecordLoading found={found} />;
}

/** One ticket: its fields left, what happened in the middle. */
function Ticket({ ticket }: { ticket: TicketView }) {
  const t = useTicketWords();
  const { subject } = ticket;
  const record = { ...ticket, name: subject };
  const { path, autosave, trash } = useRecord('tickets', record, ticketQuery(ticket.id).queryKey);
  useTitle(subject);
  return (
    <SavedProvider>
      <main className="flex min-h-0 flex-1 flex-col">
        <PageBar
          crumb={<Link to="/tickets">{t('title')}</Link>}
          title={<bdi title={subject}>{subject}</bdi>}
          actions={<Acts ticket={ticket} onDelete={() => void trash()} />}
        />
        <div className="grid min-h-0 flex-1 grid-cols-[min(22rem,50%)_minmax(0,1fr)] max-tablet:grid-cols-[min(18rem,50%)_minmax(0,1fr)] max-phone:block max-phone:overflow-auto">
          <section className="scroll-pane min-h-0 border-e border-line px-6 py-5 max-tablet:px-4 max-phone:border-e-0 max-phone:border-b">
            <p className="mb-5 text-20 font-semibold wrap-anywhere" dir="auto">
              {subject}
            </p>
            <TicketFields ticket={ticket} autosave={autosave} />
          </section>
          <RecordWork record={{ kind: 'ticket', id: ticket.id }} path={path} />
        </div>
      </main>
    </SavedProvider>
  );
}

function Acts({ ticket, onDelete }: { ticket: TicketView; onDelete: () => void }) {
  const t = useRecordWords();
  const mayEdit = useMayEdit(ticket);
  return (
    <>
      <SavedAt />
      {mayEdit && (
        <Menu trigger={<IconButton icon={Ellipsis} label={t('more')} />}>
          <MergeEntry kind="ticket" id={ticket.id} />
          <MenuItem icon={Trash2} danger onSelect={onDelete}>
            {t('delete')}
          </MenuItem>
        </Menu>
      )}
      <ScheduleLink record={{ kind: 'ticket', id: ticket.id }} />
    </>
  );
}
