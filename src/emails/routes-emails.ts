import { idParam, listOf } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { timelineQuery } from '#crm/timeline/timeline-fields.ts';
import { EmailBriefShape, EmailShape, NewEmail } from './email-fields.ts';
import { pageFrom } from './email-page.ts';
import { postEmail } from './post-email.ts';
import { presentEmail } from './present-email.ts';
import { sendAgain } from './send-again.ts';
import { stopEmail } from './stop-email.ts';
import { listOfMember } from './store.ts';
import { ownEmail, visibleEmail } from './visible-email.ts';

const tags = ['E-mails'];
const path = '/api/emails';

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'E-mails the caller wrote, newest first',
  request: { query: timelineQuery },
  responses: { 200: answer(listOf(EmailBriefShape), 'E-mails') },
});
const post = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Send an e-mail without a record; it stands on the timelines of everybody in it',
  request: body(NewEmail),
  responses: { 201: answer(EmailShape, 'Queued, or kept until its time') },
});
const read = route('member', {
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'One e-mail with what it says',
  request: { params: idParam },
  responses: { 200: answer(EmailShape, 'The e-mail') },
});
const sending = route('member', {
  method: 'post',
  path: `${path}/{id}/sending`,
  tags,
  summary: 'Try a failed e-mail once more, for the recipients it failed for',
  request: { params: idParam },
  responses: { 200: answer(EmailShape, 'On its way') },
});
const cancellation = route('member', {
  method: 'post',
  path: `${path}/{id}/cancellation`,
  tags,
  summary: 'Stop an e-mail whose time has not come',
  request: { params: idParam },
  responses: { 200: answer(EmailShape, 'Stopped') },
});

export function emailRoutesOf(platform: Platform) {
  const { db } = platform;
  return router()
    .openapi(list, async (c) => {
      const { workspaceId, memberId } = c.get('caller')!;
      const page = c.req.valid('query');
      return c.json(pageFrom(await listOfMember(db.read, workspaceId, memberId, page), page.limit), 200);
    })
    .openapi(post, async (c) => {
      const key = c.req.header('idempotency-key');
      const posted = { record: null, given: c.req.valid('json'), key };
      return c.json(await postEmail(platform, c.get('caller')!, posted), 201);
    })
    .openapi(read, async (c) =>
      c.json(presentEmail(await visibleEmail(db.read, c.get('caller')!, c.req.valid('param').id)), 200),
    )
    .openapi(sending, async (c) => {
      const caller = c.get('caller')!;
      const email = await ownEmail(db.read, caller, c.req.valid('param').id);
      await sendAgain(platform, caller.workspaceId, email);
      return c.json(presentEmail(await visibleEmail(db.read, caller, email.id)), 200);
    })
    .openapi(cancellation, async (c) => {
      const caller = c.get('caller')!;
      const email = await ownEmail(db.read, caller, c.req.valid('param').id);
      await stopEmail(platform, caller.workspaceId, email.id);
      return c.json(presentEmail(await visibleEmail(db.read, caller, email.id)), 200);
    });
}
