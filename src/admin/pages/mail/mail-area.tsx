import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { mailSearch } from './mail-search.ts';

export const mailArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'mail',
    validateSearch: mailSearch,
    component: lazyRouteComponent(() => import('./mail-page.tsx'), 'MailPage'),
  }),
];
