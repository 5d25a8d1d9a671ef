import { useQuery } from '@tanstack/react-query';
import { AvatarStack } from '#ui/avatar.tsx';
import { State } from '#ui/badge.tsx';
import { whyWords } from '#links/screens/editor/bookable.tsx';
import type { ListedLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { membersQuery } from '#people/screens/member-queries.ts';

/** Who holds the meetings; who of them cannot be booked is said with the reason. */
export function Hosts({ link, long = false }: { link: ListedLink; long?: boolean }) {
  const t = useLinkWords();
  const { data: members } = useQuery(membersQuery());
  if (!members) return null;
  const hosts = link.hostIds.map((id) => ({
    id,
    name: members.find((one) => one.id === id)?.name ?? t('hosts.gone'),
  }));
  const closed = link.notBookable;
  const reasons = closed
    .map((host) => t('hosts.whyNot', { name: host.name, why: whyWords(t, host) }))
    .join('; ');
  return (
    <span className="flex min-w-0 items-center gap-2" title={reasons || undefined}>
      <AvatarStack people={hosts} most={closed.length > 0 ? 3 : 5} />
      {closed.length > 0 && (
        <State shape={closed.length >= hosts.length ? 'broken' : 'waiting'}>
          {long ? reasons : t('hosts.closedCount', { count: closed.length })}
          {!long && <span className="sr-only">: {reasons}</span>}
        </State>
      )}
    </span>
  );
}
