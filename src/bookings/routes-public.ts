import type { Context } from 'hono';
import { isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import { clientAddress, limitKey } from '#platform/http/client-address.ts';
import type { HttpEnv } from '#platform/http/caller.ts';
import { z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import { languageFrom } from '#platform/messages/language.ts';
import type { Platform } from '#platform/platform.ts';
import { tooMany } from '#platform/refusal.ts';
import type { PublicRate } from '#platform/limits/public-rate.ts';
import type { FoundLink } from '#links/store-public.ts';
import { bookFromLink } from './book-from-link.ts';
import { openLink } from './find-link.ts';
import { keyFrom } from './idempotency.ts';
import { presentLinkToVisitor } from './present-link.ts';
import { linkPage, slotsAnswer } from './public-answers.ts';
import { offeredStarts } from './offer.ts';
import { startProblem } from './refusals.ts';
import { byVisitorDay, durationFrom, slotsQuery, windowFrom } from './slots-query.ts';
import { NewVisit, type NewVisitInput } from './visit-fields.ts';
import { checkVisit } from './visit.ts';

const tags = ['Public'];
const Booked = z.looseObject({ id: z.string(), status: z.string(), start: z.string(), end: z.string() });
const Slugs = z.object({ workspace: z.string().max(80), link: z.string().max(80) });
const READS_FOR_ONE_BOOKING = 10;

export function publicRoutes(platform: Platform, rate: PublicRate) {
  const api = router();
  const door = limitedDoor(platform, rate);
  const none = z.object({}) as unknown as typeof Slugs;
  addRoutes(platform, api, door, definitions('/api/public/book_appointment', none));
  addRoutes(platform, api, door, definitions('/api/public/{workspace}/{link}', Slugs));
  return api;
}

/** The same three routes under both kinds of address. */
function definitions(base: string, params: typeof Slugs) {
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
    responses: { 201: answer(Booked, 'Booked, or waiting for confirmation') },
  });
  return { page, slots, book };
}

/** Finds the link that a request names, unless that network address asks too often (`weight` = how cheap it is). */
type Door = (c: Context<HttpEnv>, weight: number) => Promise<FoundLink>;

function limitedDoor(platform: Platform, rate: PublicRate): Door {
  return (c, weight) => {
    const { workspace, link } = c.req.param() as Partial<z.infer<typeof Slugs>>;
    const address = workspace && link ? { workspace, link } : 'book_appointment';
    const name = address === 'book_appointment' ? address : `${workspace}/${link}`;
    const key = `${weight}:${limitKey(clientAddress(platform, c))}:${name}`;
    const wait = rate(key, platform.config.publicRateLimit * weight);
    if (wait > 0) throw tooMany(wait);
    return openLink(platform.db.read, address);
  };
}

function addRoutes(
  platform: Platform,
  api: ReturnType<typeof router>,
  door: Door,
  { page, slots, book }: ReturnType<typeof definitions>,
): void {
  api.openapi(page, async (c) => {
    const found = await door(c, READS_FOR_ONE_BOOKING);
    return c.json(await presentLinkToVisitor(platform, found), 200);
  });
  api.openapi(slots, async (c) => {
    const query = c.req.valid('query');
    const found = await door(c, READS_FOR_ONE_BOOKING);
    const durationMinutes = durationFrom(found.link, query.duration);
    const starts = await offeredStarts(platform, found, { durationMinutes, window: windowFrom(query) });
    const days = byVisitorDay(starts, query.timeZone);
    const shown = days.map((day) => ({ date: day.date, slots: day.starts.map(isoFromMinute) }));
    return c.json({ timeZone: query.timeZone, durationMinutes, days: shown }, 200);
  });
  api.openapi(book, async (c) => {
    const input = c.req.valid('json');
    const found = await door(c, 1);
    const visit = checkVisit(found.link, visitFrom(input, found, c.req.header('accept-language')));
    const given = c.req.header('idempotency-key');
    const key = given === undefined ? null : keyFrom(found.link.workspaceId, scopeOf(found), given, input);
    const booked = await bookFromLink(platform, found, visit, key);
    if ('refused' in booked) throw startProblem(booked.refused, booked.alternatives);
    return c.json(booked.body as z.infer<typeof Booked>, 201);
  });
}

/** A key belongs to workspace, route and link (E3). */
function scopeOf({ link }: FoundLink): string {
  return `book:${link.id}`;
}

function visitFrom(input: NewVisitInput, found: FoundLink, acceptLanguage: string | undefined) {
  const { name, email, phone, skype, details } = input.visitor;
  const wanted = found.link.settings.language === 'visitor' ? undefined : found.link.settings.language;
  return {
    start: minuteFromIso(input.start)!,
    ...(input.durationMinutes !== undefined && { durationMinutes: input.durationMinutes }),
    timeZone: input.timeZone,
    language: acceptLanguage ? languageFrom(acceptLanguage, wanted) : (wanted ?? found.workspace.locale),
    visitor: { name, email, ...(phone && { phone }), ...(skype && { skype }), ...(details && { details }) },
    answers: input.answers ?? {},
    consents: input.consents ?? {},
    guests: input.guests ?? [],
  };
}
