import type { DealBoard, DealCard, DealStage } from './deal-queries.ts';

/** The board as it will stand once a card has gone to another stage: on top there, counted there. */
export function moveCard(board: DealBoard, cardId: string, to: string): DealBoard {
  const card = board.stages.flatMap(({ cards }) => cards).find(({ id }) => id === cardId);
  if (!card || card.stage === to) return board;
  const stages = board.stages.map((stage) => {
    if (stage.key === card.stage) return without(stage, card);
    return stage.key === to ? withCard(stage, { ...card, stage: to }) : stage;
  });
  return { ...board, stages };
}

function without(stage: DealStage, card: DealCard): DealStage {
  const cards = stage.cards.filter(({ id }) => id !== card.id);
  return { ...counted(stage, card, -1), cards };
}

function withCard(stage: DealStage, card: DealCard): DealStage {
  return { ...counted(stage, card, 1), cards: [card, ...stage.cards] };
}

function counted(stage: DealStage, { amount, currency }: DealCard, times: 1 | -1): DealStage {
  const count = stage.count + times;
  if (!amount || !currency) return { ...stage, count };
  const known = stage.sums.find((sum) => sum.currency === currency);
  const total = (known?.amount ?? 0) + times * amount;
  const sum = { currency, amount: total, weighted: Math.round((total * (stage.probability ?? 0)) / 100) };
  const others = stage.sums.filter((one) => one !== known);
  return { ...stage, count, sums: total > 0 ? [sum, ...others] : others };
}
