import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { tasksSearch } from './tasks-search.ts';

export const tasksArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'tasks',
    validateSearch: tasksSearch,
    component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksPage'),
  }),
];
