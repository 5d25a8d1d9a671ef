import { isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import { clientAddress, limitKey } from '#platform/http/client-address.ts';
import { z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import { languageFrom } from '#platform/messages/language.ts';
import type { Platform } from '#platform/platform.ts';
import { tooMany } from '#platform/refusal.ts';
import type { PublicRate } from '#platform/limits/public-rate.ts';
import type { FoundLink } from '#links/store-public.ts';
import { bookFromLink } from './book-from-link.ts';
import { openLink, type Address } from './find-link.ts';
import { keyFrom } from './idempotency.ts';
import { presentLinkToVisitor } from './present-link.ts';
import { offeredStarts } from './offer.ts';
import { startProblem } from './refusals.ts';
import { byVisitorDay, durationFrom, slotsQuery, windowFrom } from './slots-query.ts';
import { NewVisit, type NewVisitInput } from './visit-fields.ts';
import { checkVisit } from './visit.ts';

const tags = ['Public'];
const LinkPage = z.looseObject({
  title: z.string(),
  durationsMinutes: z.array(z.number()),
  timeZone: z.string(),
});
const Slots = z.object({
  timeZone: z.string(),
  durationMinutes: z.number(),
  days: z.array(z.object({ date: z.string(), slots: z.array(z.string()) })),
});
const Booked = z.looseObject({ id: z.string(), status: z.string(), start: z.string(), end: z.string() });
const Slugs = z.object({ workspace: z.string().max(80), link: z.string().max(80) });
const READS_FOR_ONE_BOOKING = 10;

export function publicRoutes(platform: Platform, rate: PublicRate) {
  const api = router();
  const none = z.object({}) as unknown as typeof Slugs;
  addRoutes(platform, rate, api, '/api/public/book_appointment', none, () => 'book_appointment');
  return addRoutes(platform, rate, api, '/api/public/{workspace}/{link}', Slugs, (slugs) => slugs as Address);
}

function addRoutes(
  platform: Platform,
  rate: PublicRate,
  api: ReturnType<typeof router>,
  base: string,
  params: typeof Slugs,
  addressOf: (params: unknown) => Address,
) {
  const { db } = platform;
  const limited = (c: Parameters<typeof clientAddress>[1], address: Address, weight: number): void => {
    const name = address === 'book_appointment' ? address : `${address.workspace}/${address.link}`;
    const key = `${weight}:${limitKey(clientAddress(platform, c))}:${name}`;
    const wait = rate(key, platform.config.publicRateLimit * weight);
    if (wait > 0) throw tooMany(wait);
  };
  const page = route('public', {
    method: 'get',
    path: base,
    tags,
    summary: 'What a page about this link needs to know',
    request: { params },
    responses: { 200: answer(LinkPage, 'The link') },
  });
  const slots = route('public', {
    method: 'get',
    path: `${base}/slots`,
    tags,
    summary: 'Free times by the visitor’s dates',
    request: { params, query: slotsQuery },
    responses: { 200: answer(Slots, 'Free times') },
  });
  const book = route('public', {
    method: 'post',
    path: `${base}/bookings`,
    tags,
    summary: 'Book',
    request: { params, headers: z.object({ 'idempotency-key': z.string().optional() }), ...body(NewVisit) },
    responses: { 201: answer(Booked, 'Booked, or waiting for confirmation') },
  });
  return api
    .openapi(page, async (c) => {
      const address = addressOf(c.req.param());
      limited(c, address, READS_FOR_ONE_BOOKING);
      return c.json(await presentLinkToVisitor(platform, await openLink(db.read, address)), 200);
    })
    .openapi(slots, async (c) => {
      const address = addressOf(c.req.param());
      limited(c, address, READS_FOR_ONE_BOOKING);
      const query = c.req.valid('query');
      const found = await openLink(db.read, address);
      const durationMinutes = durationFrom(found.link, query.duration);
      const starts = await offeredStarts(platform, found, { durationMinutes, window: windowFrom(query) });
      const days = byVisitorDay(starts, query.timeZone);
      return c.json(
        {
          timeZone: query.timeZone,
          durationMinutes,
          days: days.map((day) => ({ date: day.date, slots: day.starts.map(isoFromMinute) })),
        },
        200,
      );
    })
    .openapi(book, async (c) => {
      const address = addressOf(c.req.param());
      limited(c, address, 1);
      const input = c.req.valid('json');
      const found = await openLink(db.read, address);
      const visit = checkVisit(found.link, visitFrom(input, found, c.req.header('accept-language')));
      const given = c.req.header('idempotency-key');
      const key = given === undefined ? null : keyFrom(found.link.workspaceId, scopeOf(found), given, input);
      const booked = await bookFromLink(platform, found, visit, key);
      if ('refused' in booked) throw startProblem(booked.refused, booked.alternatives);
      return c.json(booked.body as z.infer<typeof Booked>, 201);
    });
}

/** A key belongs to workspace, route and link (E3). */
export function scopeOf({ link }: FoundLink): string {
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
