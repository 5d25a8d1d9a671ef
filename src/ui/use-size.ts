import { useSyncExternalStore } from 'react';

const PHONE = '(width < 35.0625rem)';
const TABLET = '(width < 68.8125rem)';
const TOUCH = '(pointer: coarse)';

/** Where layout alone does not do: which of the widths of theme.css the page has, and whether fingers press. */
export function useSize(): { phone: boolean; tablet: boolean; touch: boolean } {
  return { phone: useMedia(PHONE), tablet: useMedia(TABLET), touch: useMedia(TOUCH) };
}

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** How many pixels a rem has: more than 16 when the reader wants larger text. */
export function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
