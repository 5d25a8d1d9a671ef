import { listOf } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import {
  DuplicatePairShape,
  duplicatesQuery,
  SimilarShape,
  similarQuery,
  twoParams,
} from './duplicates-fields.ts';
import { listDuplicates, sayDistinct, unsayDistinct } from './duplicates.ts';
import { similarRecords } from './similar.ts';

export function duplicateRoutes(platform: Platform) {
  return router()
    .openapi(similar, async (c) => {
      const { kind, name = '', email, phone, website } = c.req.valid('query');
      const emails = email ? [{ address: email }] : [];
      const typed = { name, emails, phone, website };
      return c.json({ items: await similarRecords(platform.db.read, c.get('caller')!, kind, typed) }, 200);
    })
    .openapi(list, async (c) => {
      const { cursor: after, ...asked } = c.req.valid('query');
      return c.json(await listDuplicates(platform.db.read, c.get('caller')!, { ...asked, after }), 200);
    })
    .openapi(say, async (c) => {
      const { kind, id, otherId } = c.req.valid('param');
      await sayDistinct(platform, c.get('caller')!, kind, [id, otherId]);
      return c.body(null, 204);
    })
    .openapi(unsay, async (c) => {
      const { kind, id, otherId } = c.req.valid('param');
      await unsayDistinct(platform, c.get('caller')!, kind, [id, otherId]);
      return c.body(null, 204);
    });
}

const tags = ['CRM'];

const similar = route('member', {
  method: 'get',
  path: '/api/duplicates/similar',
  tags,
  summary: 'Records that may be the one that is being typed',
  request: { query: similarQuery },
  responses: { 200: answer(SimilarShape, 'At most five, those with most in common first') },
});

const list = route('member', {
  method: 'get',
  path: '/api/duplicates',
  tags,
  summary: 'Pairs of records that may be one, the later made first',
  request: { query: duplicatesQuery },
  responses: { 200: answer(listOf(DuplicatePairShape), 'Pairs') },
});

const distinct = '/api/duplicates/distinct/{kind}/{id}/{otherId}';

const say = route('member', {
  method: 'put',
  path: distinct,
  tags,
  summary: 'Say that two records are not the same: nobody is shown them as a pair again',
  request: { params: twoParams },
  responses: { 204: { description: 'Said' } },
});

const unsay = route('member', {
  method: 'delete',
  path: distinct,
  tags,
  summary: 'Take that back',
  request: { params: twoParams },
  responses: { 204: { description: 'Taken back' } },
});
