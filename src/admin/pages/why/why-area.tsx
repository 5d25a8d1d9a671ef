import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { whySearch } from './why-search.ts';

export const whyArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'why',
    validateSearch: whySearch,
    component: lazyRouteComponent(() => import('./why-page.tsx'), 'WhyPage'),
  }),
];
