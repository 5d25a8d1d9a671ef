import { emailAddress, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { tooMany } from '#platform/refusal.ts';
import { sendTestMail } from './send-test-mail.ts';

const test = route('admin', {
  method: 'post',
  path: '/api/mail/test',
  tags: ['Mail'],
  summary: 'Send a mail to oneself, or to an address, to see whether mail leaves; six an hour',
  request: body(z.strictObject({ to: emailAddress.optional() })),
  responses: {
    202: answer(z.object({ id: z.string(), to: z.string() }), 'Queued; GET /api/mail/{id} tells its state'),
  },
});

export function testMailRoutes(platform: Platform) {
  return router().openapi(test, async (c) => {
    const sent = await sendTestMail(platform, c.get('caller')!, c.req.valid('json').to);
    if ('retryAfterSeconds' in sent) throw tooMany(sent.retryAfterSeconds);
    return c.json(sent, 202);
  });
}
