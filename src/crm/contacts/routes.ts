import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { id, idParam, listOf } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { askedOf, recordListQuery, recordPage } from '#crm/timeline/list-query.ts';
import { addRecord, changeRecord } from '#crm/timeline/record-life.ts';
import { ContactChanges, ContactShape, contactFrom, NewContact } from './contact-fields.ts';
import { presentContact } from './contact.ts';
import { visibleContact } from './read-contact.ts';
import { contactHistoryRoutes } from './routes-history.ts';
import { CONTACT_COLUMNS, contactBook, listContacts } from './store.ts';

const tags = ['CRM'];
const path = '/api/contacts';

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'Contacts the caller may see, newest first',
  request: { query: recordListQuery.extend({ companyId: id.optional() }) },
  responses: { 200: answer(listOf(ContactShape), 'Contacts') },
});
const add = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Make a contact',
  request: body(NewContact),
  responses: { 201: answer(ContactShape, 'The contact') },
});
const read = route('member', {
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'One contact',
  request: { params: idParam },
  responses: { 200: answer(ContactShape, 'The contact') },
});
const change = route('member', {
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Change a contact; who changed what stands on its timeline',
  request: { params: idParam, ...body(ContactChanges) },
  responses: { 200: answer(ContactShape, 'The contact') },
});

export function contactRoutes(platform: Platform) {
  return router()
    .openapi(list, async (c) => {
      const caller = c.get('caller')!;
      const { companyId, ...query } = c.req.valid('query');
      const asked = { ...askedOf(caller, CONTACT_COLUMNS, query), belongsTo: [companyId] };
      const contacts = await listContacts(platform.db.read, caller.workspaceId, asked);
      return c.json(recordPage(contacts, query.limit, presentContact), 200);
    })
    .openapi(add, async (c) => {
      const contact = await addRecord(
        platform,
        c.get('caller')!,
        contactBook,
        contactFrom(c.req.valid('json')),
      );
      c.header('ETag', etagOf(contact.version));
      return c.json(presentContact(contact), 201);
    })
    .openapi(read, async (c) => {
      const contact = await visibleContact(platform.db.read, c.get('caller')!, c.req.valid('param').id);
      c.header('ETag', etagOf(contact.version));
      return c.json(presentContact(contact), 200);
    })
    .openapi(change, async (c) => {
      const version = versionFrom(c.req.header('if-match'));
      const { id } = c.req.valid('param');
      const asked = c.req.valid('json');
      const contact = await changeRecord(platform, c.get('caller')!, contactBook, id, asked, version);
      if ('changedMeanwhile' in contact) throw changedMeanwhile(presentContact(contact.changedMeanwhile));
      c.header('ETag', etagOf(contact.version));
      return c.json(presentContact(contact), 200);
    })
    .route('/', contactHistoryRoutes(platform));
}
