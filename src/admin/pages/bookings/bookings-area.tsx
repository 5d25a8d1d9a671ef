import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';

export const bookingsArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'bookings',
    component: lazyRouteComponent(() => import('./bookings-page.tsx'), 'BookingsPage'),
  }),
];
