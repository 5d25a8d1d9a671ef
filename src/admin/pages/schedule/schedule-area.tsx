import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { scheduleSearch } from './schedule-search.ts';

export const scheduleArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'schedule',
    validateSearch: scheduleSearch,
    component: lazyRouteComponent(() => import('./schedule-page.tsx'), 'SchedulePage'),
  }),
];
