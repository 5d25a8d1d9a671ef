import type { Access } from '../src/platform/http/caller.ts';

/** The branding's part of the access table. */
export const BRANDING_ACCESS: Record<string, Access> = {
  'PUT /api/workspace/logo': 'manage-settings',
  'DELETE /api/workspace/logo': 'manage-settings',
  'GET /logos/{file}': 'public',
};
