import { useQuery } from '@tanstack/react-query';
import { AvatarStack, Person } from '#ui/avatar.tsx';
import { membersQuery } from './member-queries.ts';
import { usePeopleWords } from './words.ts';

/** A member by id: avatar and name on one line; who was deleted or is unknown is said to have left. */
export function Who({ id, muted }: { id: string; muted?: boolean }) {
  const name = useMemberName();
  return <Person id={id} name={name(id)} muted={muted} />;
}

/** Several members as overlapping avatars, read aloud as names. */
export function WhoAll({ ids, most }: { ids: readonly string[]; most?: number }) {
  const name = useMemberName();
  return <AvatarStack people={ids.map((id) => ({ id, name: name(id) }))} most={most} />;
}

/** The name of a member by id, for sentences; '…' while it is not known yet. */
export function useMemberName(): (memberId: string) => string {
  const t = usePeopleWords();
  const { data } = useQuery(membersQuery());
  return (memberId) => {
    if (!data) return '…';
    return data.find(({ id }) => id === memberId)?.name ?? t('picker.unknown');
  };
}
