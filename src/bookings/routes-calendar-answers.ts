import { etagOf } from '#platform/http/etag.ts';
import { id, idParam, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/refusal.ts';
import { answerQuestion } from '#bookings/calendar-writes/answer-question.ts';
import { wholeBooking } from './booking-fields.ts';
import { presentWhole } from './present-whole.ts';
import { byHandProblem, staffProblem } from './refusals.ts';
import { bookingOf } from './rights.ts';

const answering = route('member', {
  method: 'post',
  path: '/api/bookings/{id}/calendar-answer',
  tags: ['Bookings'],
  summary: 'Moved or deleted in a host’s own calendar: keep it so, or restore it there',
  request: {
    params: idParam,
    ...body(z.strictObject({ hostId: id, answer: z.enum(['keep', 'restore']) })),
  },
  responses: { 200: answer(wholeBooking, 'The booking') },
});

/** What hosts did to meetings in their other calendar programs (A3). */
export function calendarAnswerRoutes(platform: Platform) {
  return router().openapi(answering, async (c) => {
    const caller = c.get('caller')!;
    const booking = await bookingOf(platform.db.read, caller, c.req.valid('param').id);
    const by = { kind: 'member', id: caller.memberId } as const;
    const done = await answerQuestion(platform, booking, { ...c.req.valid('json'), by });
    if ('alternatives' in done) throw byHandProblem(done.refused, done.alternatives);
    if ('refused' in done) throw done.refused === 'no-question' ? settled() : staffProblem(done.refused);
    c.header('ETag', etagOf(done.answered.version));
    return c.json(await presentWhole(platform, caller, done.answered), 200);
  });
}

function settled(): Problem {
  const detail = 'The calendar and the meeting agree by now; there is nothing to answer.';
  return new Problem(409, 'conflict', detail, { reason: 'no-question' });
}
