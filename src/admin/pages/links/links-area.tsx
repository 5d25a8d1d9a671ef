import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';

export const linksArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'links',
    component: lazyRouteComponent(() => import('./links-page.tsx'), 'LinksPage'),
  }),
];
