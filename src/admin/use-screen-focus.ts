import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** As long as a slow machine may take to draw the new screen and to close what led there. */
const PATIENCE_MS = 5_000;

/** Going somewhere must not lose the focus: when what had it is gone, the new screen has it, and Tab begins there. */
export function useScreenFocus(): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    const isElsewhere = before.current !== undefined && before.current !== path;
    before.current = path;
    return isElsewhere ? catchFocus() : undefined;
  }, [path]);
}

/** What had the focus may go only after the address has changed: looked at frame by frame. Answers how to stop. */
function catchFocus(): () => void {
  const end = performance.now() + PATIENCE_MS;
  const look = (now: number): void => {
    if (document.activeElement !== document.body) {
      if (now < end) frame = requestAnimationFrame(look);
      return;
    }
    document.querySelector<HTMLElement>('#screen')?.focus({ preventScroll: true });
  };
  let frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}
