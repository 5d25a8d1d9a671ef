import { idParam, listOf, z } from '../http/fields.ts';
import { answer, route, router } from '../http/route.ts';
import type { Platform } from '../platform.ts';
import { notFound } from '../refusal.ts';
import { mailAnswer, mailBriefAnswer, mailCounts, mailQuery } from './mail-fields.ts';
import { presentBrief, presentMail } from './present-mail.ts';
import { reviveMail } from './revive-mail.ts';
import { readMail } from './store.ts';
import { countMails, listBriefMails, listMails } from './store-lists.ts';

const tags = ['Mail'];
const list = route('admin', {
  method: 'get',
  path: '/api/mail',
  tags,
  summary: 'Mails, newest first; without SMTP_URL the only place where they appear',
  request: { query: mailQuery },
  responses: { 200: answer(listOf(z.union([mailAnswer, mailBriefAnswer])), 'Mails') },
});
const counts = route('admin', {
  method: 'get',
  path: '/api/mail/counts',
  tags,
  summary: 'How many mails are in which state',
  responses: { 200: answer(mailCounts, 'The counts') },
});
const read = route('admin', {
  method: 'get',
  path: '/api/mail/{id}',
  tags,
  summary: 'One mail with what it says',
  request: { params: idParam },
  responses: { 200: answer(mailAnswer, 'The mail') },
});
const page = route('admin', {
  method: 'get',
  path: '/api/mail/{id}/page',
  tags,
  summary: 'What a mail says, as its reader sees it: a page without script that only our own app may frame',
  request: { params: idParam },
  responses: { 200: { description: 'The page', content: { 'text/html': { schema: z.string() } } } },
});
const revival = route('admin', {
  method: 'post',
  path: '/api/mail/{id}/revival',
  tags,
  summary: 'Send a failed mail once more',
  request: { params: idParam },
  responses: { 200: answer(mailBriefAnswer, 'It is tried again at once') },
});

/** Mails style themselves in place; nothing in them may run, load or lead anywhere inside the frame. */
const FRAMED =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";

/** Mails as admins see them; those for signing in are not there. */
export function mailRoutes(platform: Platform) {
  const { read: db } = platform.db;
  return router()
    .openapi(list, async (c) => {
      const { to, since, state, q, cursor, limit, brief } = c.req.valid('query');
      const at = since === undefined ? undefined : new Date(since).toISOString();
      const { workspaceId } = c.get('caller')!;
      const filter = { to, since: at, state, q, cursor, limit };
      const items =
        brief === 'true'
          ? (await listBriefMails(db, workspaceId, filter)).map(presentBrief)
          : (await listMails(db, workspaceId, filter)).map((row) => presentMail(platform, row));
      return c.json({ items, next: items.length === limit ? items.at(-1)!.id : null }, 200);
    })
    .openapi(counts, async (c) => {
      const found = await countMails(db, c.get('caller')!.workspaceId);
      const of = (state: Parameters<typeof found.get>[0]): number => found.get(state) ?? 0;
      const [queued, sent, captured] = [of('queued'), of('sent'), of('captured')];
      return c.json({ queued, sent, captured, failed: of('failed'), dropped: of('dropped') }, 200);
    })
    .openapi(read, async (c) => {
      const mail = await readMail(db, c.get('caller')!.workspaceId, c.req.valid('param').id);
      if (!mail || mail.secret === 1) throw notFound();
      return c.json(presentMail(platform, mail), 200);
    })
    .openapi(page, async (c) => {
      const mail = await readMail(db, c.get('caller')!.workspaceId, c.req.valid('param').id);
      if (!mail || mail.secret === 1) throw notFound();
      c.header('Content-Security-Policy', FRAMED);
      c.header('X-Frame-Options', 'SAMEORIGIN');
      return c.html(presentMail(platform, mail).html, 200);
    })
    .openapi(revival, async (c) => {
      const { workspaceId } = c.get('caller')!;
      return c.json(presentBrief(await reviveMail(platform, workspaceId, c.req.valid('param').id)), 200);
    });
}
