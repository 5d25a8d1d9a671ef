import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLater } from '#crm/companies/screens/use-later.ts';
import { Avatar } from '#ui/avatar.tsx';
import type { Choice } from '#ui/choices.ts';
import { Combobox } from '#ui/combobox.tsx';
import { queryString, request } from '#ui/request.ts';
import { useListWords } from './words.ts';

export interface PersonPickerProps {
  kind: 'contacts' | 'leads';
  value: string | null;
  onChange: (id: string | null) => void;
  /** Chosen already. */
  without?: readonly string[];
  readOnly?: boolean;
  'aria-label'?: string;
}

/** One contact or lead, found by name or address. */
export function PersonPicker({ kind, value, onChange, without = [], ...props }: PersonPickerProps) {
  const t = useListWords();
  const [text, setText] = useState('');
  const wanted = useLater(text).trim();
  const found = useQuery(namedQuery(kind, wanted));
  const chosen = useQuery({ ...personQuery(kind, value ?? ''), enabled: value !== null });
  const shown = chosen.data
    ? choiceOf(chosen.data)
    : { value: value ?? '', label: chosen.isError ? t('picker.unknown') : '…' };
  const people = (found.data?.items ?? []).filter(({ id }) => !without.includes(id));
  return (
    <Combobox
      {...props}
      items={people.map(choiceOf)}
      onSearch={setText}
      searching={found.isPending || wanted !== text.trim()}
      value={value === null ? null : shown}
      onChange={(choice: Choice | null) => onChange(choice?.value ?? null)}
      placeholder={t('picker.find')}
      empty={t('picker.nobody')}
    />
  );
}

interface Named {
  id: string;
  name: string;
  emails: readonly { address: string }[];
}

const namedQuery = (kind: string, q: string) => ({
  queryKey: [kind, 'named', q],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    request<{ items: Named[] }>('GET', `/api/${kind}${queryString({ q, sort: 'name', limit: 20 })}`, {
      signal,
    }),
  staleTime: 10_000,
});

const personQuery = (kind: string, id: string) => ({
  queryKey: [kind, 'one', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => request<Named>('GET', `/api/${kind}/${id}`, { signal }),
});

function choiceOf({ id, name, emails }: Named): Choice {
  return { value: id, label: name, hint: emails[0]?.address, mark: <Avatar id={id} name={name} /> };
}
