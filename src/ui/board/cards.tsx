import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useState } from 'react';
import { remInPixels } from '../use-size.ts';
import type { BoardCard, BoardColumn } from './board-props.ts';
import { BoardCardItem } from './card.tsx';
import { useReach } from './reach.ts';

/** From here on only the cards in sight are drawn. */
const MANY = 100;
const EARLY_PX = 600;

interface CardsProps {
  column: BoardColumn<BoardCard>;
  titleId: string;
}

export function Cards({ column, titleId }: CardsProps) {
  const [pane, setPane] = useState<HTMLDivElement | null>(null);
  const { onEnd } = useReach().props;
  const near = useCallback(() => {
    if (!pane) return;
    const { scrollTop, clientHeight, scrollHeight } = pane;
    if (scrollHeight - scrollTop - clientHeight < EARLY_PX) onEnd?.(column.id);
  }, [onEnd, column.id, pane]);
  useEffect(near, [near, column.cards.length]);
  return (
    <div
      ref={setPane}
      data-cards
      tabIndex={-1}
      onScroll={near}
      className="scroll-pane min-h-0 flex-1 px-2 pt-1 pb-3 focus-visible:shadow-none"
    >
      {column.cards.length > MANY ? (
        <ManyCards column={column} titleId={titleId} pane={pane} />
      ) : (
        <ul aria-labelledby={titleId} className="flex flex-col gap-2">
          {column.cards.map((card) => (
            <li key={card.id}>
              <BoardCardItem card={card} columnId={column.id} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ManyCards({ column, titleId, pane }: CardsProps & { pane: HTMLElement | null }) {
  const drawn = useDrawn(column.cards, pane);
  return (
    <ul aria-labelledby={titleId} className="relative" style={{ height: drawn.getTotalSize() }}>
      {drawn.getVirtualItems().map(({ index, key, start }) => {
        const card = column.cards[index];
        return (
          card && (
            <li
              key={key}
              ref={drawn.measureElement}
              data-index={index}
              aria-setsize={column.count ?? column.cards.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              <BoardCardItem card={card} columnId={column.id} />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** The card in the hand and the one with the focus are drawn wherever they stand. */
function useDrawn(cards: readonly BoardCard[], pane: HTMLElement | null) {
  const { state, carried } = useReach();
  const stop = cards.findIndex(({ id }) => id === state.stop);
  const held = cards.findIndex(({ id }) => id === carried?.cardId);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = new Set(defaultRangeExtractor(range));
      for (const index of [stop, held]) if (index !== -1) seen.add(index);
      return [...seen].sort((one, other) => one - other);
    },
    [stop, held],
  );
  const rem = remInPixels();
  // oxlint-disable-next-line react/incompatible-library -- what is drawn changes while scrolling; nothing here is memoised by it
  return useVirtualizer({
    count: cards.length,
    getScrollElement: () => pane,
    estimateSize: () => 7 * rem,
    getItemKey: (index) => cards[index]?.id ?? index,
    gap: 0.5 * rem,
    overscan: 6,
    rangeExtractor,
  });
}
