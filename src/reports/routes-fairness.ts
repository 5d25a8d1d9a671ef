import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { fairnessAnswer, fairnessQuery } from './fairness-fields.ts';
import { fairnessReport } from './fairness-report.ts';

const fairness = route('member', {
  method: 'get',
  path: '/api/reports/fairness',
  tags: ['Reports'],
  summary:
    'How the meetings of some days fell on their hosts, against what was fair given when each was free',
  request: { query: fairnessQuery },
  responses: { 200: answer(fairnessAnswer, 'Meetings, fair shares and chance, host by host') },
});

export function fairnessRoutes(platform: Platform) {
  return router().openapi(fairness, async (c) =>
    c.json(await fairnessReport(platform, c.get('caller')!, c.req.valid('query')), 200),
  );
}
