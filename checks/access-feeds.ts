import type { Access } from '../src/platform/http/caller.ts';

/** A member's private calendar address: theirs and the admins', which the act decides. */
export const FEED_ACCESS: Record<string, Access> = {
  'GET /api/members/{id}/feed': 'member',
  'PATCH /api/members/{id}/feed': 'member',
  'POST /api/members/{id}/feed/rotation': 'member',
};
