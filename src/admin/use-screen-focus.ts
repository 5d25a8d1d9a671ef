import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Going somewhere must not lose the focus: when what had it is gone, the new screen has it, and Tab begins there. */
export function useScreenFocus(): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path || before.current === undefined) {
      before.current = path;
      return undefined;
    }
    before.current = path;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('#screen')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [path]);
}
