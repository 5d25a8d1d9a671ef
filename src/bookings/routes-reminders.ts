import { idParam, z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { applyReminders, countUnlike } from '#bookings/reminders/apply-reminders.ts';

const tags = ['Links'];

const count = route('member', {
  method: 'get',
  path: '/api/links/{id}/reminders',
  tags,
  summary: 'How many meetings to come were promised other reminders than the link promises now',
  request: { params: idParam },
  responses: { 200: answer(z.object({ meetings: z.number() }), 'The count') },
});
const application = route('member', {
  method: 'post',
  path: '/api/links/{id}/reminders/application',
  tags,
  summary: 'Give meetings to come the reminders of their link; nobody is told',
  request: { params: idParam },
  responses: { 200: answer(z.object({ changed: z.number() }), 'How many meetings were changed') },
});

export function reminderRoutes(platform: Platform) {
  return router()
    .openapi(count, async (c) => {
      const meetings = await countUnlike(platform, c.get('caller')!, c.req.valid('param').id);
      return c.json({ meetings }, 200);
    })
    .openapi(application, async (c) => {
      const changed = await applyReminders(platform, c.get('caller')!, c.req.valid('param').id);
      return c.json({ changed }, 200);
    });
}
