import { useCallback, useState } from 'react';
import { remInPixels } from './use-size.ts';

/** How wide an element is, in the reader's own letters: larger text takes room as a narrower window does. */
export function useRoom(): { ref: (element: HTMLElement | null) => (() => void) | undefined; rem: number } {
  const [rem, setRem] = useState(Infinity);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const measure = () => setRem(element.clientWidth / remInPixels());
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    measure();
    return () => watcher.disconnect();
  }, []);
  return { ref, rem };
}
