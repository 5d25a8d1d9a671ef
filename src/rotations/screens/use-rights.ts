import { useMe } from '#people/screens/use-me.ts';

/** R1: what of rotations this reader may do. Who may neither use nor manage them does not see them at all. */
export function useRotationRights(): { see: boolean; book: boolean; manage: boolean } {
  const { member, may } = useMe();
  const book = member.seat && may('book-for-others');
  const manage = may('manage-rotations');
  return { see: book || manage, book, manage };
}
