import { isoFromMinute } from '#engine/minutes.ts';
import { z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import type { PublicRate } from '#platform/limits/public-rate.ts';
import { bookFromLink } from './book-from-link.ts';
import { keyFrom, scopeOf } from './idempotency.ts';
import { contactFrom, offerFor } from '#bookings/owner-first/owner-first.ts';
import { BOOKING, limitedDoor, PLACES, READ, type Door } from './public-door.ts';
import { presentLinkToVisitor } from './present-link.ts';
import { bookedAnswer, linkPage, slotsAnswer } from './public-answers.ts';
import { offeredStarts } from './offer.ts';
import { startProblem } from './refusals.ts';
import { byVisitorDay, durationFrom, slotsQuery, windowFrom } from './slots-query.ts';
import { languageOf, NewVisit, visitFrom } from './visit-fields.ts';
import { checkVisit } from './visit.ts';

const tags = ['Public'];

export function publicRoutes(platform: Platform, rate: PublicRate) {
  const api = router();
  const door = limitedDoor(platform, rate);
  for (const place of PLACES) addRoutes(platform, api, door, definitions(place));
  return api;
}

/** The same three routes under both kinds of address. */
function definitions({ base, params }: (typeof PLACES)[number]) {
  const page = route('public', {
    method: 'get',
    path: base,
    tags,
    summary: 'What a page about this link needs to know',
    request: { params },
    responses: { 200: answer(linkPage, 'The link') },
  });
  const slots = route('public', {
    method: 'get',
    path: `${base}/slots`,
    tags,
    summary: 'Free times by the visitor’s dates',
    request: { params, query: slotsQuery },
    responses: { 200: answer(slotsAnswer, 'Free times') },
  });
  const book = route('public', {
    method: 'post',
    path: `${base}/bookings`,
    tags,
    summary: 'Book',
    request: { params, headers: z.object({ 'idempotency-key': z.string().optional() }), ...body(NewVisit) },
    responses: { 201: answer(bookedAnswer, 'Booked, or waiting for confirmation') },
  });
  return { page, slots, book };
}

function addRoutes(
  platform: Platform,
  api: ReturnType<typeof router>,
  door: Door,
  { page, slots, book }: ReturnType<typeof definitions>,
): void {
  api.openapi(page, async (c) => {
    const found = await door(c, READ);
    return c.json(await presentLinkToVisitor(platform, found), 200);
  });
  api.openapi(slots, async (c) => {
    const query = c.req.valid('query');
    const found = await door(c, READ);
    const durationMinutes = durationFrom(found.link, query.duration);
    const contact = await contactFrom(platform, found, query.c);
    const { ownerFull, ladder, ...own } = await offerFor(platform, found, contact, query.who);
    const asked = { durationMinutes, window: windowFrom(query) };
    const starts = ownerFull ? [] : await offeredStarts(platform, own.found, asked);
    const days = byVisitorDay(starts, query.timeZone);
    const shown = days.map((day) => ({ date: day.date, slots: day.starts.map(isoFromMinute) }));
    const told = { ...(ownerFull && { ownerFull: true as const }), ...(ladder && { ladder }) };
    return c.json({ timeZone: query.timeZone, durationMinutes, days: shown, ...told }, 200);
  });
  api.openapi(book, async (c) => {
    const input = c.req.valid('json');
    const found = await door(c, BOOKING);
    const visit = checkVisit(
      found.link,
      visitFrom(input, languageOf(found, c.req.header('accept-language'))),
    );
    const given = c.req.header('idempotency-key');
    const key =
      given === undefined ? null : keyFrom(found.link.workspaceId, scopeOf(found.link.id), given, input);
    const booked = await bookFromLink(platform, found, visit, key);
    if ('refused' in booked) throw startProblem(booked.refused, booked.alternatives);
    return c.json(booked.body, 201);
  });
}
