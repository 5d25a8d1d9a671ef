import { queryOptions, useQuery } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { useState, type Ref } from 'react';
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
  ref?: Ref<HTMLInputElement>;
}

type PersonChoice = Choice & { person: Person };

/** People of the record, contacts and leads found by name, and whatever address is typed. */
export function RecipientsField({ label, value, onChange, people, error, ref }: RecipientsFieldProps) {
  const t = useEmailWords();
  const [typed, setTyped] = useState('');
  const others = usePeople(typed);
  const near = people.map(choiceOf).filter((one) => matches(one, typed));
  const far = others.found.map(choiceOf).filter(({ value: key }) => near.every((one) => one.value !== key));
  const own = ADDRESS.test(typed.trim()) ? [choiceOf({ name: null, address: typed.trim() })] : [];
  const offered = [...near, ...far];
  return (
    <Field label={label} error={error}>
      <ComboboxMany
        ref={ref}
        items={[...offered, ...own.filter(({ value: key }) => offered.every((one) => one.value !== key))]}
        onSearch={setTyped}
        searching={others.isSearching}
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

interface PersonFound {
  name: string;
  emails: { address: string }[];
}

/** Contacts and leads by name; who has no address cannot be written to. */
function usePeople(typed: string): { found: Person[]; isSearching: boolean } {
  const q = typed.trim();
  const contacts = useQuery({ ...peopleNamed('contacts', q), placeholderData: (before) => before });
  const leads = useQuery({ ...peopleNamed('leads', q), placeholderData: (before) => before });
  const items = q.length > 1 ? [...(contacts.data ?? []), ...(leads.data ?? [])] : [];
  const all = items.flatMap(({ name, emails }) => emails.map(({ address }) => ({ name, address })));
  const found = [...new Map(all.toReversed().map((one) => [one.address.toLowerCase(), one])).values()];
  const isFetching = contacts.isFetching || leads.isFetching;
  return { found: found.toReversed(), isSearching: isFetching && found.length === 0 };
}

const peopleNamed = (kind: 'contacts' | 'leads', q: string) =>
  queryOptions({
    queryKey: [kind, 'addressed', q],
    queryFn: async ({ signal }) => {
      const path = `/api/${kind}${queryString({ q, limit: 8 })}`;
      return (await request<{ items: PersonFound[] }>('GET', path, { signal })).items;
    },
    enabled: q.length > 1,
  });
