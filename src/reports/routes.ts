import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { homeAnswer, homeQuery } from './home-fields.ts';
import { readHome } from './home.ts';

const home = route('member', {
  method: 'get',
  path: '/api/home',
  tags: ['Home'],
  summary: 'The day, what needs attention, and what is still missing to take appointments',
  request: { query: homeQuery },
  responses: { 200: answer(homeAnswer, 'Home') },
});

export function reportRoutes(platform: Platform) {
  return router().openapi(home, async (c) =>
    c.json(await readHome(platform, c.get('caller')!, c.req.valid('query').date), 200),
  );
}
