import { date, text, z } from '#platform/http/fields.ts';
import { invalid } from '#platform/refusal.ts';
import { narrowingQuery } from '#crm/timeline/list-query.ts';

/** A stage shows no more of its cards. */
export const MOST_CARDS = 2_000;

export const boardQuery = z.object({
  q: text(200).optional(),
  closesBefore: date.optional(),
  ...narrowingQuery,
  cards: text(4_000)
    .optional()
    .openapi({ description: 'JSON of how many cards a stage shows where it is not 50: {"proposal": 150}' }),
});

const shown = z.record(z.string().max(60), z.number().int().min(1).max(MOST_CARDS));

/** How many cards of each stage are wanted; what is no such list is refused (422). */
export function cardsWanted(written: string | undefined): Record<string, number> {
  if (written === undefined) return {};
  try {
    return shown.parse(JSON.parse(written));
  } catch {
    throw invalid({
      path: 'cards',
      message: `Say how many cards of a stage, ${MOST_CARDS} at most: {"proposal": 150}.`,
    });
  }
}

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
