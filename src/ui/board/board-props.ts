import type { ReactElement, ReactNode } from 'react';

export interface BoardCard {
  id: string;
}

export interface BoardColumn<Card extends BoardCard> {
  id: string;
  title: string;
  /** All cards of the stage, when not all of them are loaded. */
  count?: number;
  /** At the end of the title's line: '20 %'. */
  aside?: ReactNode;
  /** Under the title: sums, a meter. */
  note?: ReactNode;
  /** Said when the column has no card. */
  empty?: ReactNode;
  cards: readonly Card[];
}

export interface BoardProps<Card extends BoardCard> {
  /** What the cards are, read aloud. */
  label: string;
  columns: readonly BoardColumn<Card>[];
  /** What stands on a card: words and marks, no buttons or links; the card itself is one. */
  card: (card: Card) => ReactNode;
  /** Its name, spoken when it is moved. */
  cardName: (card: Card) => string;
  /** Without it nothing can be moved. The card goes where the caller's next columns put it. */
  onMove?: (cardId: string, columnId: string) => void;
  onOpen?: (cardId: string) => void;
  /** The card's address, without words: `<Link to="…" />`; then a new tab can be asked for as of any link. */
  cardLink?: (card: Card) => ReactElement;
  /** Cards that this reader may not move. */
  isFixed?: (card: Card) => boolean;
  /** What dropping there means: 'From Offer, 50 to 70 %'. */
  dropWords?: (card: Card, from: BoardColumn<Card>, to: BoardColumn<Card>) => string;
  /** The columns that are folded; without it the board remembers them itself. */
  collapsed?: readonly string[];
  onCollapsed?: (columnIds: string[]) => void;
  /** The last loaded cards of a column come near. */
  onEnd?: (columnId: string) => void;
  className?: string;
}
