import { createHash } from 'node:crypto';
import { z } from '#platform/http/fields.ts';
import { route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { memberOfFeed } from '#people/feed.ts';
import { memberFeed } from './member-feed.ts';

const feed = route('public', {
  method: 'get',
  path: '/calendars/feeds/{file}',
  tags: ['Calendars'],
  summary: 'A member’s meetings as a calendar to subscribe to, by its private address',
  request: { params: z.object({ file: z.string().max(200) }) },
  responses: {
    200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } },
    304: { description: 'The calendar that If-None-Match names still stands' },
  },
});

/** K5: programs ask every few minutes for years; what did not change is not sent again. */
export function feedRoutes(platform: Platform) {
  return router().openapi(feed, async (c) => {
    const token = /^([A-Za-z0-9_-]+)\.ics$/.exec(c.req.valid('param').file)?.[1];
    const found = token === undefined ? undefined : await memberOfFeed(platform, token);
    if (!found) throw notFound();
    const text = await memberFeed(platform, found.member, found.detail);
    const tag = createHash('sha256').update(text).digest('base64url');
    c.header('ETag', `"${tag}"`);
    c.header('Cache-Control', 'private, max-age=300');
    // A server in between that packs the answer makes the tag a weak one, W/"…".
    if (c.req.header('if-none-match')?.includes(`"${tag}"`)) return c.body(null, 304);
    return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
  });
}
