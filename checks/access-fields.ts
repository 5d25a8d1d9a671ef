import type { Access } from '../src/platform/http/caller.ts';

/** Fields that a workspace gives its records. */
export const FIELD_ACCESS: Record<string, Access> = {
  'GET /api/custom-fields': 'member',
  'POST /api/custom-fields': 'manage-settings',
  'PUT /api/custom-fields/order': 'manage-settings',
  'PATCH /api/custom-fields/{id}': 'manage-settings',
  'DELETE /api/custom-fields/{id}': 'manage-settings',
  'POST /api/custom-fields/{id}/restoration': 'manage-settings',
};
