import { minuteFromIso } from '#engine/minutes.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { weekAnswer, weekQuery } from '#bookings/week/week-fields.ts';
import { readWeek } from '#bookings/week/week.ts';

const week = route('member', {
  method: 'get',
  path: '/api/calendar',
  tags: ['Calendars'],
  summary: 'What stands in up to five calendars side by side, and with offered=true what links offer there',
  request: { query: weekQuery },
  responses: { 200: answer(weekAnswer, 'The spans of each member by start') },
});

export function weekRoutes(platform: Platform) {
  return router().openapi(week, async (c) => {
    const { memberIds, from, to, offered } = c.req.valid('query');
    const window = { from: minuteFromIso(from)!, to: minuteFromIso(to)! };
    const asked = { memberIds, window, offered: offered === 'true' };
    return c.json(await readWeek(platform, c.get('caller')!, asked), 200);
  });
}
