import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { recordSearch } from '../record/record-tab.ts';
import { shellRoute } from '../../shell-route.tsx';
import { ticketsSearch } from './tickets-search.ts';

export const ticketsArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'tickets',
    validateSearch: ticketsSearch,
    component: lazyRouteComponent(() => import('./tickets-page.tsx'), 'TicketsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'tickets/$ticketId',
    validateSearch: recordSearch,
    component: lazyRouteComponent(() => import('./ticket-page.tsx'), 'TicketPage'),
  }),
];
