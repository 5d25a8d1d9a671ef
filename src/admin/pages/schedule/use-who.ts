import { useQuery } from '@tanstack/react-query';
import { useMe } from '#people/screens/use-me.ts';
import type { QueueItem } from '#rotations/rotation-fields.ts';
import { rotationsQuery } from '#rotations/screens/rotation-queries.ts';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { proposalQuery } from './schedule-queries.ts';
import { useScheduleSearch } from './use-schedule-way.ts';

/** Who will host: whose turn it is in the rotation or somebody chosen instead (R4, R5); without one, anybody named. */
export function useWho() {
  const { book: mayRotate } = useRotationRights();
  const { member: me, may } = useMe();
  const search = useScheduleSearch();
  const rotationId = mayRotate ? search.rotationId : undefined;
  const rotations = useQuery({ ...rotationsQuery(), enabled: mayRotate });
  const proposal = useQuery({ ...proposalQuery(rotationId ?? ''), enabled: rotationId !== undefined });
  const queue = rotationId ? (proposal.data?.candidates ?? []) : [];
  const nextId = (rotationId && proposal.data?.memberId) || null;
  const mayName = may('book-for-others');
  const hostId = rotationId
    ? hostOf(queue, search.hostId, nextId)
    : mayName
      ? (search.hostId ?? me.id)
      : me.id;
  return {
    me,
    mayRotate,
    mayName,
    rotations,
    rotationId,
    proposal,
    queue,
    nextId,
    hostId,
    isMine: hostId === me.id,
    /** R5: recorded, and the one who was skipped stays first in line. */
    isOverride: nextId !== null && hostId !== nextId,
    /** The others who could take it, in the order of the queue. */
    others: queue.filter(({ memberId, canHost }) => canHost.ok && memberId !== hostId),
  };
}

export type Who = ReturnType<typeof useWho>;

/** Whoever was chosen, if they can host as things stand now (R8). */
function hostOf(queue: readonly QueueItem[], chosen: string | undefined, next: string | null): string | null {
  return queue.some(({ memberId, canHost }) => memberId === chosen && canHost.ok) ? chosen! : next;
}
