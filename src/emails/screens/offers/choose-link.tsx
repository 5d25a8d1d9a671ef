import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { LinkPage, LinkView } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { useMe } from '#people/screens/use-me.ts';
import { useMemberName } from '#people/screens/who.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { queryString, request } from '#ui/request.ts';
import { SearchInput } from '#ui/search-input.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useEmailWords } from '../words.ts';

const SHOWN = 50;

/** A link that offers any of its times; one's own come first. */
export function ChooseLink({ onChoose }: { onChoose: (linkId: string) => void }) {
  const t = useEmailWords();
  const search = useRef<HTMLInputElement>(null);
  const [q, setQ] = useState('');
  const { data, isError, isFetching, refetch } = useOpenLinks(q);
  useEffect(() => search.current?.focus(), []);
  return (
    <>
      <SearchInput ref={search} label={t('offer.search')} value={q} onChange={setQ} />
      {isError && !data && (
        <Problem title={t('offer.notLoaded')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
      {!data && !isError && <Skeleton rows={4} row="text" />}
      {data?.length === 0 && <Empty small title={t('offer.noLinks')} />}
      {data && data.length > 0 && (
        <ul aria-label={t('offer.links')} className="scroll-pane -mx-1 grid max-h-96 gap-0.5">
          {data.map((link) => (
            <Row key={link.id} link={link} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ link, onChoose }: { link: LinkView; onChoose: (linkId: string) => void }) {
  const t = useLinkWords();
  const nameOf = useMemberName();
  const lengths = link.durationsMinutes.map((count) => t('duration.minutes', { count })).join(', ');
  return (
    <li className="min-w-0">
      <button
        type="button"
        onClick={() => onChoose(link.id)}
        className="grid w-full min-w-0 rounded-s px-2 py-1.5 text-start hover:bg-hover touch:min-h-(--touch)"
      >
        <bdi className="truncate font-medium" title={link.title}>
          {link.title}
        </bdi>
        <span className="truncate text-12 text-faint">
          {t(`kind.${link.kind}`)} · {lengths} · <bdi>{nameOf(link.ownerId)}</bdi>
        </span>
      </button>
    </li>
  );
}

function useOpenLinks(q: string) {
  const { member } = useMe();
  const own = useQuery(openLinks(q, member.id));
  const all = useQuery(openLinks(q));
  const data = own.data &&
    all.data && [...own.data, ...all.data.filter(({ ownerId }) => ownerId !== member.id)];
  const refetch = () => Promise.all([own.refetch(), all.refetch()]);
  return {
    data,
    isError: own.isError || all.isError,
    isFetching: own.isFetching || all.isFetching,
    refetch,
  };
}

/** Those of specific times were made for somebody else. */
const openLinks = (q: string, ownerId?: string) =>
  queryOptions({
    queryKey: ['links', 'to-offer', q.trim(), ownerId],
    queryFn: async ({ signal }) => {
      const asked = queryString({ q: q.trim(), active: true, ownerId, limit: SHOWN });
      const { items } = await request<LinkPage>('GET', `/api/links${asked}`, { signal });
      return items.filter(({ kind }) => kind !== 'specific-times');
    },
    placeholderData: keepPreviousData,
  });
