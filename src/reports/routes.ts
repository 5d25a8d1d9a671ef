import { idParam } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { CompanySummaryShape } from './company-fields.ts';
import { summarizeCompany } from './company.ts';
import { homeAnswer, homeQuery } from './home-fields.ts';
import { readHome } from './home.ts';
import { fairnessRoutes } from './routes-fairness.ts';

const home = route('member', {
  method: 'get',
  path: '/api/home',
  tags: ['Home'],
  summary: 'The day, what needs attention, and what is still missing to take appointments',
  request: { query: homeQuery },
  responses: { 200: answer(homeAnswer, 'Home') },
});

const company = route('member', {
  method: 'get',
  path: '/api/companies/{id}/summary',
  tags: ['CRM'],
  summary: 'What belongs to a company, counted, and what is next',
  request: { params: idParam },
  responses: { 200: answer(CompanySummaryShape, 'The summary') },
});

export function reportRoutes(platform: Platform) {
  return router()
    .openapi(home, async (c) =>
      c.json(await readHome(platform, c.get('caller')!, c.req.valid('query').date), 200),
    )
    .openapi(company, async (c) =>
      c.json(await summarizeCompany(platform, c.get('caller')!, c.req.valid('param').id), 200),
    )
    .route('/', fairnessRoutes(platform));
}
