import { useQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { Combobox } from '#ui/combobox.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import { membersQuery, teamsQuery } from '#people/screens/member-queries.ts';
import type { ListSearch } from './links-search.ts';

interface ListOwnerProps {
  search: ListSearch;
  onNarrow: (change: ListSearch) => void;
}

/** Whose of everyone's links: a team's or one member's (N3). */
export function ListOwner({ search: { owner, team }, onNarrow }: ListOwnerProps) {
  const t = useLinkWords();
  const choices = useChoices();
  const chosen = choices.find(({ value }) => value === (team ?? owner)) ?? null;
  return (
    <Combobox
      size="s"
      aria-label={t('list.owner')}
      placeholder={t('list.anyOwner')}
      empty={t('list.noOwner')}
      className="w-48! max-phone:w-full!"
      items={choices}
      value={chosen}
      onChange={(next) =>
        onNarrow({
          team: next?.isTeam ? next.value : undefined,
          owner: next && !next.isTeam ? next.value : undefined,
        })
      }
    />
  );
}

/** Teams first: there are few of them. */
function useChoices() {
  const t = useLinkWords();
  const { data: teams } = useQuery(teamsQuery());
  const { data: members } = useQuery(membersQuery());
  return useMemo(
    () => [
      ...(teams ?? []).map(({ id, name }) => ({
        value: id,
        label: name,
        hint: t('list.team'),
        mark: <UsersRound aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />,
        isTeam: true,
      })),
      ...(members ?? []).map(({ id, name }) => ({
        value: id,
        label: name,
        mark: <Avatar name={name} id={id} size="s" />,
        isTeam: false,
      })),
    ],
    [teams, members, t],
  );
}
