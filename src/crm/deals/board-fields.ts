import { date, text, z } from '#platform/http/fields.ts';
import { narrowingQuery } from '#crm/timeline/list-query.ts';

export const boardQuery = z.object({
  q: text(200).optional(),
  closesBefore: date.optional(),
  ...narrowingQuery,
  cards: text(4_000)
    .optional()
    .openapi({ description: 'JSON of how many cards a stage shows where it is not 50: {"proposal": 150}' }),
});

const maybe = z.string().nullable();
const sums = z.array(z.object({ currency: z.string(), amount: z.number(), weighted: z.number() }));

const card = z
  .object({
    id: z.string(),
    title: z.string(),
    stage: z.string(),
    amount: z.number().nullable(),
    currency: maybe,
    expectedClose: maybe,
    closedAt: maybe,
    lostReason: maybe,
    ownerId: maybe,
    ownerName: maybe,
    companyId: maybe,
    companyName: maybe,
    version: z.number(),
  })
  .openapi('DealCard');

export const BoardShape = z
  .object({
    stages: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        builtIn: z.boolean(),
        probability: z.number().nullable(),
        outcome: z.enum(['won', 'lost']).nullable(),
        count: z.number(),
        sums,
        cards: z.array(card),
      }),
    ),
    open: z.object({ count: z.number(), sums }),
  })
  .openapi('DealBoard');
