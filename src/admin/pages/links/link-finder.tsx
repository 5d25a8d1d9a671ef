import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Choice } from '#ui/choices.ts';
import { Combobox } from '#ui/combobox.tsx';
import { Field } from '#ui/field.tsx';
import { queryString, request } from '#ui/request.ts';
import type { LinkPage } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';

interface LinkFinderProps {
  value: Choice | null;
  onChange: (link: Choice | null) => void;
}

/** One of the links that can be booked, whoever keeps it (N3). */
export function LinkFinder({ value, onChange }: LinkFinderProps) {
  const t = useLinkWords();
  const { data, isPending, isError } = useQuery(openLinks);
  const found = data?.items.map(({ id, title, kind }) => ({
    value: id,
    label: title,
    hint: t(`kind.${kind}`),
  }));
  return (
    <Field label={t('personal.link')}>
      <Combobox
        items={found ?? []}
        searching={isPending}
        value={value}
        onChange={onChange}
        placeholder={t('personal.linkFind')}
        empty={t(isError ? 'personal.failedToFind' : 'personal.linkNone')}
      />
    </Field>
  );
}

/** A workspace has tens of links; of one with hundreds the oldest are read. */
const MOST = 200;

const openLinks = queryOptions({
  queryKey: ['links', 'open'],
  queryFn: ({ signal }) =>
    request<LinkPage>('GET', `/api/links${queryString({ active: true, limit: MOST })}`, { signal }),
});
