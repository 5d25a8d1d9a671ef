import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';

export const leadsArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'leads',
    component: lazyRouteComponent(() => import('./leads-page.tsx'), 'LeadsPage'),
  }),
];
