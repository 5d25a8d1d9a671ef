import { text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { cleanHtml } from '#platform/rich-text.ts';
import { readSignature, writeSignature } from './store-templates.ts';

const tags = ['E-mails'];
const path = '/api/email-signature';
const Shape = z.object({ html: z.string() }).openapi('EmailSignature');

const read = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'One’s own signature, which the composer puts below what one writes',
  responses: { 200: answer(Shape, 'The signature; empty when there is none') },
});
const write = route('member', {
  method: 'put',
  path,
  tags,
  summary: 'Change one’s own signature',
  request: body(z.strictObject({ html: text(5_000) })),
  responses: { 200: answer(Shape, 'The signature as it is kept') },
});

export function emailSignatureRoutes({ db }: Platform) {
  return router()
    .openapi(read, async (c) => {
      const { workspaceId, memberId } = c.get('caller')!;
      return c.json({ html: await readSignature(db.read, workspaceId, memberId) }, 200);
    })
    .openapi(write, async (c) => {
      const { workspaceId, memberId } = c.get('caller')!;
      const html = cleanHtml(c.req.valid('json').html);
      await db.transact((tx) => writeSignature(tx, workspaceId, memberId, html));
      return c.json({ html }, 200);
    });
}
