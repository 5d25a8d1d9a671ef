import { useQueryClient } from '@tanstack/react-query';
import { rotationQuery } from '#rotations/screens/rotation-queries.ts';

/** Who is in a rotation, in proposal order: shown at once, until the link is read again with them. */
export function useRotationMembers(): (rotationId: string) => Promise<string[]> {
  const queries = useQueryClient();
  return async (rotationId) => {
    try {
      const { queue } = await queries.fetchQuery(rotationQuery(rotationId));
      return queue.map(({ memberId }) => memberId);
    } catch {
      return [];
    }
  };
}
