import { etagOf } from '#platform/http/etag.ts';
import { id, idParam, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { readMember } from '#people/store.ts';
import { refuseBooking } from '#rotations/rights.ts';
import { readPeople } from '#rotations/present-rotation.ts';
import { readRotation } from '#rotations/store.ts';
import {
  bookFromRotation,
  readRotationLink,
  type RotationWish,
} from '#bookings/rotation/book-from-rotation.ts';
import { byHandDuration, wholeBooking } from './booking-fields.ts';
import { checkRecord } from './check-record.ts';
import { guestsFrom } from './attendees.ts';
import { daysAnswer, daysWithHosts } from './days-with-hosts.ts';
import { presentWhole } from './present-whole.ts';
import { primaryContact } from '#bookings/rotation/primary-contact.ts';
import { byHandProblem } from './refusals.ts';
import {
  newFromRotation,
  proposalAnswer,
  type NewFromRotation,
} from '#bookings/rotation/rotation-booking-fields.ts';
import { nextIn, readQueue } from '#bookings/rotation/rotation-queue.ts';
import { proposalSentence } from '#bookings/rotation/rotation-sentence.ts';
import { checkDates, datesFields, windowFrom } from './slots-query.ts';
import { readSnapshot } from './snapshot.ts';

const tags = ['Rotations'];
const slotsQuery = z
  .object({
    ...datesFields,
    memberId: id.optional(),
    duration: byHandDuration,
  })
  .superRefine(checkDates);

const proposal = route('book-for-others', {
  method: 'get',
  path: '/api/rotations/{id}/proposal',
  tags,
  summary: 'Whom the rotation proposes as host, and why',
  request: { params: idParam },
  responses: { 200: answer(proposalAnswer, 'The proposal, with the queue') },
});
const slots = route('book-for-others', {
  method: 'get',
  path: '/api/rotations/{id}/slots',
  tags,
  summary: 'Free times of one host of a rotation, or of everybody in it',
  request: { params: idParam, query: slotsQuery },
  responses: {
    200: answer(
      z.object({ timeZone: z.string(), durationMinutes: z.number(), days: daysAnswer }),
      'Free times',
    ),
  },
});
const book = route('book-for-others', {
  method: 'post',
  path: '/api/rotations/{id}/bookings',
  tags,
  summary: 'Book a meeting through a rotation, from a record',
  request: { params: idParam, ...body(newFromRotation) },
  responses: { 201: answer(wholeBooking, 'The booking') },
});

/** Booking through a rotation: for whoever has a seat and books for others (R1). */
export function rotationBookingRoutes(platform: Platform) {
  const { db, clock } = platform;
  return router()
    .openapi(proposal, async (c) => {
      const caller = c.get('caller')!;
      refuseBooking(caller);
      const rotation = await readRotation(db.read, caller.workspaceId, c.req.valid('param').id);
      if (!rotation) throw notFound();
      const people = (await readPeople(db.read, [rotation])).get(rotation.id)!;
      const candidates = await readQueue(platform, rotation, people);
      const first = nextIn(candidates);
      const language = (await readMember(db.read, caller.workspaceId, caller.memberId))?.locale ?? 'en';
      const sentence = proposalSentence(candidates, language);
      const named = { memberId: first?.memberId ?? null, name: first?.name ?? null };
      return c.json({ ...named, sentence, candidates }, 200);
    })
    .openapi(slots, async (c) => {
      const caller = c.get('caller')!;
      refuseBooking(caller);
      const { memberId, duration: durationMinutes, ...dates } = c.req.valid('query');
      const { id: rotationId } = c.req.valid('param');
      const found = await readRotationLink(platform, caller.workspaceId, rotationId, memberId);
      if (!found) throw notFound();
      const window = windowFrom(dates);
      const { offer } = await readSnapshot(db.read, clock, found, { durationMinutes, window });
      const { timeZone } = dates;
      return c.json({ timeZone, durationMinutes, days: daysWithHosts(offer, window, timeZone) }, 200);
    })
    .openapi(book, async (c) => {
      const caller = c.get('caller')!;
      refuseBooking(caller);
      const wish = await wishFrom(platform, caller, c.req.valid('json'));
      const made = await bookFromRotation(platform, caller, c.req.valid('param').id, wish);
      if ('refused' in made) throw byHandProblem(made.refused, made.alternatives);
      c.header('ETag', etagOf(made.booking.version));
      return c.json(await presentWhole(platform, caller, made.booking), 201);
    });
}

/** With no word of a visitor it is the record's primary contact; with nobody there, or null, nobody. */
async function wishFrom({ db }: Platform, caller: Caller, given: NewFromRotation): Promise<RotationWish> {
  const { memberId, overrideReason, visitor, title, details, location, attendees, ...wish } = given;
  await checkRecord(db.read, caller, wish.record);
  const whom =
    visitor === undefined ? await primaryContact(db.read, caller, wish.record) : typedFrom(visitor);
  return {
    ...wish,
    visitor: whom,
    guests: guestsFrom(attendees ?? [], whom?.email),
    ...(memberId && { memberId }),
    ...(overrideReason && { overrideReason }),
    ...(title && { title }),
    ...(details && { details }),
    ...(location !== undefined && { location }),
  };
}

function typedFrom(visitor: NonNullable<NewFromRotation['visitor']> | null) {
  if (!visitor) return null;
  const { name, email, phone, skype, details } = visitor;
  return { name, email, ...(phone && { phone }), ...(skype && { skype }), ...(details && { details }) };
}
