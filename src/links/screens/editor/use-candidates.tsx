import { useQuery } from '@tanstack/react-query';
import { RefreshCw, Users, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import type { Choice } from '#ui/choices.ts';
import { membersQuery, teamsQuery, type MemberView, type Team } from '#people/screens/member-queries.ts';
import { rotationsQuery, type RotationView } from '#rotations/screens/rotation-queries.ts';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { hostsQuery, type LinkHost } from '../link-queries.ts';
import { useLinkWords, type LinkWords } from '../words.ts';
import { whyWords } from './bookable.tsx';
import type { Candidates } from './candidate-picker.tsx';

/** What choosing came to: why nobody was added, who of a team was not, or read aloud who was. */
export interface Refused {
  refused?: string;
  left?: string;
  added?: string;
}

/** What is to be known of somebody before they are named: that they have no hours yet. */
export function useHoursNote(isAsked: boolean): (memberId: string) => string | undefined {
  const t = useLinkWords();
  const { data } = useQuery({ ...hostsQuery(), enabled: isAsked });
  return (id) => {
    const state = data?.find(({ memberId }) => memberId === id);
    return state?.bookable.reasons.includes('no-hours') ? t('hosts.noHoursYet') : undefined;
  };
}

interface Known {
  members: readonly MemberView[];
  stateOf: ReadonlyMap<string, LinkHost>;
  teams: readonly Team[];
  rotations: readonly RotationView[];
}

export function useCandidates(candidates: Candidates) {
  const t = useLinkWords();
  const { known, searching, isError } = useKnown(candidates);
  const taken = candidates.taken.join(' ');
  const items = useMemo(() => choicesOf(t, known, new Set(taken.split(' '))), [t, known, taken]);
  const take = (value: string): Refused => {
    const [kind, id = ''] = value.split(' ');
    if (kind === 'team') return takeTeam(t, known, candidates, id);
    if (kind === 'member') return takeMember(t, known, candidates, id);
    candidates.onRotation?.(id);
    return {};
  };
  return { items, take, searching, isError };
}

function useKnown({ teams, onRotation }: Candidates) {
  const { see } = useRotationRights();
  const members = useQuery(membersQuery());
  const hosts = useQuery(hostsQuery());
  const ofTeams = useQuery({ ...teamsQuery(), enabled: teams === true });
  const rotations = useQuery({ ...rotationsQuery(), enabled: onRotation !== undefined && see });
  const known = useMemo<Known>(
    () => ({
      members: members.data ?? [],
      stateOf: new Map(hosts.data?.map((host) => [host.memberId, host])),
      teams: (teams && ofTeams.data) || [],
      rotations: (onRotation && rotations.data) || [],
    }),
    // The acts of the caller are new each time; whether there are any is what counts.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [members.data, hosts.data, ofTeams.data, rotations.data, teams, onRotation !== undefined],
  );
  return {
    known,
    searching: members.isPending || hosts.isPending,
    isError: members.isError || hosts.isError,
  };
}

function choicesOf(t: LinkWords, known: Known, taken: ReadonlySet<string>): Choice[] {
  const { members, stateOf, teams, rotations } = known;
  const able = (ids: readonly string[]) => ids.filter((id) => !taken.has(id) && canHost(stateOf.get(id)));
  return [
    ...teams.map(({ id, name, memberIds }) => ({
      value: `team ${id}`,
      label: name,
      hint: t('hosts.teamOf', { count: able(memberIds).length }),
      mark: <Mark icon={Users} />,
    })),
    ...rotations.map(({ id, name, able: count }) => ({
      value: `rotation ${id}`,
      label: name,
      hint: t('hosts.rotationOf', { count }),
      mark: <Mark icon={RefreshCw} />,
    })),
    ...members
      .filter(({ id }) => !taken.has(id))
      .map((member) => ({
        value: `member ${member.id}`,
        label: member.name,
        hint: hintOf(t, member, stateOf.get(member.id)),
        mark: <Avatar id={member.id} name={member.name} />,
      })),
  ];
}

function Mark({ icon: Icon }: { icon: LucideIcon }) {
  return <Icon aria-hidden className="size-5 shrink-0 p-0.5 text-muted" strokeWidth={1.75} />;
}

/** No hours, and a calendar that is not read, can be mended afterwards; the others are refused (B4). */
function canHost(state: LinkHost | undefined): boolean {
  return state?.bookable.reasons.every((reason) => MENDED.has(reason)) ?? true;
}

const MENDED: ReadonlySet<string> = new Set(['no-hours', 'calendar-stale']);

function hintOf(t: LinkWords, member: MemberView, state: LinkHost | undefined): string {
  if (!canHost(state)) return t('hosts.cannot', { why: whyWords(t, state!) });
  if (state && !state.bookable.ok) return t('hosts.noHoursYet');
  return member.invited ? t('hosts.invited') : member.email;
}

function takeMember(t: LinkWords, { stateOf, members }: Known, { onAdd }: Candidates, id: string): Refused {
  const state = stateOf.get(id);
  const name = members.find((one) => one.id === id)?.name ?? '';
  if (!canHost(state)) return { refused: t('hosts.refused', { name, why: whyWords(t, state!) }) };
  onAdd([id]);
  return { added: t('hosts.added', { name }) };
}

function takeTeam(t: LinkWords, known: Known, { onAdd, taken }: Candidates, id: string): Refused {
  const team = known.teams.find((one) => one.id === id);
  if (!team) return {};
  const { name } = team;
  const fresh = team.memberIds.filter((one) => !taken.includes(one));
  const able = fresh.filter((one) => canHost(known.stateOf.get(one)));
  if (able.length === 0) return { refused: t('hosts.nobodyOf', { name }) };
  onAdd(able);
  const left = fresh.flatMap((one) => {
    const state = known.stateOf.get(one);
    return state && !canHost(state) ? t('hosts.whyNot', { name: state.name, why: whyWords(t, state) }) : [];
  });
  return left.length > 0
    ? { left: t('hosts.leftOut', { name, who: left.join('; ') }) }
    : { added: t('hosts.added', { name }) };
}
