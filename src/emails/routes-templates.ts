import { isoNow } from '#platform/clock.ts';
import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { id, idParam, line, listOf, text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import { may, type Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notAllowed, notFound } from '#platform/refusal.ts';
import { RECORD_KINDS, visibleRecord } from '#crm/records/record-desks.ts';
import { cleanHtml } from '#platform/rich-text.ts';
import { checkPlaceholders, fillIn, PLACEHOLDERS } from './placeholders.ts';
import type { Place } from './record-places.ts';
import * as store from './store-templates.ts';
import { valuesFor } from './values.ts';

const tags = ['E-mails'];
const path = '/api/email-templates';
const MOST = 500;
const fields = { name: line(80), subject: line(200), html: text(20_000, 1) };

const TemplateShape = z
  .object({
    id: z.string(),
    name: z.string(),
    subject: z.string(),
    html: z.string(),
    memberId: z.string(),
    /** Whether the caller may change it. */
    mine: z.boolean(),
    version: z.number(),
  })
  .openapi('EmailTemplate');
export type TemplateAnswer = z.infer<typeof TemplateShape>;

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
  request: body(z.strictObject(fields)),
  responses: { 201: answer(TemplateShape, 'The template') },
});
const change = route('member', {
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Change a template: its maker, or someone with manage-settings',
  request: { params: idParam, ...body(z.strictObject(fields).partial()) },
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
  request: {
    params: idParam,
    ...body(
      z.strictObject({
        record: z
          .strictObject({ kind: z.enum(RECORD_KINDS), id })
          .nullable()
          .default(null),
      }),
    ),
  },
  responses: {
    200: answer(
      z.object({ subject: z.string(), html: z.string(), missing: z.array(z.string()) }),
      'To write from',
    ),
  },
});

export function emailTemplateRoutes(platform: Platform) {
  const { db } = platform;
  return router()
    .openapi(list, async (c) => {
      const caller = c.get('caller')!;
      const rows = await store.listTemplates(db.read, caller.workspaceId, MOST);
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
    })
    .openapi(filling, async (c) => {
      const caller = c.get('caller')!;
      return c.json(await fill(platform, caller, c.req.valid('param').id, c.req.valid('json').record), 200);
    });
}

async function addTemplate({ db, clock }: Platform, caller: Caller, given: store.TemplateFields) {
  const row = {
    workspace_id: caller.workspaceId,
    template_id: newId(),
    member_id: caller.memberId,
    ...(cleaned(given) as store.TemplateFields),
    version: 1,
    created_at: isoNow(clock),
  };
  await db.transact(async (tx) => {
    if ((await store.listTemplates(tx, caller.workspaceId, MOST)).length === MOST) {
      throw invalid({ path: 'name', message: 'Keep at most 500 templates. Remove one first.' });
    }
    await store.insertTemplate(tx, row);
  });
  return row;
}

async function ownTemplate({ db }: Platform, caller: Caller, templateId: string): Promise<store.TemplateRow> {
  const row = await store.readTemplate(db.read, caller.workspaceId, templateId);
  if (!row) throw notFound();
  if (!isOwn(caller, row)) throw notAllowed();
  return row;
}

function isOwn(caller: Caller, row: store.TemplateRow): boolean {
  return row.member_id === caller.memberId || may(caller, 'manage-settings');
}

function cleaned(given: Partial<store.TemplateFields>): Partial<store.TemplateFields> {
  if (given.subject !== undefined) checkPlaceholders('subject', given.subject);
  if (given.html === undefined) return given;
  checkPlaceholders('html', given.html);
  return { ...given, html: cleanHtml(given.html) };
}

async function fill({ db }: Platform, caller: Caller, templateId: string, ref: Place | null) {
  const row = await store.readTemplate(db.read, caller.workspaceId, templateId);
  if (!row) throw notFound();
  const record = ref && (await visibleRecord(db.read, caller, ref.kind, ref.id));
  const values = await valuesFor(db.read, caller, record);
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
    mine: isOwn(caller, row),
    version: row.version,
  };
}
