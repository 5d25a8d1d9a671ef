import { id, z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { recordRoutes } from '#crm/timeline/record-desk.ts';
import { columnsFor } from '#crm/timeline/custom/custom-columns.ts';
import { conditionsIn } from '#crm/timeline/list-conditions.ts';
import { limitedTo } from '#crm/timeline/record-rights.ts';
import { cardsWanted } from './board-cards.ts';
import { boardQuery, BoardShape } from './board-fields.ts';
import { readBoard } from './board.ts';
import { DealChanges, dealChangesFrom, dealFrom, DealShape, NewDeal } from './deal-fields.ts';
import { presentDeal } from './deal.ts';
import { dealBook } from './store.ts';

const board = route('member', {
  method: 'get',
  path: '/api/deals/board',
  tags: ['CRM'],
  summary: 'Deals by stage: how many, what they come to, and the first of each',
  request: { query: boardQuery },
  responses: { 200: answer(BoardShape, 'The board') },
});

export function dealRoutes(platform: Platform) {
  const records = recordRoutes(platform, {
    path: '/api/deals',
    one: 'a deal',
    many: 'Deals',
    book: dealBook,
    given: NewDeal,
    changes: DealChanges,
    shape: DealShape,
    filters: {
      stage: z.string().max(60).optional(),
      companyId: id.optional(),
      contactId: id.optional(),
      leadId: id.optional(),
    },
    fieldsFrom: dealFrom,
    changesFrom: dealChangesFrom,
    present: presentDeal,
    namesLinked: true,
    meaning: ({ stage, companyId, contactId, leadId }) => ({
      equals: { stage },
      belongsTo: [companyId, contactId, leadId],
    }),
  });
  // Before `/api/deals/{id}`, which would take the board for a deal.
  return router()
    .openapi(board, async (c) => {
      const caller = c.get('caller')!;
      const { filter, timeZone, cards, ...query } = c.req.valid('query');
      const { read } = platform.db;
      const columns = await columnsFor(read, caller.workspaceId, dealBook, { sort: '', filter });
      const conditions = conditionsIn(columns, filter, timeZone);
      const asked = { ...query, conditions, limitedTo: limitedTo(caller), cards: cardsWanted(cards) };
      return c.json(await readBoard(read, caller.workspaceId, asked), 200);
    })
    .route('/', records);
}
