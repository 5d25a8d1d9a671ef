import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { BoardCard, BoardProps } from './board/board-props.ts';
import { CardGhost } from './board/card-ghost.tsx';
import { CardHand, type Carried } from './board/card-hand.ts';
import { Column, FoldedColumn } from './board/column.tsx';
import { Reach, type BoardReach } from './board/reach.ts';
import { StageStrip } from './board/stage-strip.tsx';
import { placeOf } from './board/steps.ts';
import { useBoard, type BoardState } from './board/use-board.ts';
import { classNames } from './class-names.ts';
import { usePartWords } from './parts-words.ts';
import { useSize } from './use-size.ts';

export type { BoardCard, BoardColumn, BoardProps } from './board/board-props.ts';

/**
 * Cards in stages. Carried by mouse, by finger after a hold, or from the card's menu; by keys: arrows between cards,
 * Shift with left or right to another stage, Enter opens. On a phone one stage at a time under a strip of all.
 */
export function Board<Card extends BoardCard>(props: BoardProps<Card>) {
  const t = usePartWords();
  const pane = useRef<HTMLElement>(null);
  const helpId = useId();
  const { phone } = useSize();
  const state = useBoard(props, pane, phone);
  const { hand, carried } = useHand(props, state, pane);
  const reach = useMemo(
    () => ({ props, state, hand, carried, helpId }) as unknown as BoardReach,
    [props, state, hand, carried, helpId],
  );
  return (
    <section
      ref={pane}
      aria-label={props.label}
      className={classNames('flex min-h-0 min-w-0 flex-1 flex-col', props.className)}
    >
      <p id={helpId} hidden>
        {t(props.onMove ? 'board.help' : 'board.helpFixed')}
      </p>
      <Reach value={reach}>
        {phone ? <OneStage {...props} state={state} /> : <AllStages {...props} state={state} />}
      </Reach>
      <output className="sr-only">{state.said}</output>
      {carried && <Ghost {...props} carried={carried} hand={hand} />}
    </section>
  );
}

function AllStages<Card extends BoardCard>(props: BoardProps<Card> & { state: BoardState<Card> }) {
  const { columns, state } = props;
  return (
    <div data-columns className="scroll-pane flex min-h-0 flex-1 px-3 max-tablet:px-1">
      {columns.map((column) =>
        state.folded.includes(column.id) ? (
          <FoldedColumn key={column.id} column={column} />
        ) : (
          <Column key={column.id} column={column} />
        ),
      )}
    </div>
  );
}

function OneStage<Card extends BoardCard>({
  columns,
  state,
}: BoardProps<Card> & { state: BoardState<Card> }) {
  return (
    <>
      <StageStrip columns={columns} seen={state.seen?.id} onSee={state.see} />
      {state.seen && <Column key={state.seen.id} column={state.seen} alone />}
    </>
  );
}

function useHand<Card extends BoardCard>(
  props: BoardProps<Card>,
  state: BoardState<Card>,
  pane: React.RefObject<HTMLElement | null>,
) {
  const [hand] = useState(() => new CardHand());
  const [carried, show] = useState<Carried | null>(null);
  useEffect(() => {
    hand.hear({ show, drop: (cardId, columnId) => state.move(cardId, columnId, false) });
  }, [hand, state]);
  useEffect(() => (pane.current ? hand.attach(pane.current) : undefined), [hand, pane]);
  return { hand, carried };
}

function Ghost<Card extends BoardCard>({
  columns,
  card,
  carried,
  hand,
}: BoardProps<Card> & { carried: Carried; hand: CardHand }) {
  const place = placeOf(columns, carried.cardId);
  const held = place && columns[place.column]?.cards[place.card];
  if (!held) return null;
  return (
    <CardGhost carried={carried} onDrawn={hand.ghost}>
      {card(held)}
    </CardGhost>
  );
}
