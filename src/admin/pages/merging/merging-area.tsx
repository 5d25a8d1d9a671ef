import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { duplicatesSearch, mergeSearch } from './merging-search.ts';

export const mergingArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'duplicates',
    validateSearch: duplicatesSearch,
    component: lazyRouteComponent(() => import('./duplicates-page.tsx'), 'DuplicatesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'merge/$kind/$id',
    validateSearch: mergeSearch,
    component: lazyRouteComponent(() => import('./merge-page.tsx'), 'MergePage'),
  }),
];
