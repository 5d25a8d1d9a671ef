import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { id, idParam, listOf, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { askedOf, recordListQuery, recordPage } from '#crm/timeline/list-query.ts';
import { addRecord, changeRecord } from '#crm/timeline/record-life.ts';
import { LeadChanges, LeadShape, leadFrom, NewLead } from './lead-fields.ts';
import { LEAD_STATUSES, presentLead } from './lead.ts';
import { visibleLead } from './read-lead.ts';
import { leadHistoryRoutes } from './routes-history.ts';
import { LEAD_COLUMNS, leadBook, listLeads } from './store.ts';

const tags = ['CRM'];
const path = '/api/leads';

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'Leads the caller may see, newest first',
  request: {
    query: recordListQuery.extend({ status: z.enum(LEAD_STATUSES).optional(), companyId: id.optional() }),
  },
  responses: { 200: answer(listOf(LeadShape), 'Leads') },
});
const add = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Make a lead',
  request: body(NewLead),
  responses: { 201: answer(LeadShape, 'The lead') },
});
const read = route('member', {
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'One lead',
  request: { params: idParam },
  responses: { 200: answer(LeadShape, 'The lead') },
});
const change = route('member', {
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Change a lead; who changed what stands on its timeline',
  request: { params: idParam, ...body(LeadChanges) },
  responses: { 200: answer(LeadShape, 'The lead') },
});

export function leadRoutes(platform: Platform) {
  return router()
    .openapi(list, async (c) => {
      const caller = c.get('caller')!;
      const { status, companyId, ...query } = c.req.valid('query');
      const asked = { ...askedOf(caller, LEAD_COLUMNS, query), equals: { status }, belongsTo: [companyId] };
      const leads = await listLeads(platform.db.read, caller.workspaceId, asked);
      return c.json(recordPage(leads, query.limit, presentLead), 200);
    })
    .openapi(add, async (c) => {
      const lead = await addRecord(platform, c.get('caller')!, leadBook, leadFrom(c.req.valid('json')));
      c.header('ETag', etagOf(lead.version));
      return c.json(presentLead(lead), 201);
    })
    .openapi(read, async (c) => {
      const lead = await visibleLead(platform.db.read, c.get('caller')!, c.req.valid('param').id);
      c.header('ETag', etagOf(lead.version));
      return c.json(presentLead(lead), 200);
    })
    .openapi(change, async (c) => {
      const version = versionFrom(c.req.header('if-match'));
      const { id } = c.req.valid('param');
      const asked = c.req.valid('json');
      const lead = await changeRecord(platform, c.get('caller')!, leadBook, id, asked, version);
      if ('changedMeanwhile' in lead) throw changedMeanwhile(presentLead(lead.changedMeanwhile));
      c.header('ETag', etagOf(lead.version));
      return c.json(presentLead(lead), 200);
    })
    .route('/', leadHistoryRoutes(platform));
}
