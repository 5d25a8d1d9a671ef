import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Combobox } from '#ui/combobox.tsx';
import { queryString, request } from '#ui/request.ts';
import { useDealWords } from './words.ts';

export interface Named {
  id: string;
  name: string;
}

export interface RecordPickerProps {
  kind: 'contacts' | 'leads';
  value: Named | null;
  onChange: (record: Named | null) => void;
  /** Chosen already. */
  without?: readonly string[];
  'aria-label'?: string;
}

/** One contact or lead, found by name or address. */
export function RecordPicker({ kind, value, onChange, without = [], ...props }: RecordPickerProps) {
  const t = useDealWords();
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: [kind, 'list', 'named', text],
    queryFn: ({ signal }) =>
      request<{ items: Named[] }>('GET', `/api/${kind}${queryString({ q: text || undefined, limit: 8 })}`, {
        signal,
      }),
    placeholderData: (before) => before,
  });
  const items = (found.data?.items ?? [])
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Combobox
      {...props}
      items={items}
      onSearch={setText}
      searching={found.isPending}
      value={value && { value: value.id, label: value.name }}
      onChange={(next) => onChange(next && { id: next.value, name: next.label })}
      placeholder={t('find')}
      empty={t('nobody')}
    />
  );
}
