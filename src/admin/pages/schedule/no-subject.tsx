import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useLater } from '#crm/companies/screens/use-later.ts';
import type { SearchHit, SearchHits } from '#search/search-fields.ts';
import { Avatar } from '#ui/avatar.tsx';
import type { Choice } from '#ui/choices.ts';
import { Combobox } from '#ui/combobox.tsx';
import { Field } from '#ui/field.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { queryString, request } from '#ui/request.ts';
import { useTitle } from '#ui/title.ts';
import type { SubjectKind } from './schedule-search.ts';
import { useScheduleWords } from './words.ts';

const here = getRouteApi('/schedule');

/** Opened without a record, from a rotation: first it is asked whom the meeting is about. */
export function NoSubject() {
  const t = useScheduleWords();
  const go = here.useNavigate();
  const [text, setText] = useState('');
  const { found, isSearching } = useRecords(text);
  useTitle(t('title'));
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar title={t('title')} />
      <div className="mx-auto w-full max-w-112 px-6 py-8 max-phone:px-4">
        <Field label={t('about')} hint={t('aboutHint')}>
          <Combobox<Found>
            items={found}
            onSearch={setText}
            searching={isSearching}
            value={null}
            placeholder={t('aboutSearch')}
            empty={t(text.trim() ? 'aboutNobody' : 'aboutType')}
            onChange={(one) =>
              one && void go({ search: (now) => ({ ...now, kind: one.kind, id: one.value }) })
            }
          />
        </Field>
      </div>
    </main>
  );
}

type Found = Choice & { kind: SubjectKind };

function useRecords(text: string): { found: Found[]; isSearching: boolean } {
  const t = useScheduleWords();
  const q = useLater(text).trim();
  const { data, isFetching } = useQuery(recordsQuery(q));
  const of = (kind: SubjectKind, hits: readonly SearchHit[] = []) =>
    hits.map(({ id, title }) => ({
      kind,
      value: id,
      label: title,
      hint: t(`kind.${kind}`),
      mark: <Avatar id={id} name={title} of={kind === 'company' ? 'company' : 'person'} />,
    }));
  if (q === '') return { found: [], isSearching: false };
  const { companies, contacts, leads, deals, tickets } = data ?? ({} as Partial<SearchHits>);
  const found = [
    ...of('contact', contacts),
    ...of('company', companies),
    ...of('deal', deals),
    ...of('lead', leads),
    ...of('ticket', tickets),
  ];
  return { found, isSearching: isFetching && found.length === 0 };
}

const recordsQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', 'records', q],
    queryFn: ({ signal }) => request<SearchHits>('GET', `/api/search${queryString({ q })}`, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
