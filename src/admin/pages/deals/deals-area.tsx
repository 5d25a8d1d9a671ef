import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { recordSearch } from '../record/record-tab.ts';
import { shellRoute } from '../../shell-route.tsx';
import { dealsSearch } from './deals-search.ts';

export const dealsArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'deals',
    validateSearch: dealsSearch,
    component: lazyRouteComponent(() => import('./deals-page.tsx'), 'DealsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'deals/$dealId',
    validateSearch: recordSearch,
    component: lazyRouteComponent(() => import('./deal-page.tsx'), 'DealPage'),
  }),
];
