import { ChevronsLeft } from 'lucide-react';
import { useId } from 'react';
import { classNames } from '../class-names.ts';
import { usePartWords } from '../parts-words.ts';
import type { BoardCard, BoardColumn } from './board-props.ts';
import { Cards } from './cards.tsx';
import { useReach } from './reach.ts';
import { placeOf } from './steps.ts';

interface ColumnProps {
  column: BoardColumn<BoardCard>;
  /** It has the whole width and cannot be folded. */
  alone?: boolean;
}

export function Column({ column, alone = false }: ColumnProps) {
  const { carried } = useReach();
  const titleId = useId();
  const isTarget = carried !== null && carried.over === column.id && carried.from !== column.id;
  return (
    <div
      data-stage={column.id}
      className={classNames(
        'flex min-h-0 min-w-0 flex-1 flex-col',
        !alone && 'min-w-60 border-e border-line last:border-e-0',
        isTarget && 'bg-accent-soft',
      )}
    >
      <ColumnHead column={column} titleId={titleId} alone={alone} />
      {isTarget && <DropMark column={column} />}
      {column.cards.length === 0 && column.empty && (
        <div className="px-4 py-2 text-12 text-faint">{column.empty}</div>
      )}
      <Cards column={column} titleId={titleId} />
    </div>
  );
}

function ColumnHead({ column, titleId, alone }: ColumnProps & { titleId: string }) {
  const t = usePartWords();
  const { state } = useReach();
  return (
    <header className="group/head relative shrink-0 px-3 pt-3 pb-2.5">
      <div className="flex min-h-6 items-center gap-1.5">
        <h2 id={titleId} title={column.title} className="min-w-0 truncate font-semibold">
          <bdi>{column.title}</bdi>{' '}
          <span className="tabular font-normal text-faint">{column.count ?? column.cards.length}</span>
        </h2>
        <span className="tabular ms-auto shrink-0 text-12 text-faint">{column.aside}</span>
        {!alone && (
          <button
            type="button"
            aria-expanded
            aria-label={t('board.fold', { column: column.title })}
            title={t('board.fold', { column: column.title })}
            onClick={() => state.fold(column.id, true)}
            className="absolute end-2 top-3 grid size-6 place-items-center rounded-xs bg-bg text-faint opacity-0 group-hover/head:opacity-100 hover:bg-hover focus-visible:opacity-100 touch:static touch:-my-2 touch:-me-2 touch:size-(--touch) touch:opacity-100"
          >
            <ChevronsLeft aria-hidden className="size-3.5 rtl:-scale-x-100" strokeWidth={1.75} />
          </button>
        )}
      </div>
      {column.note}
    </header>
  );
}

/** Where the card would go, and what that means. */
function DropMark({ column }: ColumnProps) {
  const t = usePartWords();
  const { props, carried } = useReach();
  const place = carried && placeOf(props.columns, carried.cardId);
  const from = place && props.columns[place.column];
  const card = from?.cards[place?.card ?? 0];
  if (!from || !card) return null;
  return (
    <div className="mx-2 mb-2 grid h-20 shrink-0 place-items-center rounded-r border border-dashed border-accent px-2 text-center text-12 font-medium text-accent-text">
      {props.dropWords?.(card, from, column) ?? t('board.from', { column: from.title })}
    </div>
  );
}

/** A folded column is narrow, still counts and still takes cards. */
export function FoldedColumn({ column }: ColumnProps) {
  const t = usePartWords();
  const { state, carried } = useReach();
  const count = column.count ?? column.cards.length;
  const isTarget = carried !== null && carried.over === column.id && carried.from !== column.id;
  return (
    <div
      data-stage={column.id}
      className={classNames(
        'flex w-10 shrink-0 border-e border-line last:border-e-0 touch:w-(--touch)',
        isTarget && 'bg-accent-soft outline-1 -outline-offset-4 outline-accent outline-dashed',
      )}
    >
      <button
        type="button"
        aria-expanded={false}
        aria-label={`${t('board.unfold', { column: column.title })} ${count}`}
        title={t('board.unfold', { column: column.title })}
        onClick={() => state.fold(column.id, false)}
        className="flex w-full items-center gap-2 overflow-hidden pt-4 text-start whitespace-nowrap [writing-mode:vertical-rl] hover:bg-hover focus-visible:shadow-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
      >
        <span className="truncate font-semibold">{column.title}</span>{' '}
        <span className="tabular text-faint">{count}</span>
      </button>
    </div>
  );
}
