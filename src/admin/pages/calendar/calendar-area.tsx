import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { calendarSearch } from './calendar-search.ts';

export const calendarArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'calendar',
    validateSearch: calendarSearch,
    component: lazyRouteComponent(() => import('./calendar-page.tsx'), 'CalendarPage'),
  }),
];
