import { useEffect, useRef } from 'react';
import { classNames } from '../class-names.ts';
import { usePartWords } from '../parts-words.ts';
import type { BoardCard, BoardColumn } from './board-props.ts';
import { useReach } from './reach.ts';

interface StageStripProps {
  columns: readonly BoardColumn<BoardCard>[];
  seen: string | undefined;
  onSee: (columnId: string) => void;
}

/** All stages on a phone: pressed, one is shown; a card that is carried here goes into it. */
export function StageStrip({ columns, seen, onSee }: StageStripProps) {
  const t = usePartWords();
  return (
    <fieldset
      data-columns
      aria-label={t('board.stages')}
      className="flex min-w-0 shrink-0 gap-1 overflow-x-auto border-b border-line px-3 py-1 [scrollbar-width:none]"
    >
      {columns.map((column) => (
        <Stage key={column.id} column={column} isSeen={column.id === seen} onSee={onSee} />
      ))}
    </fieldset>
  );
}

interface StageProps {
  column: BoardColumn<BoardCard>;
  isSeen: boolean;
  onSee: (columnId: string) => void;
}

function Stage({ column, isSeen, onSee }: StageProps) {
  const { carried } = useReach();
  const isTarget = carried?.over === column.id && carried.from !== column.id;
  const stage = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isSeen) stage.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isSeen]);
  return (
    <button
      ref={stage}
      type="button"
      data-stage={column.id}
      aria-pressed={isSeen}
      onClick={() => onSee(column.id)}
      className={classNames(
        'flex h-(--touch) shrink-0 items-center gap-1.5 rounded-s border px-3 whitespace-nowrap',
        carried ? 'border-dashed border-line-mid' : 'border-transparent',
        isTarget
          ? 'bg-accent-soft text-accent-text'
          : isSeen
            ? 'bg-press font-medium text-ink'
            : 'text-muted',
      )}
    >
      {column.title}
      <span className={classNames('tabular text-11 font-medium', isSeen ? 'text-muted' : 'text-faint')}>
        {column.count ?? column.cards.length}
      </span>
    </button>
  );
}
