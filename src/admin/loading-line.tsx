import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAdminWords } from './words.ts';

const PATIENCE_MS = 200;

/** A line at the top once a screen takes longer than a moment; nothing before, so that quick ones do not flicker. */
export function LoadingLine() {
  const t = useAdminWords();
  const isPending = useRouterState({ select: ({ isLoading }) => isLoading });
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isPending) return setShown(false);
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isPending]);
  if (!isShown) return null;
  return (
    <div
      role="progressbar"
      aria-label={t('shell.loading')}
      className="fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden"
    >
      <div className="h-full w-1/3 animate-pulse bg-accent" />
    </div>
  );
}
