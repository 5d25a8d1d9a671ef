import { createContext, use } from 'react';
import type { BoardCard, BoardProps } from './board-props.ts';
import type { CardHand, Carried } from './card-hand.ts';
import type { BoardState } from './use-board.ts';

/** What columns and cards need of the board around them. */
export interface BoardReach {
  props: BoardProps<BoardCard>;
  state: BoardState<BoardCard>;
  hand: CardHand;
  carried: Carried | null;
  helpId: string;
}

export const Reach = createContext<BoardReach | null>(null);

export function useReach(): BoardReach {
  const reach = use(Reach);
  if (!reach) throw new Error('A part of a board is drawn outside of one.');
  return reach;
}
