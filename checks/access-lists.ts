import type { Access } from '../src/platform/http/caller.ts';

const LISTS = ['companies', 'contacts', 'deals', 'leads', 'tickets'];
const ACTS = [
  'GET /api/*.csv',
  'GET /api/*/ids',
  'POST /api/*/changes',
  'POST /api/*/reversals',
  'POST /api/*/trash',
  'POST /api/*/restorations',
];

/** Lists of records as a whole: every record is asked by itself whether it is the caller's to see and change. */
export const LIST_ACCESS: Record<string, Access> = {
  ...Object.fromEntries(
    LISTS.flatMap((list) => ACTS.map((act) => [act.replace('*', list), 'member' as const])),
  ),
  'PUT /api/views/{id}/default': 'member',
  'DELETE /api/views/{id}/default': 'member',
};
