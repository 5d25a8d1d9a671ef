import { useEffect, useRef, type RefObject } from 'react';

/** When what had the focus is gone because `what` changed, its section has it: the keyboard goes on from there. */
export function useKeptFocus(what: unknown): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null);
  const before = useRef(what);
  useEffect(() => {
    const changed = before.current !== undefined && before.current !== what;
    before.current = what;
    if (changed && document.activeElement === document.body) section.current?.focus();
  }, [what]);
  return section;
}
