import { useQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useMemo, type KeyboardEvent } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import type { Choice } from '#ui/choices.ts';
import { ComboboxMany } from '#ui/combobox-many.tsx';
import { whyNoHost } from '#people/screens/can-host.ts';
import { membersQuery, teamsQuery, type MemberView, type Team } from '#people/screens/member-queries.ts';
import type { Entry } from './rotation-queries.ts';
import { useRotationWords } from './words.ts';

export interface EntriesPickerProps {
  value: readonly Entry[];
  onChange: (entries: Entry[]) => void;
  /** Not offered: what is there already. */
  without?: readonly Entry[];
}

/** Members and teams in one field. Those who cannot host may be chosen too, and say why they would not be proposed (R2). */
export function EntriesPicker({ value, onChange, without = [] }: EntriesPickerProps) {
  const t = useRotationWords();
  const members = useQuery(membersQuery());
  const teams = useQuery(teamsQuery());
  const choices = useChoices(members.data, teams.data);
  const taken = new Set(without.map(keyOf));
  const offered = choices.filter(({ value: key, isGone }) => !isGone && !taken.has(key));
  const chosen = value.map(
    (entry) => choices.find((one) => one.value === keyOf(entry)) ?? { value: keyOf(entry), label: '…' },
  );
  return (
    <div role="presentation" onKeyDown={sendsNothing}>
      <ComboboxMany
        items={offered}
        value={chosen}
        onChange={(next) => onChange(next.map((one) => entryOf(one.value)))}
        placeholder={t('pick.placeholder')}
        searching={members.isPending || teams.isPending}
        empty={t(members.isError || teams.isError ? 'pick.failed' : 'pick.nobody')}
      />
    </div>
  );
}

/** Enter takes what is proposed; before that stands ready it would send the form around it. */
function sendsNothing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

type EntryChoice = Choice & { isGone?: boolean };

function useChoices(members: MemberView[] | undefined, teams: Team[] | undefined): EntryChoice[] {
  const t = useRotationWords();
  return useMemo(() => {
    const why = (member: MemberView) => {
      const reason = whyNoHost(member);
      return reason ? t(`whyNot.${reason}`) : member.email;
    };
    return [
      ...(teams ?? []).map(({ id, name, memberIds }) => ({
        value: keyOf({ kind: 'team', id }),
        label: name,
        hint: t('pick.team', { count: memberIds.length }),
        mark: <UsersRound aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />,
      })),
      ...(members ?? []).map((member) => ({
        value: keyOf({ kind: 'member', id: member.id }),
        label: member.name,
        hint: why(member),
        mark: <Avatar id={member.id} name={member.name} />,
        isGone: !member.active,
      })),
    ];
  }, [members, teams, t]);
}

const keyOf = ({ kind, id }: Entry) => `${kind} ${id}`;

function entryOf(key: string): Entry {
  const [kind, id = ''] = key.split(' ');
  return { kind: kind === 'team' ? 'team' : 'member', id };
}
