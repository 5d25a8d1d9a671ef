import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { fairnessSearch } from './fairness-search.ts';

export const fairnessArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'fairness',
    validateSearch: fairnessSearch,
    component: lazyRouteComponent(() => import('./fairness-page.tsx'), 'FairnessPage'),
  }),
];
