import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { peopleSearch } from '../record/people-search.ts';

export const leadsArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'leads',
    validateSearch: peopleSearch,
    component: lazyRouteComponent(() => import('./leads-page.tsx'), 'LeadsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'leads/$leadId',
    component: lazyRouteComponent(() => import('./lead-page.tsx'), 'LeadPage'),
  }),
];
