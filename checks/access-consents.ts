import type { Access } from '../src/platform/http/caller.ts';

/** Whose calendars somebody connects is decided by the acts; who comes back from a service is known by their session. */
export const CONSENT_ACCESS: Record<string, Access> = {
  'POST /api/members/{id}/calendar-consents': 'member',
  'GET /calendars/consents/{kind}': 'public',
};
