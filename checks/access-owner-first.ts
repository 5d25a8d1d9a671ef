import type { Access } from '../src/platform/http/caller.ts';

/** Links that ask who comes, and writing to an owner without free times. */
export const OWNER_FIRST_ACCESS: Record<string, Access> = {
  'POST /api/public/book_appointment/identification': 'public',
  'POST /api/public/book_appointment/owner-message': 'public',
  'POST /api/public/{workspace}/{link}/identification': 'public',
  'POST /api/public/{workspace}/{link}/owner-message': 'public',
};
