import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { search } from './search.ts';
import { searchAnswer, searchQuery } from './search-fields.ts';

const find = route('member', {
  method: 'get',
  path: '/api/search',
  tags: ['Search'],
  summary: 'Records, bookings and links that hold all these words, as far as the caller sees them',
  request: { query: searchQuery },
  responses: { 200: answer(searchAnswer, 'At most five of each') },
});

export function searchRoutes(platform: Platform) {
  return router().openapi(find, async (c) => {
    const { q, limit } = c.req.valid('query');
    return c.json(await search(platform, c.get('caller')!, q, limit), 200);
  });
}
