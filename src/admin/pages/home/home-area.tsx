import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { homeQuery } from './home-queries.ts';

export const homeArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/',
    loader: ({ context: { queries } }) => void queries.prefetchQuery(homeQuery),
    component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
  }),
];
