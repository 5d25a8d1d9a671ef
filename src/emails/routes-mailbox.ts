import { answer, body, route, router } from '#platform/http/route.ts';
import { queueJob } from '#platform/jobs/store.ts';
import { takeFrom } from '#platform/limits/limit.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound, tooMany } from '#platform/refusal.ts';
import { MailboxSettings, MailboxShape } from './mailbox-fields.ts';
import { forgetMailbox, presentMailbox, setMailbox } from './set-mailbox.ts';
import { readMailbox } from './store-mailboxes.ts';

const tags = ['E-mails'];
const path = '/api/mailbox';

const read = route('admin', {
  method: 'get',
  path,
  tags,
  summary: 'The mailbox that answers and bounces are read from, and how reading goes',
  responses: {
    200: answer(MailboxShape.nullable(), 'The mailbox without its password; null when none is read'),
  },
});
const write = route('admin', {
  method: 'put',
  path,
  tags,
  summary:
    'Read a mailbox by IMAP, from now on; without a password the kept one stays, for the same server and user',
  request: body(MailboxSettings),
  responses: { 200: answer(MailboxShape, 'It is read at once; GET tells how that went') },
});
const remove = route('admin', {
  method: 'delete',
  path,
  tags,
  summary: 'Read no mailbox any more; what was read stays',
  responses: { 204: { description: 'Forgotten, its password too' } },
});
const reading = route('admin', {
  method: 'post',
  path: `${path}/reading`,
  tags,
  summary: 'Read the mailbox now; sixty times an hour',
  responses: { 202: answer(MailboxShape, 'Being read') },
});

export function mailboxRoutes(platform: Platform) {
  const { db, clock } = platform;
  const look = async (workspaceId: string): Promise<void> => {
    await db.transact((tx) => queueJob(tx, clock, { workspaceId, kind: 'mailbox.read', payload: {} }));
    platform.wakeWorker();
  };
  const present = async (workspaceId: string) => {
    const row = await readMailbox(db.read, workspaceId);
    if (!row) throw notFound();
    return presentMailbox(row);
  };
  return router()
    .openapi(read, async (c) => {
      const row = await readMailbox(db.read, c.get('caller')!.workspaceId);
      return c.json(row ? presentMailbox(row) : null, 200);
    })
    .openapi(write, async (c) => {
      const { workspaceId } = c.get('caller')!;
      const row = await setMailbox(platform, workspaceId, c.req.valid('json'));
      await look(workspaceId);
      return c.json(presentMailbox(row), 200);
    })
    .openapi(remove, async (c) => {
      const { workspaceId } = c.get('caller')!;
      if (!(await forgetMailbox(platform, workspaceId))) throw notFound();
      return c.body(null, 204);
    })
    .openapi(reading, async (c) => {
      const { workspaceId } = c.get('caller')!;
      const mailbox = await present(workspaceId);
      const limit = { name: 'mailbox', max: 60, windowSeconds: 3600 };
      const refusal = await takeFrom(db, clock, workspaceId, limit);
      if (refusal) throw tooMany(refusal.retryAfterSeconds);
      await look(workspaceId);
      return c.json(mailbox, 202);
    });
}
