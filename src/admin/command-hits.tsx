import { useNavigate } from '@tanstack/react-router';
import { CalendarCheck, Link as LinkIcon } from 'lucide-react';
import type { SearchHit, SearchHits } from '#search/search-fields.ts';
import { Avatar } from '#ui/avatar.tsx';
import type { Command, CommandGroup } from '#ui/command-menu.tsx';
import { useDates } from '#ui/dates.tsx';
import { useAdminWords } from './words.ts';

/** What was found, each leading to where it stands. */
export function useCommandHits(found: SearchHits | undefined): CommandGroup[] {
  const t = useAdminWords();
  const go = useNavigate();
  const things = useThings(found);
  if (!found) return [];
  const { contacts, leads, members } = found;
  return [
    {
      key: 'contacts',
      label: t('find.contacts'),
      items: people(contacts, (contactId) => void go({ to: '/contacts/$contactId', params: { contactId } })),
    },
    {
      key: 'leads',
      label: t('find.leads'),
      items: people(leads, (leadId) => void go({ to: '/leads/$leadId', params: { leadId } })),
    },
    ...things,
    {
      key: 'members',
      label: t('find.members'),
      items: people(members, (who) => void go({ to: '/calendar', search: { who } })),
    },
  ];
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
