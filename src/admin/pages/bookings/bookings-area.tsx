import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { bookingsSearch } from './bookings-search.ts';
import { newBookingSearch } from './new-booking-search.ts';

export const bookingsArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'bookings',
    validateSearch: bookingsSearch,
    component: lazyRouteComponent(() => import('./bookings-page.tsx'), 'BookingsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'bookings/new',
    validateSearch: newBookingSearch,
    component: lazyRouteComponent(() => import('./new-booking-page.tsx'), 'NewBookingPage'),
  }),
];
