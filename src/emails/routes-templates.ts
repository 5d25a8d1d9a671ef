import { isoNow } from '#platform/clock.ts';
import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { flag } from '#platform/db/tables.ts';
import { idParam, listOf, type z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import { may, type Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notAllowed, notFound } from '#platform/refusal.ts';
import { visibleRecord } from '#crm/records/record-desks.ts';
import { cleanHtml } from '#platform/rich-text.ts';
import { checkPlaceholders, fillIn, PLACEHOLDERS } from './placeholders.ts';
import * as store from './store-templates.ts';
import {
  FilledShape,
  NewTemplate,
  TemplateAbout,
  TemplateChanges,
  TemplateDraft,
  TemplateShape,
} from './template-fields.ts';
import type { FilledTemplate, TemplateAnswer } from './template-fields.ts';
import { valuesFor } from './values.ts';

const tags = ['E-mails'];
const path = '/api/email-templates';
const MOST = 500;

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: `Templates of the workspace. They may hold {{…}} of ${PLACEHOLDERS.join(', ')}`,
  responses: { 200: answer(listOf(TemplateShape), 'By name') },
});
const add = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Keep a template; an unknown {{…}} is refused',
  request: body(NewTemplate),
  responses: { 201: answer(TemplateShape, 'The template') },
});
const change = route('member', {
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Change a template: its maker, or someone with manage-settings',
  request: { params: idParam, ...body(TemplateChanges) },
  responses: { 200: answer(TemplateShape, 'The template') },
});
const remove = route('member', {
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Remove a template; e-mails written from it stay',
  request: { params: idParam },
  responses: { 204: { description: 'Gone' } },
});
const filling = route('member', {
  method: 'post',
  path: `${path}/{id}/filling`,
  tags,
  summary: 'A template with what is known filled in; `missing` names what is not',
  request: { params: idParam, ...body(TemplateAbout) },
  responses: { 200: answer(FilledShape, 'To write from') },
});
const draftFilling = route('member', {
  method: 'post',
  path: `${path}/filling`,
  tags,
  summary: 'The same for a template that is being written; nothing is kept',
  request: body(TemplateDraft),
  responses: { 200: answer(FilledShape, 'As it would read') },
});

export function emailTemplateRoutes(platform: Platform) {
  const { db } = platform;
  return router()
    .route('/', fillingRoutes(platform))
    .openapi(list, async (c) => {
      const caller = c.get('caller')!;
      const rows = await store.listTemplates(db.read, caller, MOST);
      return c.json({ items: rows.map((row) => present(caller, row)), next: null }, 200);
    })
    .openapi(add, async (c) => {
      const row = await addTemplate(platform, c.get('caller')!, c.req.valid('json'));
      c.header('ETag', etagOf(row.version));
      return c.json(present(c.get('caller')!, row), 201);
    })
    .openapi(change, async (c) => {
      const caller = c.get('caller')!;
      const row = await ownTemplate(platform, caller, c.req.valid('param').id);
      const version = versionFrom(c.req.header('if-match'));
      if (version !== undefined && version !== row.version) throw changedMeanwhile(present(caller, row));
      const given = cleaned(c.req.valid('json'));
      if (!(await db.transact((tx) => store.changeTemplate(tx, row, given)))) {
        throw changedMeanwhile(present(caller, await ownTemplate(platform, caller, row.template_id)));
      }
      c.header('ETag', etagOf(row.version + 1));
      return c.json(present(caller, { ...row, ...given, version: row.version + 1 }), 200);
    })
    .openapi(remove, async (c) => {
      const caller = c.get('caller')!;
      const row = await ownTemplate(platform, caller, c.req.valid('param').id);
      await db.transact((tx) => store.removeTemplate(tx, caller.workspaceId, row.template_id));
      return c.body(null, 204);
    });
}

function fillingRoutes(platform: Platform) {
  const { db } = platform;
  return router()
    .openapi(filling, async (c) => {
      const caller = c.get('caller')!;
      const row = await store.readTemplate(db.read, caller, c.req.valid('param').id);
      if (!row) throw notFound();
      return c.json(await fill(platform, caller, row, c.req.valid('json')), 200);
    })
    .openapi(draftFilling, async (c) => {
      const { record, to, ...draft } = c.req.valid('json');
      const text = { ...draft, ...cleaned(draft) };
      return c.json(await fill(platform, c.get('caller')!, text, { record, to }), 200);
    });
}

async function addTemplate({ db, clock }: Platform, caller: Caller, given: z.infer<typeof NewTemplate>) {
  const row = {
    workspace_id: caller.workspaceId,
    template_id: newId(),
    member_id: caller.memberId,
    ...(cleaned(given) as store.TemplateFields),
    version: 1,
    created_at: isoNow(clock),
  };
  await db.transact(async (tx) => {
    if ((await store.countTemplates(tx, caller)) >= MOST) {
      throw invalid({ path: 'name', message: 'Keep at most 500 templates. Remove one first.' });
    }
    await store.insertTemplate(tx, row);
  });
  return row;
}

async function ownTemplate({ db }: Platform, caller: Caller, templateId: string): Promise<store.TemplateRow> {
  const row = await store.readTemplate(db.read, caller, templateId);
  if (!row) throw notFound();
  if (!isOwn(caller, row)) throw notAllowed();
  return row;
}

function isOwn(caller: Caller, row: store.TemplateRow): boolean {
  return row.member_id === caller.memberId || may(caller, 'manage-settings');
}

function cleaned({ shared, ...given }: z.infer<typeof TemplateChanges>): Partial<store.TemplateFields> {
  if (given.subject !== undefined) checkPlaceholders('subject', given.subject);
  if (given.html !== undefined) checkPlaceholders('html', given.html);
  return {
    ...given,
    ...(given.html !== undefined && { html: cleanHtml(given.html) }),
    ...(shared !== undefined && { shared: flag(shared) }),
  };
}

type Words = Pick<store.TemplateFields, 'subject' | 'html'>;

async function fill(
  { db }: Platform,
  caller: Caller,
  row: Words,
  { record: ref, to }: z.infer<typeof TemplateAbout>,
): Promise<FilledTemplate> {
  const record = ref && (await visibleRecord(db.read, caller, ref.kind, ref.id));
  const values = await valuesFor(db.read, caller, record, to);
  const subject = fillIn(row.subject, values, 'text');
  const html = fillIn(row.html, values, 'html');
  const missing = [...new Set([...subject.missing, ...html.missing])];
  return { subject: subject.filled.slice(0, 200), html: html.filled, missing };
}

function present(caller: Caller, row: store.TemplateRow): TemplateAnswer {
  return {
    id: row.template_id,
    name: row.name,
    subject: row.subject,
    html: row.html,
    memberId: row.member_id,
    shared: row.shared === 1,
    mine: isOwn(caller, row),
    version: row.version,
  };
}
