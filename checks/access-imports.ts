import type { Access } from '../src/platform/http/caller.ts';

/** An import is its member's and the admins': the act decides. */
export const IMPORT_ACCESS: Record<string, Access> = {
  'GET /api/imports': 'member',
  'GET /api/imports/{id}': 'member',
  'GET /api/imports/{id}/errors.csv': 'member',
  'PUT /api/imports/{id}/mapping': 'member',
  'POST /api/imports': 'member',
  'POST /api/imports/{id}/run': 'member',
  'POST /api/imports/{id}/stop': 'member',
  'DELETE /api/imports/{id}': 'member',
};
