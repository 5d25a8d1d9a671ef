import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { peopleSearch } from '../record/people-search.ts';

export const contactsArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'contacts',
    validateSearch: peopleSearch,
    component: lazyRouteComponent(() => import('./contacts-page.tsx'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'contacts/$contactId',
    component: lazyRouteComponent(() => import('./contact-page.tsx'), 'ContactPage'),
  }),
];
