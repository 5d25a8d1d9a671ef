import type { Access } from '../src/platform/http/caller.ts';

/** What a plan allows and what of it is used; meetings among the activities of hosts and records. */
export const PLAN_ACCESS: Record<string, Access> = {
  'GET /api/companies/{id}/bookings': 'member',
  'GET /api/contacts/{id}/bookings': 'member',
  'GET /api/deals/{id}/bookings': 'member',
  'GET /api/leads/{id}/bookings': 'member',
  'GET /api/members/{id}/bookings': 'member',
  'GET /api/tickets/{id}/bookings': 'member',
  'GET /api/workspace/plan-usage': 'member',
};
