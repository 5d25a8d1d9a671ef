import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import {
  changeRotation,
  rotationQuery,
  setAvailability,
  type Entry,
  type WholeRotation,
} from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { RequestProblem } from '#ui/request.ts';
import { useAutosave } from '#ui/use-autosave.ts';

/** Name and rules, saved as they are changed; each can be taken back. */
export function useRules(rotation: WholeRotation) {
  const queries = useQueryClient();
  return useAutosave<WholeRotation>({
    present: rotation,
    send: (change, version) => changeRotation(rotation.id, rulesOf(change), version),
    accept: (kept) => keep(queries, kept),
  });
}

/** Of what is kept, the part that can be written. */
const rulesOf = ({ name, newcomers, countCancelled, countNoShows, weights }: Partial<WholeRotation>) => ({
  name,
  newcomers,
  countCancelled,
  countNoShows,
  weights,
});

/** R8: one member on or off. */
export function useAvailability(rotationId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ memberId, available }: { memberId: string; available: boolean }) => {
      keep(queries, await setAvailability(rotationId, memberId, available));
    },
  });
}

/** Who is in it. What two do at once both comes about: the second is done to what the first left. */
export function useMembership(rotationId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: (members: Entry[]) => Entry[]) => {
      const present = queries.getQueryData(rotationQuery(rotationId).queryKey)!;
      keep(queries, await changeMembers(present, change));
    },
  });
}

async function changeMembers(
  { id, members, version }: WholeRotation,
  change: (members: Entry[]) => Entry[],
  isAgain = false,
): Promise<WholeRotation> {
  try {
    return await changeRotation(id, { members: change(members.map(entryOf)) }, version);
  } catch (error) {
    const theirs = error instanceof RequestProblem && error.status === 412 && error.facts['present'];
    if (!theirs || isAgain) throw error;
    return changeMembers(theirs as WholeRotation, change, true);
  }
}

export const entryOf = ({ kind, id }: Entry): Entry => ({ kind, id });

export const sameEntry = (one: Entry) => (other: Entry) => one.kind === other.kind && one.id === other.id;

/** Every change answers with the rotation as it is now, its queue included. */
function keep(queries: QueryClient, kept: WholeRotation): void {
  queries.setQueryData(rotationQuery(kept.id).queryKey, kept);
  void queries.invalidateQueries({ queryKey: ['rotations', 'list'] });
}

/** Why it did not work, in the reader's words; null while nothing failed. */
export function useRefusal(error: Error | null): string | null {
  const t = useRotationWords();
  if (!error) return null;
  const problem = error instanceof RequestProblem && error.status > 0 ? error : null;
  return problem?.errors[0]?.message ?? problem?.message ?? t('failed');
}
