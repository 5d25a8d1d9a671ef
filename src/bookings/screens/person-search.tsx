import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import type { Choice } from '#ui/choices.ts';
import { Combobox } from '#ui/combobox.tsx';
import { queryString, request } from '#ui/request.ts';
import type { NewBookingForm } from './new-booking-form.ts';
import type { NewBookingState } from './use-new-booking.ts';
import { useBookingWords } from './words.ts';

interface Person {
  id: string;
  name: string;
  emails: { address: string; primary: boolean }[];
}

type Kind = 'contact' | 'lead';
type Found = Choice & { record: NonNullable<NewBookingForm['record']>; email: string };

/** A contact or lead that the meeting belongs to; who comes is filled in where nobody was written yet. */
export function PersonSearch({ state: { form, change } }: { state: NewBookingState }) {
  const t = useBookingWords();
  const [text, setText] = useState('');
  const people = usePeople(useDeferredValue(text.trim()));
  const { record } = form;
  const take = (found: Found | null) => {
    const isEmpty = !form.name && !form.email;
    const person = found && isEmpty ? { name: found.label, email: found.email } : {};
    change({ record: found?.record ?? null, ...person });
  };
  return (
    <Combobox<Found>
      items={people.found}
      onSearch={setText}
      searching={people.isSearching}
      value={record && { value: record.id, label: record.name, record, email: '' }}
      onChange={take}
      placeholder={t('new.recordSearch')}
      empty={t(text.trim() ? 'new.recordNobody' : 'new.recordType')}
    />
  );
}

function usePeople(text: string): { found: Found[]; isSearching: boolean } {
  const contacts = useKind('contact', text);
  const leads = useKind('lead', text);
  return {
    found: [...contacts.found, ...leads.found],
    isSearching: contacts.isFetching || leads.isFetching,
  };
}

const A_FEW = 6;

function useKind(kind: Kind, text: string): { found: Found[]; isFetching: boolean } {
  const t = useBookingWords();
  const { data, isFetching } = useQuery({
    queryKey: [`${kind}s`, 'search', text],
    queryFn: ({ signal }) =>
      request<{ items: Person[] }>('GET', `/api/${kind}s${queryString({ q: text, limit: A_FEW })}`, {
        signal,
      }),
    enabled: text !== '',
  });
  const found = (data?.items ?? []).map(({ id, name, emails }) => {
    const email = (emails.find(({ primary }) => primary) ?? emails[0])?.address ?? '';
    return {
      value: id,
      label: name,
      hint: [t(`facts.${kind}`), email].filter(Boolean).join(' · '),
      mark: <Avatar id={id} name={name} />,
      record: { kind, id, name },
      email,
    };
  });
  return { found, isFetching };
}
