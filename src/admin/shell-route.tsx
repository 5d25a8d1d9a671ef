import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { FailedScreen, NoSuchScreen } from './failed-screen.tsx';
import { Shell } from './shell.tsx';

interface Context {
  queries: QueryClient;
  laterWords: Promise<unknown>;
}

function isHome(path: string): boolean {
  return /^(\/admin)?\/?$/.test(path);
}

/** What every screen stands in; areas hang their routes here. */
export const shellRoute = createRootRouteWithContext<Context>()({
  beforeLoad: ({ context, location }) => (isHome(location.pathname) ? undefined : context.laterWords),
  component: Shell,
  errorComponent: FailedScreen,
  notFoundComponent: NoSuchScreen,
});
