import { z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { hostAnswer, presentHost, type Hosted } from './bookable.ts';
import { readEveryHostState } from './store-of-hosts.ts';

const hosts = route('member', {
  method: 'get',
  path: '/api/hosts',
  tags: ['Links'],
  summary:
    'Everybody by name, with what would keep them from hosting a team link that goes by their own hours',
  responses: { 200: answer(z.object({ items: z.array(hostAnswer) }), 'Everybody') },
});

/** B4: told before somebody is added, in the words that refuse them or close them later. */
const ANY_TEAM_LINK: Hosted = {
  kind: 'round-robin',
  settings: { chairs: [], hours: null, withinHostHours: false },
};

export function hostRoutes(platform: Platform) {
  return router().openapi(hosts, async (c) => {
    const states = await readEveryHostState(platform, c.get('caller')!.workspaceId);
    return c.json({ items: states.map((state) => presentHost(ANY_TEAM_LINK, state)) }, 200);
  });
}
