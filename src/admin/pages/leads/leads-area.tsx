import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '#crm/records/screens/list-search.ts';
import { recordSearch } from '../record/record-tab.ts';
import { shellRoute } from '../../shell-route.tsx';

export const leadsArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'leads',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./leads-page.tsx'), 'LeadsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'leads/$leadId',
    validateSearch: recordSearch,
    component: lazyRouteComponent(() => import('./lead-page.tsx'), 'LeadPage'),
  }),
];
