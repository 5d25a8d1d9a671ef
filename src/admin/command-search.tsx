import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { SearchHits } from '#search/search-fields.ts';
import { CommandMenu } from '#ui/command-menu.tsx';
import { queryString, request } from '#ui/request.ts';
import { useCommandActions } from './command-actions.ts';
import { useCommandHits } from './command-hits.tsx';
import { useAdminWords } from './words.ts';

const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) =>
      request<SearchHits>('GET', `/api/search${queryString({ q, limit: 5 })}`, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });

/** Ctrl K: people, bookings, links by any of their words; places to go and things to do by their names. */
export function CommandSearch({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data, isFetching } = useQuery(searchQuery(asked));
  const hits = useCommandHits(asked === '' ? undefined : data);
  const actions = useCommandActions(text.trim());
  // Whoever types the whole name of a place wants to go there, whatever else is called so.
  const isNamed = actions.some(({ items }) => items.some(({ label }) => sameName(label, text)));
  return (
    <CommandMenu
      open
      onClose={onClose}
      text={text}
      onText={setText}
      groups={isNamed ? [...actions, ...hits] : [...hits, ...actions]}
      searching={isFetching}
      placeholder={t('find.placeholder')}
      empty={t('find.nothing')}
    />
  );
}

function sameName(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.trim().toLocaleLowerCase();
}
