import type { Access } from '../src/platform/http/caller.ts';

/** Everybody may see and share a link (N3); who may change it, or what its meetings get, is decided by the acts. */
export const LINK_ACCESS: Record<string, Access> = {
  'GET /api/links': 'member',
  'POST /api/links': 'member',
  'POST /api/links/preview': 'member',
  'DELETE /api/links/{id}': 'member',
  'GET /api/links/{id}': 'member',
  'PATCH /api/links/{id}': 'member',
  'GET /api/links/{id}/explanation': 'member',
  'POST /api/links/{id}/invitations': 'member',
  'GET /api/links/{id}/reminders': 'member',
  'POST /api/links/{id}/reminders/application': 'member',
  'POST /api/links/{id}/restoration': 'member',
  'GET /api/links/{id}/shares': 'member',
  'GET /api/links/{id}/slots': 'member',
};
