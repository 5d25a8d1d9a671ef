import type { LinkView } from '#links/screens/link-queries.ts';
import { useMe } from '#people/screens/use-me.ts';

/** N3: only a link's owner, or manage-links, edits it. */
export function useMayEdit(): (link: Pick<LinkView, 'ownerId'>) => boolean {
  const { member, may } = useMe();
  return ({ ownerId }) => ownerId === member.id || may('manage-links');
}
