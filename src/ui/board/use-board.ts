import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { usePartWords } from '../parts-words.ts';
import type { BoardCard, BoardColumn, BoardProps } from './board-props.ts';
import { cardAfter, columnBeside, placeOf } from './steps.ts';

export interface BoardState<Card extends BoardCard> {
  /** The one card the Tab key stops at. */
  stop: string | null;
  /** What was last said aloud. */
  said: string;
  folded: readonly string[];
  fold: (columnId: string, folded: boolean) => void;
  /** On a phone: the column that is seen. */
  seen: BoardColumn<Card> | undefined;
  see: (columnId: string) => void;
  onFocus: (cardId: string) => void;
  onKeyDown: (event: KeyboardEvent, card: Card) => void;
  /** The focus goes with the card when the hand that moved it was on the keyboard. */
  move: (cardId: string, columnId: string, takeFocus: boolean) => void;
}

export function useBoard<Card extends BoardCard>(
  props: BoardProps<Card>,
  pane: RefObject<HTMLElement | null>,
  phone: boolean,
): BoardState<Card> {
  const { columns } = props;
  const { folded, fold } = useFolded(props);
  const [seenId, see] = useState<string | null>(null);
  const [asked, setStop] = useState<string | null>(null);
  const focusOn = useWantedFocus(pane);
  const spoken = useSpoken(props);
  const seen = columns.find(({ id }) => id === seenId) ?? columns[0];
  const open = phone ? columns.filter((column) => column === seen) : columns.filter(notIn(folded));
  const stop = asked !== null && placeOf(open, asked) ? asked : (firstCard(open)?.id ?? null);
  const follow = (cardId: string, columnId?: string) => {
    setStop(cardId);
    focusOn(cardId);
    if (columnId !== undefined) see(columnId);
  };
  const move = (cardId: string, columnId: string, takeFocus: boolean) => {
    spoken.watch(cardId);
    if (takeFocus) follow(cardId, columnId);
    if (takeFocus) fold(columnId, false);
    props.onMove?.(cardId, columnId);
  };
  const onKeyDown = keysOf(props, phone ? [] : folded, { follow, move, ...spoken });
  return { stop, said: spoken.said, folded, fold, seen, see, onFocus: setStop, onKeyDown, move };
}

interface Acts<Card> {
  follow: (cardId: string, columnId?: string) => void;
  move: (cardId: string, columnId: string, takeFocus: boolean) => void;
  sayFixed: (card: Card) => void;
  sayEnd: () => void;
}

function keysOf<Card extends BoardCard>(
  props: BoardProps<Card>,
  folded: readonly string[],
  acts: Acts<Card>,
) {
  const { columns } = props;
  const changeStage = (event: KeyboardEvent, card: Card) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    if (!props.onMove || props.isFixed?.(card)) return acts.sayFixed(card);
    const to = columnBeside(columns, card.id, event.key);
    if (to === null) acts.sayEnd();
    else acts.move(card.id, to, true);
  };
  return (event: KeyboardEvent, card: Card) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.shiftKey) return changeStage(event, card);
    const next = cardAfter(event.key, columns, card.id, folded);
    if (next === null) return;
    event.preventDefault();
    acts.follow(next, columns[placeOf(columns, next)?.column ?? 0]?.id);
  };
}

const notIn =
  (folded: readonly string[]) =>
  ({ id }: { id: string }) =>
    !folded.includes(id);

const firstCard = (columns: readonly BoardColumn<BoardCard>[]) =>
  columns.find(({ cards }) => cards.length > 0)?.cards[0];

function useFolded<Card extends BoardCard>({ collapsed, onCollapsed }: BoardProps<Card>) {
  const [own, setOwn] = useState<readonly string[]>([]);
  const folded = collapsed ?? own;
  const fold = (columnId: string, away: boolean) => {
    if (folded.includes(columnId) === away) return;
    const next = away ? [...folded, columnId] : folded.filter((id) => id !== columnId);
    setOwn(next);
    onCollapsed?.(next);
  };
  return { folded, fold };
}

/** A card that is put into another column is another element: it is focused when it has been drawn there. */
function useWantedFocus(pane: RefObject<HTMLElement | null>): (cardId: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const card = pane.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(wanted.current)}"]`);
    const at = document.activeElement;
    // Whoever asked a question meanwhile keeps the focus.
    if (!card || (at && at !== document.body && !pane.current?.contains(at))) return;
    if (at !== card) card.focus();
  });
  useEffect(() => {
    const leave = () => (wanted.current = null);
    window.addEventListener('pointerdown', leave, true);
    window.addEventListener('focusin', leave);
    return () => {
      window.removeEventListener('pointerdown', leave, true);
      window.removeEventListener('focusin', leave);
    };
  }, []);
  return useCallback((cardId) => {
    wanted.current = cardId;
  }, []);
}

/** Says where the card that was moved last stands, also when it is put back. */
function useSpoken<Card extends BoardCard>({ columns, cardName }: BoardProps<Card>) {
  const t = usePartWords();
  const [said, setSaid] = useState('');
  const watched = useRef<{ id: string; column: string | undefined } | null>(null);
  useEffect(() => {
    const last = watched.current;
    const place = last && placeOf(columns, last.id);
    if (!place) return;
    const column = columns[place.column]!;
    if (column.id === last.column) return;
    last.column = column.id;
    const name = cardName(column.cards[place.card]!);
    const count = column.count ?? column.cards.length;
    setSaid(t('board.wentTo', { name, column: column.title, place: place.card + 1, total: count }));
  }, [columns, cardName, t]);
  return {
    said,
    watch: (id: string) => {
      watched.current = { id, column: columns[placeOf(columns, id)?.column ?? -1]?.id };
    },
    sayFixed: (card: Card) => setSaid(t('board.fixed', { name: cardName(card) })),
    sayEnd: () => setSaid(t('board.end')),
  };
}
