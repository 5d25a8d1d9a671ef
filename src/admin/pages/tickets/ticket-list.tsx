import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ListKind, RecordColumn } from '#crm/records/screens/list-kind.ts';
import { TicketPriorityMark, TicketStatusMark } from '#crm/tickets/screens/ticket-marks.tsx';
import type { TicketView } from '#crm/tickets/screens/ticket-queries.ts';
import { useTicketWords } from '#crm/tickets/screens/words.ts';
import { TICKET_PRIORITIES, TICKET_STATUSES } from './tickets-search.ts';

/** What the list of tickets shows and takes; it opens with what is still open. */
export function useTicketList(): ListKind<TicketView> {
  const t = useTicketWords();
  return useMemo(() => {
    const statuses = TICKET_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }));
    const priorities = TICKET_PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }));
    const status = { label: t('field.status'), choices: statuses };
    const priority = { label: t('field.priority'), choices: priorities };
    return {
      list: 'tickets',
      title: t('title'),
      tabs: [
        ...statuses.map(({ value, label }) => ({
          key: value,
          label,
          filter: [{ field: 'status', is: 'is', value }],
        })),
        { key: 'all', label: t('everything'), filter: [] },
      ],
      nameLabel: t('field.subject'),
      nameOf: ({ subject }) => subject,
      columns: columnsOf(t),
      fields: [
        { id: 'status', kind: 'choice', ...status },
        { id: 'priority', kind: 'choice', ...priority },
      ],
      changes: [
        { field: 'status', ...status },
        { field: 'priority', ...priority },
      ],
      phoneCell: (ticket) => <PhoneTicket ticket={ticket} />,
      rowLink: ({ id }) => <Link to="/tickets/$ticketId" params={{ ticketId: id }} />,
      create: t('new'),
      empty: { title: t('empty'), what: t('emptyWhat') },
    };
  }, [t]);
}

function columnsOf(t: ReturnType<typeof useTicketWords>): RecordColumn<TicketView>[] {
  return [
    {
      key: 'status',
      header: t('field.status'),
      width: '9rem',
      sorts: true,
      cell: ({ status }) => <TicketStatusMark status={status} />,
    },
    {
      key: 'priority',
      header: t('field.priority'),
      width: '7rem',
      cell: ({ priority }) => <TicketPriorityMark priority={priority} />,
    },
  ];
}

function PhoneTicket({ ticket: { subject, status, priority } }: { ticket: TicketView }) {
  return (
    <span className="block min-w-0">
      <bdi className="block truncate font-medium" title={subject}>
        {subject}
      </bdi>
      <span className="flex items-center gap-2 text-muted">
        <TicketStatusMark status={status} />
        <TicketPriorityMark priority={priority} />
      </span>
    </span>
  );
}
