import { idParam, listOf } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { RECORD_KINDS, RECORD_PATHS, visibleRecord, type RecordKind } from '#crm/records/record-desks.ts';
import { timelineQuery } from '#crm/timeline/timeline-fields.ts';
import { EmailBriefShape, EmailShape, NewEmail } from './email-fields.ts';
import { pageFrom } from './email-page.ts';
import { postEmail } from './post-email.ts';
import { listOnRecord } from './store.ts';

/** E-mails of every kind of record. */
export function recordEmailRoutes(platform: Platform) {
  const routes = router();
  for (const kind of RECORD_KINDS) routes.route('/', emailsOf(platform, kind));
  return routes;
}

function emailsOf(platform: Platform, kind: RecordKind) {
  const path = `${RECORD_PATHS[kind]}/{id}/emails` as const;
  const see = (caller: Caller, id: string) => visibleRecord(platform.db.read, caller, kind, id);
  return router()
    .openapi(history(path), async (c) => {
      const caller = c.get('caller')!;
      const { id } = await see(caller, c.req.valid('param').id);
      const page = c.req.valid('query');
      const emails = await listOnRecord(platform.db.read, caller.workspaceId, { kind, id }, page);
      return c.json(pageFrom(emails, page.limit), 200);
    })
    .openapi(post(path), async (c) => {
      const caller = c.get('caller')!;
      const record = await see(caller, c.req.valid('param').id);
      const posted = {
        record: { kind, id: record.id },
        given: c.req.valid('json'),
        key: c.req.header('idempotency-key'),
      };
      return c.json(await postEmail(platform, caller, posted), 201);
    });
}

function history<P extends string>(path: P) {
  return route('member', {
    method: 'get',
    path,
    tags: ['CRM'],
    summary: 'E-mails sent and received, newest first, with their state and the reason of a failure',
    request: { params: idParam, query: timelineQuery },
    responses: { 200: answer(listOf(EmailBriefShape), 'E-mails') },
  });
}

function post<P extends string>(path: P) {
  return route('member', {
    method: 'post',
    path,
    tags: ['CRM'],
    summary: 'Send an e-mail now or later; each recipient gets a message of their own',
    request: { params: idParam, ...body(NewEmail) },
    responses: { 201: answer(EmailShape, 'Queued, or kept until its time') },
  });
}
