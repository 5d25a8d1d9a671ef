import { etagOf, versionFrom } from '#platform/http/etag.ts';
import { idParam, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { changeFeed, presentFeed, rotateFeed } from './change-feed.ts';

const tags = ['Calendars'];
const path = '/api/members/{id}/feed';
const detail = z.enum(['full', 'busy'], 'Write full or busy.');
const feedAnswer = z.object({ url: z.string(), detail, version: z.number() }).openapi('Feed');
const request = { params: idParam };
const responses = { 200: answer(feedAnswer, 'The address, and how much it shows') };

const show = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'The private address at which other programs read this member’s calendar (K5)',
  request,
  responses,
});
const change = route('member', {
  method: 'patch',
  path,
  tags,
  summary: 'Show everything at this address, or only when the member is busy',
  request: { ...request, ...body(z.strictObject({ detail })) },
  responses,
});
const rotate = route('member', {
  method: 'post',
  path: `${path}/rotation`,
  tags,
  summary: 'A new address; the one before stops working at once',
  request,
  responses,
});

export function feedRoutes(platform: Platform) {
  return router()
    .openapi(show, async (c) => {
      const feed = await presentFeed(platform, c.get('caller')!, c.req.valid('param').id);
      c.header('ETag', etagOf(feed.version));
      return c.json(feed, 200);
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param');
      const version = versionFrom(c.req.header('if-match'));
      const asked = c.req.valid('json').detail;
      const feed = await changeFeed(platform, c.get('caller')!, id, asked, version);
      c.header('ETag', etagOf(feed.version));
      return c.json(feed, 200);
    })
    .openapi(rotate, async (c) => {
      const feed = await rotateFeed(platform, c.get('caller')!, c.req.valid('param').id);
      c.header('ETag', etagOf(feed.version));
      return c.json(feed, 200);
    });
}
