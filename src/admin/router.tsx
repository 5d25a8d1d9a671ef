import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { bookingsArea } from './pages/bookings/bookings-area.tsx';
import { calendarArea } from './pages/calendar/calendar-area.tsx';
import { companiesArea } from './pages/companies/companies-area.tsx';
import { contactsArea } from './pages/contacts/contacts-area.tsx';
import { dealsArea } from './pages/deals/deals-area.tsx';
import { fairnessArea } from './pages/fairness/fairness-area.tsx';
import { homeArea } from './pages/home/home-area.tsx';
import { importsArea } from './pages/imports/imports-area.tsx';
import { leadsArea } from './pages/leads/leads-area.tsx';
import { linksArea } from './pages/links/links-area.tsx';
import { mailArea } from './pages/mail/mail-area.tsx';
import { mergingArea } from './pages/merging/merging-area.tsx';
import { partsArea } from './pages/parts/parts-area.tsx';
import { rotationsArea } from './pages/rotations/rotations-area.tsx';
import { scheduleArea } from './pages/schedule/schedule-area.tsx';
import { settingsArea } from './pages/settings/settings-area.tsx';
import { tasksArea } from './pages/tasks/tasks-area.tsx';
import { ticketsArea } from './pages/tickets/tickets-area.tsx';
import { whyArea } from './pages/why/why-area.tsx';
import { shellRoute } from './shell-route.tsx';

const routes = shellRoute.addChildren([
  ...homeArea,
  ...calendarArea,
  ...bookingsArea,
  ...linksArea,
  ...rotationsArea,
  ...leadsArea,
  ...companiesArea,
  ...contactsArea,
  ...ticketsArea,
  ...dealsArea,
  ...fairnessArea,
  ...importsArea,
  ...mergingArea,
  ...tasksArea,
  ...mailArea,
  ...scheduleArea,
  ...settingsArea,
  ...whyArea,
  ...partsArea,
]);

/** Every address under /admin. Each area's screens are downloaded when somebody first goes there, and have all words. */
export function createAppRouter(queries: QueryClient, laterWords: Promise<unknown>) {
  return createRouter({
    routeTree: routes,
    basepath: '/admin',
    context: { queries, laterWords },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
