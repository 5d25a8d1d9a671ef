import { useMe } from '../../use-me.ts';

/** P9: one's own records and nobody's; an admin everybody's. */
export function useMayEdit({ ownerId }: { ownerId: string | null }): boolean {
  const { member, isAdmin } = useMe();
  return ownerId === null || ownerId === member.id || isAdmin;
}
