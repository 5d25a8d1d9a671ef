import { useMedia } from '#ui/use-size.ts';

const WIDE = '(width >= 90rem)';
const MIDDLE = '(width >= 60rem)';

/** How much a list has, with a booking open beside it or not. */
export function useRoom(): 'wide' | 'middle' | 'narrow' {
  const isWide = useMedia(WIDE);
  const isMiddle = useMedia(MIDDLE);
  if (isWide) return 'wide';
  return isMiddle ? 'middle' : 'narrow';
}
