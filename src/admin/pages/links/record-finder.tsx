import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLater } from '#crm/companies/screens/use-later.ts';
import type { SearchHit, SearchHits } from '#search/search-fields.ts';
import { Avatar } from '#ui/avatar.tsx';
import type { Choice } from '#ui/choices.ts';
import { Combobox } from '#ui/combobox.tsx';
import { Field } from '#ui/field.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import { recordsNamed, type RecordRef } from './people-of-record.ts';

export type FoundRecord = Choice & { kind: RecordRef['kind'] };

interface RecordFinderProps {
  value: FoundRecord | null;
  onChange: (record: FoundRecord | null) => void;
}

/** A person, or the company, deal or ticket that one wrote about. */
export function RecordFinder({ value, onChange }: RecordFinderProps) {
  const t = useLinkWords();
  const [text, setText] = useState('');
  const { found, isSearching, isError } = useFound(text);
  return (
    <Field label={t('personal.who')}>
      <Combobox<FoundRecord>
        items={found}
        onSearch={setText}
        searching={isSearching}
        value={value}
        onChange={onChange}
        placeholder={t('personal.find')}
        empty={isError ? t('personal.failedToFind') : text.trim() ? t('personal.none') : t('personal.find')}
      />
    </Field>
  );
}

function useFound(text: string): { found: FoundRecord[]; isSearching: boolean; isError: boolean } {
  const t = useLinkWords();
  const q = useLater(text).trim();
  const { data, isFetching, isError } = useQuery(recordsNamed(q));
  if (q === '') return { found: [], isSearching: text.trim() !== '', isError: false };
  const of = (kind: RecordRef['kind'], hits: readonly SearchHit[] = []) =>
    hits.map(({ id, title, subtitle }) => ({
      kind,
      value: id,
      label: title,
      hint: [t(`personal.kind.${kind}`), subtitle].filter(Boolean).join(' · '),
      mark: <Avatar id={id} name={title} of={kind === 'company' ? 'company' : 'person'} />,
    }));
  const { contacts, leads, companies, deals, tickets } = data ?? ({} as Partial<SearchHits>);
  const found = [
    ...of('contact', contacts),
    ...of('lead', leads),
    ...of('company', companies),
    ...of('deal', deals),
    ...of('ticket', tickets),
  ];
  return { found, isSearching: (isFetching || q !== text.trim()) && found.length === 0, isError };
}
