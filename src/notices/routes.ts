import { isoNow } from '#platform/clock.ts';
import { id, idParam, listOf, listQuery, z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { noticeAnswer } from './notice-fields.ts';
import { countUnread, listNotices, markRead } from './store.ts';

const tags = ['Notices'];
const path = '/api/notices';

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'What the caller has been told, newest first, and how much of it is unread (at most 100)',
  request: {
    query: listQuery
      .pick({ limit: true })
      .extend({ cursor: id.optional(), unread: z.enum(['true', 'false']).optional() }),
  },
  responses: { 200: answer(listOf(noticeAnswer).extend({ unread: z.number() }), 'Notices') },
});
const readAll = route('member', {
  method: 'post',
  path: `${path}/reading`,
  tags,
  summary: 'All of them are read',
  responses: { 204: { description: 'Read' } },
});
const readOne = route('member', {
  method: 'post',
  path: `${path}/{id}/reading`,
  tags,
  summary: 'This one is read',
  request: { params: idParam },
  responses: { 204: { description: 'Read' } },
});

export function noticeRoutes(platform: Platform) {
  const { db, clock } = platform;
  return router()
    .openapi(list, async (c) => {
      const caller = c.get('caller')!;
      const { limit, cursor, unread } = c.req.valid('query');
      const asked = { limit, cursor, unread: unread === 'true' };
      const found = await listNotices(db.read, caller, asked);
      const items = found.slice(0, limit);
      const next = found.length > limit ? items.at(-1)!.id : null;
      return c.json({ items, next, unread: await countUnread(db.read, caller) }, 200);
    })
    .openapi(readAll, async (c) => {
      const caller = c.get('caller')!;
      await db.transact((tx) => markRead(tx, caller, isoNow(clock)));
      return c.body(null, 204);
    })
    .openapi(readOne, async (c) => {
      const caller = c.get('caller')!;
      const { id: noticeId } = c.req.valid('param');
      if (!(await db.transact((tx) => markRead(tx, caller, isoNow(clock), noticeId)))) throw notFound();
      return c.body(null, 204);
    });
}
