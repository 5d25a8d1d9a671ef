import { isoFromMinute } from '#engine/minutes.ts';
import { minuteNow } from '#platform/clock.ts';
import { z } from '#platform/http/fields.ts';
import { route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { memberOfFeed } from '#people/feed.ts';
import { feedText } from './mails/feed.ts';
import { readHeld } from './store-feed.ts';

const DAY = 1440;
const feed = route('public', {
  method: 'get',
  path: '/calendars/feeds/{file}',
  tags: ['Calendars'],
  summary: 'A member’s meetings as a calendar to subscribe to, by its private address',
  request: { params: z.object({ file: z.string().max(200) }) },
  responses: { 200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } } },
});

/** K5: from 30 days back to two years ahead. */
export function feedRoutes(platform: Platform) {
  return router().openapi(feed, async (c) => {
    const token = /^([A-Za-z0-9_-]+)\.ics$/.exec(c.req.valid('param').file)?.[1];
    const member = token === undefined ? undefined : await memberOfFeed(platform, token);
    if (!member) throw notFound();
    const now = minuteNow(platform.clock);
    const rows = await readHeld(
      platform.db.read,
      member.workspaceId,
      member.id,
      now - 30 * DAY,
      now + 731 * DAY,
    );
    const domain = new URL(platform.config.publicUrl).hostname;
    const events = rows.map((row) => ({
      uid: `${row.booking_id}@${domain}`,
      sequence: row.sequence,
      changedAt: row.updated_at,
      start: isoFromMinute(row.start_minute),
      end: isoFromMinute(row.end_minute),
      title: row.visitor_name ? `${row.title}: ${row.visitor_name}` : row.title,
      ...(row.location !== null && { place: (JSON.parse(row.location) as { value?: string }).value ?? '' }),
    }));
    c.header('Cache-Control', 'private, max-age=300');
    return c.body(feedText(member.name, events), 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
  });
}
