import { emailAddress, listQuery, z } from '../http/fields.ts';
import { answer, route, router } from '../http/route.ts';
import { errorFacts } from '../log.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../db/tables.ts';
import type { MailBody } from './mail.ts';
import { listMails } from './store.ts';

const Mail = z
  .object({
    id: z.string(),
    kind: z.string(),
    to: z.string(),
    subject: z.string(),
    state: z.enum(['queued', 'sent', 'captured', 'failed', 'dropped']),
    text: z.string(),
    html: z.string(),
    attachments: z.array(z.object({ name: z.string(), type: z.string(), text: z.string() })),
    createdAt: z.string(),
    notBefore: z.string().nullable(),
    sentAt: z.string().nullable(),
    attempts: z.number(),
    error: z.string().optional(),
  })
  .openapi('Mail');

const query = listQuery.extend({
  to: emailAddress.optional(),
  since: z
    .string()
    .datetime({ offset: true, message: 'Write an instant such as 2026-12-01T09:00:00Z.' })
    .optional(),
});

export function mailRoutes(platform: Platform) {
  return router().openapi(
    route('admin', {
      method: 'get',
      path: '/api/mail',
      summary: 'Mails, newest first; without SMTP_URL the only place where they appear',
      request: { query },
      responses: { 200: answer(z.object({ items: z.array(Mail), next: z.string().nullable() }), 'Mails') },
    }),
    async (c) => {
      const { to, since, cursor, limit } = c.req.valid('query');
      const at = since === undefined ? undefined : new Date(since).toISOString();
      const rows = await listMails(platform.db.read, c.get('caller')!.workspaceId, {
        to,
        since: at,
        cursor,
        limit,
      });
      const next = rows.length === limit ? rows.at(-1)!.id : null;
      return c.json({ items: rows.map((row) => present(platform, row)), next }, 200);
    },
  );
}

function present(platform: Platform, row: Row<'mails'>): z.infer<typeof Mail> {
  const body = readBody(platform, row);
  const { calendar } = body;
  return {
    id: row.id,
    kind: row.kind,
    to: row.to_address,
    subject: row.subject,
    state: row.state,
    text: body.text,
    html: body.html,
    attachments: calendar
      ? [
          {
            name: 'invite.ics',
            type: `text/calendar; method=${calendar.method}; charset=utf-8`,
            text: calendar.text,
          },
        ]
      : [],
    createdAt: row.created_at,
    notBefore: row.not_before,
    sentAt: row.sent_at,
    attempts: row.attempts,
    ...(row.error === null ? {} : { error: row.error }),
  };
}

function readBody(platform: Platform, row: Row<'mails'>): MailBody {
  try {
    return JSON.parse(platform.secrets.open(row.body)) as MailBody;
  } catch (error) {
    platform.log.error('a mail could not be opened', errorFacts(error));
    return { text: '', html: '' };
  }
}
