import { useEffect, useRef } from 'react';

/** Esc, unless something lies above that closes first (a menu, a dialog, a tooltip) or a field restores its value. */
export function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    let covered = false;
    const look = () => (covered = somethingIsOpen());
    const act = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !covered && !event.defaultPrevented && !event.isComposing)
        latest.current();
    };
    // What closes on this very press is gone when the press arrives here, so one looks before it goes down.
    window.addEventListener('keydown', look, true);
    window.addEventListener('keydown', act);
    return () => {
      window.removeEventListener('keydown', look, true);
      window.removeEventListener('keydown', act);
    };
  }, []);
}

export function somethingIsOpen(): boolean {
  return document.querySelector('[data-base-ui-portal] [data-open]:not([data-ending-style])') !== null;
}
