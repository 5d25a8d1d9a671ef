import { useQuery } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { matches, type Choice } from '#ui/choices.ts';
import { ComboboxMany } from '#ui/combobox-many.tsx';
import { Field } from '#ui/field.tsx';
import { queryString, request } from '#ui/request.ts';
import type { Person } from './draft.ts';
import { useEmailWords } from './words.ts';

export interface RecipientsFieldProps {
  label: string;
  value: readonly Person[];
  onChange: (people: Person[]) => void;
  /** The people of the record, offered first. */
  people: readonly Person[];
  error?: string;
}

type PersonChoice = Choice & { person: Person };

/** People of the record, contacts found by name, and whatever address is typed. */
export function RecipientsField({ label, value, onChange, people, error }: RecipientsFieldProps) {
  const t = useEmailWords();
  const [typed, setTyped] = useState('');
  const contacts = useContacts(typed);
  const near = people.map(choiceOf).filter((one) => matches(one, typed));
  const far = contacts.found.map(choiceOf).filter(({ value: key }) => near.every((one) => one.value !== key));
  const own = ADDRESS.test(typed.trim()) ? [choiceOf({ name: null, address: typed.trim() })] : [];
  const offered = [...near, ...far];
  return (
    <Field label={label} error={error}>
      <ComboboxMany
        items={[...offered, ...own.filter(({ value: key }) => offered.every((one) => one.value !== key))]}
        onSearch={setTyped}
        searching={contacts.isSearching}
        value={value.map(choiceOf)}
        placeholder={t('compose.toHint')}
        empty={t('compose.nobody')}
        onChange={(chosen) => onChange(chosen.map(({ person }) => person))}
      />
    </Field>
  );
}

/** Enough to offer it; the server looks closer. */
const ADDRESS = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

function choiceOf(person: Person): PersonChoice {
  const { name, address } = person;
  const mark = <Mail aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />;
  return {
    person,
    value: address.toLowerCase(),
    label: name || address,
    hint: name ? address : undefined,
    mark,
  };
}

interface ContactFound {
  name: string;
  emails: { address: string }[];
}

function useContacts(typed: string): { found: Person[]; isSearching: boolean } {
  const q = typed.trim();
  const { data, isFetching } = useQuery({
    queryKey: ['contacts', 'named', q],
    queryFn: ({ signal }) =>
      request<{ items: ContactFound[] }>('GET', `/api/contacts${queryString({ q, limit: 8 })}`, { signal }),
    enabled: q.length > 1,
    placeholderData: (before) => before,
  });
  const items = q.length > 1 ? (data?.items ?? []) : [];
  const found = items.flatMap(({ name, emails }) => emails.map(({ address }) => ({ name, address })));
  return { found, isSearching: isFetching && found.length === 0 };
}
