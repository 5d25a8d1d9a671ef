import { id, idParam, line, z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound, Problem } from '#platform/refusal.ts';
import { MOST_BYTES } from './email.ts';
import { FileShape } from './email-fields.ts';
import { insertFile, readFile, removeWaiting, waitingBytes } from './store-files.ts';
import { visibleEmail } from './visible-email.ts';

const tags = ['E-mails'];
const path = '/api/email-files';
/** What a member may have uploaded without sending it. */
const MOST_WAITING = 5 * MOST_BYTES;

/** The one address that takes large bodies. */
export const EMAIL_BODIES = { [path]: MOST_BYTES };

const upload = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Upload a file for an e-mail: the body is its bytes, at most 10 MB; unsent files go after a day',
  request: {
    query: z.object({
      name: line(200),
      type: z
        .string()
        .regex(/^[\w.+-]{1,60}\/[\w.+-]{1,80}$/, 'Write a type such as application/pdf.')
        .optional(),
    }),
    body: { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
  },
  responses: { 201: answer(FileShape, 'The file, to be named in attachments') },
});
const remove = route('member', {
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Take back a file that was not sent',
  request: { params: idParam },
  responses: { 204: { description: 'Gone' } },
});
const download = route('member', {
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'A file of an e-mail, always as a download that no browser opens by itself',
  request: { params: z.object({ id }) },
  responses: {
    200: {
      description: 'Its bytes',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
  },
});

export function emailFileRoutes(platform: Platform) {
  const { db } = platform;
  return router()
    .openapi(upload, async (c) => {
      const { name, type = 'application/octet-stream' } = c.req.valid('query');
      const bytes = Buffer.from(await c.req.arrayBuffer());
      return c.json(await keep(platform, c.get('caller')!, { name, type }, bytes), 201);
    })
    .openapi(remove, async (c) => {
      const { workspaceId, memberId } = c.get('caller')!;
      const { id: fileId } = c.req.valid('param');
      if (!(await db.transact((tx) => removeWaiting(tx, workspaceId, memberId, fileId)))) throw notFound();
      return c.body(null, 204);
    })
    .openapi(download, async (c) => {
      const file = await readFile(db.read, c.get('caller')!.workspaceId, c.req.valid('param').id);
      if (!file || (file.email_id === null && file.member_id !== c.get('caller')!.memberId)) throw notFound();
      if (file.email_id !== null) await visibleEmail(db.read, c.get('caller')!, file.email_id);
      const named = encodeURIComponent(file.name).replace(
        /['()*]/g,
        (sign) => `%${sign.charCodeAt(0).toString(16)}`,
      );
      c.header('Content-Disposition', `attachment; filename*=UTF-8''${named}`);
      c.header('Content-Type', 'application/octet-stream');
      c.header('X-Content-Type-Options', 'nosniff');
      return c.body(Buffer.from(file.content, 'base64'), 200);
    });
}

async function keep(
  { db, clock }: Platform,
  { workspaceId, memberId }: Caller,
  { name, type }: { name: string; type: string },
  bytes: Buffer,
) {
  if (bytes.length === 0) throw invalid({ path: 'body', message: 'This file is empty.' });
  const fileId = newId();
  await db.transact(async (tx) => {
    if ((await waitingBytes(tx, workspaceId, memberId)) + bytes.length > MOST_WAITING) {
      throw new Problem(
        413,
        'too-large',
        'Send or remove the files you attached before, then attach this one.',
      );
    }
    await insertFile(tx, {
      workspace_id: workspaceId,
      file_id: fileId,
      member_id: memberId,
      name,
      type,
      size: bytes.length,
      content: bytes.toString('base64'),
      created_at: isoNow(clock),
    });
  });
  return { id: fileId, name, type, size: bytes.length };
}
