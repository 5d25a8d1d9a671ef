import type { Access } from '../src/platform/http/caller.ts';

/** Reading and booking need a seat and `book-for-others`, which the acts decide (R1); keeping them one permission. */
export const ROTATION_ACCESS: Record<string, Access> = {
  'GET /api/rotations': 'member',
  'POST /api/rotations': 'manage-rotations',
  'DELETE /api/rotations/{id}': 'manage-rotations',
  'GET /api/rotations/{id}': 'member',
  'PATCH /api/rotations/{id}': 'manage-rotations',
  'GET /api/rotations/{id}/proposal': 'book-for-others',
  'GET /api/rotations/{id}/slots': 'book-for-others',
  'POST /api/rotations/{id}/bookings': 'book-for-others',
  'PUT /api/rotations/{id}/members/{memberId}/availability': 'manage-rotations',
};
