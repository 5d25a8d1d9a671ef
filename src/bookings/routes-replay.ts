import { idParam } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { assignmentFrom } from '#bookings/assignment/assignment.ts';
import { replayAll, replayAnswer } from '#bookings/assignment/replay.ts';
import { bookingOf } from './rights.ts';
import { readAssignments } from '#bookings/assignment/store-assignments.ts';

const replay = route('member', {
  method: 'get',
  path: '/api/bookings/{id}/replay',
  tags: ['Bookings'],
  summary: 'Every choice of its hosts made again from what was kept, and whether it comes out the same',
  request: { params: idParam },
  responses: { 200: answer(replayAnswer, 'The choices, the newest first') },
});

export function replayRoutes({ db }: Platform) {
  return router().openapi(replay, async (c) => {
    const caller = c.get('caller')!;
    const booking = await bookingOf(db.read, caller, c.req.valid('param').id);
    const rows = await readAssignments(db.read, caller.workspaceId, booking.id);
    return c.json(replayAll(booking, rows.map(assignmentFrom)), 200);
  });
}
