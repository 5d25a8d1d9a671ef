import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { outcomeFrom } from '#calendars/outside/screens/consent-outcome.ts';
import { fieldsSearch } from './fields-search.ts';
import { shellRoute } from '../../shell-route.tsx';

const settings = createRoute({
  getParentRoute: () => shellRoute,
  path: 'settings',
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});

const within = { getParentRoute: () => settings } as const;

const member = (search: Record<string, unknown>): { member?: string } =>
  typeof search.member === 'string' ? { member: search.member } : {};

const sections = [
  createRoute({
    ...within,
    path: '/',
    component: lazyRouteComponent(() => import('./settings-page.tsx'), 'FirstSection'),
  }),
  createRoute({
    ...within,
    path: 'you',
    component: lazyRouteComponent(() => import('./you-section.tsx'), 'YouSection'),
  }),
  createRoute({
    ...within,
    path: 'hours',
    validateSearch: member,
    component: lazyRouteComponent(() => import('./hours-section.tsx'), 'HoursSection'),
  }),
  createRoute({
    ...within,
    path: 'calendars',
    validateSearch: (search: Record<string, unknown>) => {
      const consent = outcomeFrom(search.consent);
      return { ...member(search), ...(consent && { consent }) };
    },
    component: lazyRouteComponent(() => import('./calendars-section.tsx'), 'CalendarsSection'),
  }),
  createRoute({
    ...within,
    path: 'security',
    component: lazyRouteComponent(() => import('./security-section.tsx'), 'SecuritySection'),
  }),
  createRoute({
    ...within,
    path: 'workspace',
    component: lazyRouteComponent(() => import('./workspace-section.tsx'), 'WorkspaceSection'),
  }),
  createRoute({
    ...within,
    path: 'appointment-page',
    component: lazyRouteComponent(() => import('./appointment-page-section.tsx'), 'AppointmentPageSection'),
  }),
  createRoute({
    ...within,
    path: 'branding',
    component: lazyRouteComponent(() => import('./branding-section.tsx'), 'BrandingSection'),
  }),
  createRoute({
    ...within,
    path: 'plan',
    component: lazyRouteComponent(() => import('./plan/plan-section.tsx'), 'PlanSection'),
  }),
  createRoute({
    ...within,
    path: 'lists',
    component: lazyRouteComponent(() => import('./lists-section.tsx'), 'ListsSection'),
  }),
  createRoute({
    ...within,
    path: 'fields',
    validateSearch: fieldsSearch,
    component: lazyRouteComponent(() => import('./fields-section.tsx'), 'FieldsSection'),
  }),
  createRoute({
    ...within,
    path: 'members',
    validateSearch: member,
    component: lazyRouteComponent(() => import('./members-section.tsx'), 'MembersSection'),
  }),
  createRoute({
    ...within,
    path: 'teams',
    component: lazyRouteComponent(() => import('./teams-section.tsx'), 'TeamsSection'),
  }),
  createRoute({
    ...within,
    path: 'holidays',
    validateSearch: (search: Record<string, unknown>): { extend?: string } =>
      typeof search.extend === 'string' ? { extend: search.extend } : {},
    component: lazyRouteComponent(() => import('./holidays-section.tsx'), 'HolidaysSection'),
  }),
  createRoute({
    ...within,
    path: 'api-keys',
    component: lazyRouteComponent(() => import('./api-keys-section.tsx'), 'ApiKeysSection'),
  }),
  createRoute({
    ...within,
    path: 'templates',
    component: lazyRouteComponent(() => import('./templates-section.tsx'), 'TemplatesSection'),
  }),
  createRoute({
    ...within,
    path: 'mail',
    component: lazyRouteComponent(() => import('./mail-section.tsx'), 'MailSection'),
  }),
];

export const settingsArea = [settings.addChildren(sections)];
