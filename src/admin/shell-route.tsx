import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { FailedScreen, NoSuchScreen } from './failed-screen.tsx';
import { Shell } from './shell.tsx';

/** What every screen stands in; areas hang their routes here. */
export const shellRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Shell,
  errorComponent: FailedScreen,
  notFoundComponent: NoSuchScreen,
});
