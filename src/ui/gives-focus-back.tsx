import { useLayoutEffect, useRef, type FocusEvent, type ReactNode } from 'react';

/** Around a button that goes away once it is pressed: the focus returns to where it was before. */
export function GivesFocusBack({ children }: { children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null);
  const before = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const here = place.current;
    // The button is still in its place here; a moment later the focus would be nowhere.
    return () => {
      if (here?.contains(document.activeElement)) before.current?.focus();
    };
  }, []);
  const remember = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof HTMLElement) || currentTarget.contains(relatedTarget)) return;
    before.current = relatedTarget;
  };
  return (
    <span ref={place} onFocus={remember} className="contents">
      {children}
    </span>
  );
}
