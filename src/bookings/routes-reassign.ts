import { etagOf } from '#platform/http/etag.ts';
import { idParam } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { wholeBooking } from './booking-fields.ts';
import { checkIsMember, checkMayGive } from './new-host.ts';
import { presentWhole } from './present-whole.ts';
import { proposeReassignment } from '#bookings/reassignment/propose-reassignment.ts';
import {
  manyReassigned,
  newReassignment,
  newReassignments,
  proposalQuery,
  reassignmentProposal,
} from '#bookings/reassignment/reassign-fields.ts';
import { reassignMany } from '#bookings/reassignment/reassign-many.ts';
import { reassignmentProblem } from '#bookings/reassignment/reassign-refusals.ts';
import { reassign } from '#bookings/reassignment/reassign.ts';
import { bookingOf } from './rights.ts';

const tags = ['Bookings'];
const path = '/api/bookings/{id}/reassignment';

const proposal = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'Who could take it over, and whom the rule would choose',
  request: { params: idParam, query: proposalQuery },
  responses: { 200: answer(reassignmentProposal, 'The proposal') },
});
const one = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Give it to another host',
  request: { params: idParam, ...body(newReassignment) },
  responses: { 200: answer(wholeBooking, 'The booking') },
});
const many = route('member', {
  method: 'post',
  path: '/api/bookings/reassignments',
  tags,
  summary: 'Give up to 200 to other hosts, each in an act of its own',
  request: body(newReassignments),
  responses: { 200: answer(manyReassigned, 'What became of each') },
});

/** A meeting changes hands (E11). */
export function reassignRoutes(platform: Platform) {
  const { db } = platform;
  return router()
    .openapi(proposal, async (c) => {
      const caller = c.get('caller')!;
      const { id } = await bookingOf(db.read, caller, c.req.valid('param').id);
      const asked = c.req.valid('query');
      if (asked.hostId) await checkIsMember(db.read, caller, asked.hostId);
      const found = await proposeReassignment(platform, caller, id, asked);
      if ('refused' in found) throw reassignmentProblem(found.refused);
      return c.json(found, 200);
    })
    .openapi(one, async (c) => {
      const caller = c.get('caller')!;
      const booking = await bookingOf(db.read, caller, c.req.valid('param').id);
      const { hostId = null, ...wish } = c.req.valid('json');
      if (hostId) await checkIsMember(db.read, caller, hostId);
      checkMayGive(caller, hostId);
      const by = caller.memberId;
      const done = await reassign(platform, caller.workspaceId, booking.id, { ...wish, hostId, by });
      if ('refused' in done) throw reassignmentProblem(done.refused);
      c.header('ETag', etagOf(done.reassigned.version));
      return c.json(await presentWhole(platform, caller, done.reassigned), 200);
    })
    .openapi(many, async (c) => {
      const caller = c.get('caller')!;
      const { hostId = null, bookingIds, ...wish } = c.req.valid('json');
      if (hostId) await checkIsMember(db.read, caller, hostId);
      checkMayGive(caller, hostId);
      const by = caller.memberId;
      return c.json(await reassignMany(platform, caller, bookingIds, { ...wish, hostId, by }), 200);
    });
}
