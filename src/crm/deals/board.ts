import type { Reader } from '#platform/db/database.ts';
import type { Choice } from '#crm/fields/picklist.ts';
import { readPicklist } from '#crm/fields/store-picklists.ts';
import { readCards, readStageSums, type BoardCard, type BoardFilter } from './store-board.ts';

const CARDS_OF_A_STAGE = 50;

/** An amount of one currency, and what of it can be expected at the stage's probability. */
export interface Sum {
  currency: string;
  /** Minor units. */
  amount: number;
  weighted: number;
}

export interface BoardStage extends Choice {
  count: number;
  sums: Sum[];
  cards: BoardCard[];
}

/** Every stage with its first cards, its sums, and what is open altogether (P5). Three statements. */
export async function readBoard(db: Reader, workspaceId: string, filter: BoardFilter) {
  const [choices, sums, cards] = [
    await readPicklist(db, workspaceId, 'dealStage'),
    await readStageSums(db, workspaceId, filter),
    await readCards(db, workspaceId, filter, CARDS_OF_A_STAGE),
  ];
  const stages = choices.map((choice): BoardStage => {
    const own = sums.filter(({ stage }) => stage === choice.key);
    return {
      ...choice,
      count: own.reduce((total, { count }) => total + count, 0),
      sums: own.filter(({ sum }) => sum > 0).map(({ currency, sum }) => sumOf(currency, sum, choice)),
      cards: cards.filter(({ stage }) => stage === choice.key),
    };
  });
  const open = stages.filter(({ outcome }) => outcome === null);
  return {
    stages,
    open: { count: open.reduce((total, { count }) => total + count, 0), sums: together(open) },
  };
}

function sumOf(currency: string, amount: number, { probability }: Choice): Sum {
  return { currency, amount, weighted: Math.round((amount * (probability ?? 0)) / 100) };
}

function together(stages: readonly BoardStage[]): Sum[] {
  const byCurrency = Map.groupBy(
    stages.flatMap(({ sums }) => sums),
    ({ currency }) => currency,
  );
  return [...byCurrency].map(([currency, sums]) => ({
    currency,
    amount: sums.reduce((total, { amount }) => total + amount, 0),
    weighted: sums.reduce((total, { weighted }) => total + weighted, 0),
  }));
}
