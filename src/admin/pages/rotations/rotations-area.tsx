import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { listSearch } from './rotations-search.ts';

export const rotationsArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'rotations',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./rotations-page.tsx'), 'RotationsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'rotations/$rotationId',
    component: lazyRouteComponent(() => import('./rotation-page.tsx'), 'RotationPage'),
  }),
];
