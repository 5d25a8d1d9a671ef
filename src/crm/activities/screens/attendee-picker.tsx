import { useQuery } from '@tanstack/react-query';
import { Contact, Mail } from 'lucide-react';
import { useState } from 'react';
import { membersQuery } from '#people/screens/member-queries.ts';
import { useMe } from '#people/screens/use-me.ts';
import { Avatar } from '#ui/avatar.tsx';
import { matches, type Choice } from '#ui/choices.ts';
import { ComboboxMany } from '#ui/combobox-many.tsx';
import { queryString, request } from '#ui/request.ts';
import type { AttendeeView } from './record-event-queries.ts';
import { useActivityWords } from './words.ts';

export interface AttendeePickerProps {
  value: readonly AttendeeView[];
  onChange: (attendees: AttendeeView[]) => void;
}

type AttendeeChoice = Choice & { attendee: AttendeeView };

/** Colleagues, contacts, and whatever address is typed. Without the right to fill others' time, oneself. */
export function AttendeePicker({ value, onChange }: AttendeePickerProps) {
  const t = useActivityWords();
  const [typed, setTyped] = useState('');
  const choiceOf = useChoice();
  const members = useColleagues();
  const contacts = useContacts(typed);
  const found = [...members, ...contacts.found].map(choiceOf).filter((one) => matches(one, typed));
  const offered = ADDRESS.test(typed.trim())
    ? [...found, choiceOf({ kind: 'address', email: typed.trim() })]
    : found;
  return (
    <ComboboxMany
      items={offered}
      onSearch={setTyped}
      searching={contacts.isSearching}
      value={value.map(choiceOf)}
      placeholder={t('events.whoHint')}
      empty={t('events.nobodyFound')}
      onChange={(chosen) => onChange(chosen.map(({ attendee }) => attendee))}
    />
  );
}

/** Enough to offer it; the server looks closer. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function useChoice(): (attendee: AttendeeView) => AttendeeChoice {
  const t = useActivityWords();
  return (attendee) => {
    const { kind, id = '', name, email } = attendee;
    const label = name ?? email ?? t('events.hidden');
    const value = `${kind} ${id || email}`;
    const mark = kind === 'member' ? <Avatar id={id} name={label} /> : <Sign kind={kind} />;
    return { attendee, value, label, hint: name ? (email ?? undefined) : undefined, mark };
  };
}

function Sign({ kind }: { kind: 'contact' | 'address' }) {
  const Icon = kind === 'contact' ? Contact : Mail;
  return <Icon aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />;
}

function useColleagues(): AttendeeView[] {
  const { member, may } = useMe();
  const { data = [] } = useQuery(membersQuery(true));
  return data
    .filter(({ id }) => id === member.id || may('book-for-others'))
    .map(({ id, name, email }) => ({ kind: 'member', id, name, email }));
}

interface ContactFound {
  id: string;
  name: string;
  emails: { address: string; primary: boolean }[];
}

function useContacts(typed: string): { found: AttendeeView[]; isSearching: boolean } {
  const q = typed.trim();
  const { data, isFetching } = useQuery({
    queryKey: ['contacts', 'named', q],
    queryFn: ({ signal }) =>
      request<{ items: ContactFound[] }>('GET', `/api/contacts${queryString({ q, limit: 8 })}`, { signal }),
    enabled: q.length > 1,
    placeholderData: (before) => before,
  });
  const found = q.length > 1 ? (data?.items ?? []) : [];
  const isSearching = isFetching && found.length === 0;
  return {
    isSearching,
    found: found.map(({ id, name, emails }) => ({
      kind: 'contact',
      id,
      name,
      email: (emails.find(({ primary }) => primary) ?? emails[0])?.address ?? null,
    })),
  };
}
