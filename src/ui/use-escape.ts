import { useEffect, useRef } from 'react';

/** Esc, unless something lies above that closes first (a menu, a dialog) or a field puts its value back. */
export function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || somethingIsOpen()) return;
      // Asked before anybody else, as what closes on this press is gone afterwards; acted on after everybody else.
      // A tooltip takes the press for itself as a field does that restores its value.
      const tip = document.querySelector('[data-tip][data-open]') !== null;
      setTimeout(() => {
        if (!event.defaultPrevented || tip) latest.current();
      });
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
}

/** A tooltip lies above too, but nobody waits for it. */
export function somethingIsOpen(): boolean {
  return (
    document.querySelector('[data-base-ui-portal] [data-open]:not([data-tip], [data-ending-style])') !== null
  );
}
