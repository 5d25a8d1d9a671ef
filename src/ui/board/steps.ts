/** Where keys lead on a board. Columns and cards count from 0, in the order in which they stand. */
export interface Stood {
  id: string;
  cards: readonly { id: string }[];
}

export interface Place {
  column: number;
  card: number;
}

export function placeOf(columns: readonly Stood[], cardId: string): Place | null {
  for (const [column, { cards }] of columns.entries()) {
    const card = cards.findIndex(({ id }) => id === cardId);
    if (card !== -1) return { column, card };
  }
  return null;
}

/** The card a key leads to, the same one at an end; null when it is none of the board's keys. Folded and empty columns are passed over. */
export function cardAfter(
  key: string,
  columns: readonly Stood[],
  cardId: string,
  folded: readonly string[] = [],
): string | null {
  const place = placeOf(columns, cardId);
  if (!place) return null;
  const { cards } = columns[place.column]!;
  const within: Record<string, number> = {
    ArrowDown: place.card + 1,
    ArrowUp: place.card - 1,
    Home: 0,
    End: cards.length - 1,
  };
  const row = within[key];
  if (row !== undefined) return cards[clamp(row, cards.length)]!.id;
  const step = stepOf(key);
  if (step === 0) return null;
  const beside = nextOpen(columns, place.column, step, folded);
  return beside ? beside.cards[clamp(place.card, beside.cards.length)]!.id : cardId;
}

/** The column beside the card's own, folded or not; null at the end of the board. */
export function columnBeside(columns: readonly Stood[], cardId: string, key: string): string | null {
  const place = placeOf(columns, cardId);
  return (place && columns[place.column + stepOf(key)]?.id) ?? null;
}

function stepOf(key: string): number {
  return key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
}

function nextOpen(
  columns: readonly Stood[],
  from: number,
  step: number,
  folded: readonly string[],
): Stood | undefined {
  for (let column = columns[from + step], at = from + step; column; at += step, column = columns[at])
    if (column.cards.length > 0 && !folded.includes(column.id)) return column;
  return undefined;
}

const clamp = (place: number, count: number) => Math.min(count - 1, Math.max(0, place));
