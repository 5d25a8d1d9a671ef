import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { idParam } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { readCustomFields } from '#crm/timeline/custom/store-custom-fields.ts';
import {
  addCustomField,
  changeCustomField,
  orderCustomFields,
  restoreField,
  trashField,
} from './change-custom-field.ts';
import {
  CustomFieldChanges,
  CustomFieldList,
  CustomFieldOrder,
  customFieldQuery,
  CustomFieldShape,
  NewCustomField,
} from './custom-field-fields.ts';
import { readTrashedFields } from './store-custom-fields.ts';

const tags = ['CRM'];
const path = '/api/custom-fields';
const param = { params: idParam };
const field = answer(CustomFieldShape, 'The field');

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'Fields that this workspace gave its records, in their order',
  request: { query: customFieldQuery },
  responses: { 200: answer(CustomFieldList, 'The fields') },
});
const add = route('manage-settings', {
  method: 'post',
  path,
  tags,
  summary: 'Give all records of a kind a field; its key and type stay for good',
  request: body(NewCustomField),
  responses: { 201: field },
});
const order = route('manage-settings', {
  method: 'put',
  path: `${path}/order`,
  tags,
  summary: 'Put the fields of a kind in order',
  request: body(CustomFieldOrder),
  responses: { 200: answer(CustomFieldList, 'The fields') },
});
const change = route('manage-settings', {
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Another label, other choices; a choice that live records hold stays (409)',
  request: { ...param, ...body(CustomFieldChanges) },
  responses: { 200: field },
});
const trash = route('manage-settings', {
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Put a field in the trash; its values stay on their records, out of sight',
  request: param,
  responses: { 204: { description: 'In the trash' } },
});
const restore = route('manage-settings', {
  method: 'post',
  path: `${path}/{id}/restoration`,
  tags,
  summary: 'Take a field out of the trash, with its values',
  request: param,
  responses: { 200: field },
});

export function customFieldRoutes(platform: Platform) {
  return router()
    .openapi(list, async (c) => {
      const { workspaceId } = c.get('caller')!;
      const { kind, trashed } = c.req.valid('query');
      const read = trashed === 'true' ? readTrashedFields : readCustomFields;
      return c.json({ items: await read(platform.db.read, workspaceId, kind), next: null }, 200);
    })
    .openapi(add, async (c) => {
      const added = await addCustomField(platform, c.get('caller')!, c.req.valid('json'));
      c.header('ETag', etagOf(added.version));
      return c.json(added, 201);
    })
    .openapi(order, async (c) => {
      const items = await orderCustomFields(platform, c.get('caller')!, c.req.valid('json'));
      return c.json({ items, next: null }, 200);
    })
    .openapi(change, async (c) => {
      const version = versionFrom(c.req.header('if-match'));
      const { id } = c.req.valid('param');
      const changed = await changeCustomField(platform, c.get('caller')!, id, c.req.valid('json'), version);
      if ('changedMeanwhile' in changed) throw changedMeanwhile(changed.changedMeanwhile);
      c.header('ETag', etagOf(changed.version));
      return c.json(changed, 200);
    })
    .openapi(trash, async (c) => {
      await trashField(platform, c.get('caller')!, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(restore, async (c) => {
      const restored = await restoreField(platform, c.get('caller')!, c.req.valid('param').id);
      c.header('ETag', etagOf(restored.version));
      return c.json(restored, 200);
    });
}
