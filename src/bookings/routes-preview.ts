import { id, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { draftLink } from '#links/draft-link.ts';
import { previewAnswer, previewLink } from './preview-link.ts';
import { checkDates, datesFields } from './slots-query.ts';

const previewBody = z
  .strictObject({
    ...datesFields,
    duration: z.number().int().min(5).max(1440).optional(),
    id: id.optional().openapi({ description: 'The link that is edited; none for a new one' }),
    link: z.record(z.string(), z.unknown()).openapi({ description: 'As PATCH would take it' }),
  })
  .superRefine(checkDates);

const preview = route('member', {
  method: 'post',
  path: '/api/links/preview',
  tags: ['Links'],
  summary: 'What a link would offer with these settings; writes nothing, and names what is wrong with them',
  request: body(previewBody),
  responses: { 200: answer(previewAnswer, 'The times, and what speaks against the settings') },
});

export function previewRoutes(platform: Platform) {
  return router().openapi(preview, async (c) => {
    const { id: linkId, link, ...asked } = c.req.valid('json');
    const draft = await draftLink(platform, c.get('caller')!, linkId, link);
    return c.json(await previewLink(platform, draft, asked), 200);
  });
}
