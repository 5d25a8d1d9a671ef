import type { Access } from '../src/platform/http/caller.ts';

/** Who got which meetings and why. */
export const REPORT_ACCESS: Record<string, Access> = {
  'GET /api/bookings/{id}/replay': 'member',
  'GET /api/reports/fairness': 'member',
};
