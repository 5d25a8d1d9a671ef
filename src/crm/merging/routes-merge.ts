import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { idParam, type z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { RECORD_PATHS } from '#crm/records/record-desks.ts';
import type { RecordFields } from '#crm/timeline/record.ts';
import { MergeInput, mergeQuery, PreviewShape } from './merging-fields.ts';
import type { MergePlan } from './merge-plan.ts';
import { mergeRecords } from './merge-records.ts';
import { previewMerge, type Preview } from './preview.ts';

/** Merging of one kind: look first, then do. */
export function mergeRoutes<F extends RecordFields>(
  platform: Platform,
  plan: MergePlan<F>,
  shape: z.ZodType,
) {
  const routes = routesAt(`${RECORD_PATHS[plan.book.kind]}/{id}/merge`, shape);
  const { present } = plan;
  return router()
    .openapi(routes.look, async (c) => {
      const pair = { intoId: c.req.valid('param').id, fromId: c.req.valid('query').from };
      const preview = await previewMerge(platform.db.read, c.get('caller')!, plan, pair);
      c.header('ETag', etagOf(preview.into.version));
      return c.json(shown(plan, preview), 200);
    })
    .openapi(routes.merge, async (c) => {
      const { from: fromId, fromVersion, take } = c.req.valid('json');
      const version = versionFrom(c.req.header('if-match'));
      const asked = { intoId: c.req.valid('param').id, fromId, take, version, fromVersion };
      const kept = await mergeRecords(platform, c.get('caller')!, plan, asked);
      if ('changedMeanwhile' in kept) {
        const { into, from } = kept.changedMeanwhile;
        throw changedMeanwhile({ into: present(into), from: present(from) });
      }
      c.header('ETag', etagOf(kept.version));
      return c.json(present(kept), 200);
    });
}

function shown<F extends RecordFields>({ present }: MergePlan<F>, preview: Preview<F>) {
  const { into, from, united, linked, ...rest } = preview;
  const answered: z.infer<typeof PreviewShape> = {
    ...rest,
    into: present(into),
    from: present(from),
    united: { ...united },
    linked: linked.map(({ kind, id, name }) => ({ kind, id, name })),
  };
  return answered;
}

const tags = ['CRM'];

function routesAt<P extends string>(path: P, shape: z.ZodType) {
  return {
    look: route('member', {
      method: 'get',
      path,
      tags,
      summary: 'What would become of two records if they were merged',
      request: { params: idParam, query: mergeQuery },
      responses: { 200: answer(PreviewShape, 'Where they differ, what unites, what moves') },
    }),
    merge: route('member', {
      method: 'post',
      path,
      tags,
      summary: 'Merge another record into this one',
      description:
        'Values of the fields in `take` come from the other record; all else of this one stays, lists unite, and all ' +
        'that hangs on the other hangs on this one. The other goes to the trash for good.',
      request: { params: idParam, ...body(MergeInput) },
      responses: { 200: answer(shape, 'The record that both are now') },
    }),
  };
}
