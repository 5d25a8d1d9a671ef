import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { companiesSearch, companyTab } from './companies-search.ts';

export const companiesArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'companies',
    validateSearch: companiesSearch,
    component: lazyRouteComponent(() => import('./companies-page.tsx'), 'CompaniesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'companies/$companyId',
    validateSearch: companyTab,
    component: lazyRouteComponent(() => import('./company-page.tsx'), 'CompanyPage'),
  }),
];
