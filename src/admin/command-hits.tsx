import { useNavigate } from '@tanstack/react-router';
import { CalendarCheck, Handshake, LifeBuoy, Link as LinkIcon } from 'lucide-react';
import { recordPage } from '#crm/timeline/screens/record-path.ts';
import type { SearchHit, SearchHits } from '#search/search-fields.ts';
import { Avatar } from '#ui/avatar.tsx';
import type { Command, CommandGroup } from '#ui/command-menu.tsx';
import { useDates } from '#ui/dates.tsx';
import { useAdminWords } from './words.ts';

/** What was found, each leading to where it stands. */
export function useCommandHits(found: SearchHits | undefined): CommandGroup[] {
  const t = useAdminWords();
  const go = useNavigate();
  const theirs = useRecords(found);
  const things = useThings(found);
  if (!found) return [];
  const members = {
    key: 'members',
    label: t('find.members'),
    items: people(found.members, (who) => void go({ to: '/calendar', search: { who } })),
  };
  return [...theirs, ...things, members];
}

function useRecords(found: SearchHits | undefined): CommandGroup[] {
  const t = useAdminWords();
  const go = useNavigate();
  if (!found) return [];
  const { companies, contacts, leads, deals, tickets } = found;
  const open = (kind: string) => (id: string) => void go({ to: recordPage({ kind, id }) });
  const ofCompany = ({ id, title }: SearchHit) => ({ mark: <Avatar id={id} name={title} of="company" /> });
  return [
    { key: 'companies', label: t('find.companies'), items: records(companies, open('company'), ofCompany) },
    { key: 'contacts', label: t('find.contacts'), items: people(contacts, open('contact')) },
    { key: 'leads', label: t('find.leads'), items: people(leads, open('lead')) },
    {
      key: 'deals',
      label: t('find.deals'),
      items: records(deals, open('deal'), () => ({ icon: Handshake })),
    },
    {
      key: 'tickets',
      label: t('find.tickets'),
      items: records(tickets, open('ticket'), () => ({ icon: LifeBuoy })),
    },
  ];
}

function records(
  hits: readonly SearchHit[],
  open: (id: string) => void,
  sign: (hit: SearchHit) => Pick<Command, 'icon' | 'mark'>,
): Command[] {
  return hits.map((hit) => ({
    key: hit.id,
    label: hit.title,
    hint: hit.subtitle ?? undefined,
    ...sign(hit),
    onSelect: () => open(hit.id),
  }));
}

function people(hits: readonly SearchHit[], open: (id: string) => void): Command[] {
  return hits.map(({ id, title, subtitle }) => ({
    key: id,
    label: title,
    hint: subtitle ?? undefined,
    mark: <Avatar id={id} name={title} />,
    onSelect: () => open(id),
  }));
}

function useThings(found: SearchHits | undefined): CommandGroup[] {
  const t = useAdminWords();
  const go = useNavigate();
  const dates = useDates();
  const bookings = (found?.bookings ?? []).map(({ id, title, subtitle, start }) => ({
    key: id,
    label: subtitle ?? title,
    hint: `${title}, ${dates.when(start)}`,
    icon: CalendarCheck,
    onSelect: () => void go({ to: '/bookings', search: { open: id } }),
  }));
  const links = (found?.links ?? []).map(({ id, title, subtitle }) => ({
    key: id,
    label: title,
    hint: subtitle ?? undefined,
    icon: LinkIcon,
    onSelect: () => void go({ to: '/links/$linkId', params: { linkId: id } }),
  }));
  return [
    { key: 'bookings', label: t('find.bookings'), items: bookings },
    { key: 'links', label: t('find.links'), items: links },
  ];
}
