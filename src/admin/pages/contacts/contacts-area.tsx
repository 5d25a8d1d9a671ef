import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '#crm/records/screens/list-search.ts';
import { recordSearch } from '../record/record-tab.ts';
import { shellRoute } from '../../shell-route.tsx';

export const contactsArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'contacts',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./contacts-page.tsx'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'contacts/$contactId',
    validateSearch: recordSearch,
    component: lazyRouteComponent(() => import('./contact-page.tsx'), 'ContactPage'),
  }),
];
