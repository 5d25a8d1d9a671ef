import { useRouterState } from '@tanstack/react-router';
import { useAdminWords } from './words.ts';

/** A line at the top while a screen is on its way. Its colour comes after 200 ms, so that quick ones do not flicker. */
export function LoadingLine() {
  const t = useAdminWords();
  const isPending = useRouterState({ select: ({ isLoading }) => isLoading });
  if (!isPending) return null;
  return <progress aria-label={t('shell.loading')} className="loading-line" />;
}
