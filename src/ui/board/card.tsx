import { useRender } from '@base-ui/react/use-render';
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactElement } from 'react';
import { classNames } from '../class-names.ts';
import type { BoardCard } from './board-props.ts';
import { CardMenu } from './card-menu.tsx';
import { useReach } from './reach.ts';

interface BoardCardProps {
  card: BoardCard;
  columnId: string;
}

const LOOK =
  'block w-full min-w-0 rounded-r border border-line bg-bg p-3 text-start select-none [-webkit-touch-callout:none] ' +
  'hover:border-line-mid focus-visible:rounded-r forced-colors:border-[CanvasText]';

/** The whole card is one link or button; beside it a menu for hands that cannot carry. */
export function BoardCardItem({ card, columnId }: BoardCardProps) {
  const { props, carried } = useReach();
  const canMove = props.onMove !== undefined && !props.isFixed?.(card);
  return (
    <div className={classNames('group/card relative', carried?.cardId === card.id && 'opacity-40')}>
      <CardBody
        card={card}
        canMove={canMove}
        render={props.cardLink?.(card) ?? <button type="button" aria-label={undefined} />}
      />
      {canMove && <CardMenu card={card} columnId={columnId} />}
    </div>
  );
}

interface CardBodyProps {
  card: BoardCard;
  canMove: boolean;
  render: ReactElement;
}

function CardBody({ card, canMove, render }: CardBodyProps) {
  const { props, state, hand, helpId } = useReach();
  return useRender({
    render,
    props: {
      'data-card': card.id,
      'aria-describedby': helpId,
      tabIndex: state.stop === card.id ? 0 : -1,
      draggable: false,
      onFocus: () => state.onFocus(card.id),
      onKeyDown: (event: KeyboardEvent) => state.onKeyDown(event, card),
      onPointerDown: (event: PointerEvent) =>
        canMove && hand.down(event.nativeEvent, card.id, event.currentTarget),
      onClick: (event: MouseEvent) => {
        if (hand.tookClick()) event.preventDefault();
        else props.onOpen?.(card.id);
      },
      className: classNames(LOOK, canMove && 'active:cursor-grabbing'),
      children: props.card(card),
    },
  });
}
