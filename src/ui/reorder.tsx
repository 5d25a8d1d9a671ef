import { GripVertical } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** The list with the item at `from` standing at `to`. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  return list.toSpliced(from, 1).toSpliced(to, 0, list[from]!);
}

interface ReorderRowsProps<Item> {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** The grip's name: 'Move Anna Nowak'. */
  gripLabel: (item: Item) => string;
  /** Read aloud after a move: 'Anna Nowak is now 2 of 5'. */
  placeLabel: (item: Item, index: number) => string;
  onMove: (items: Item[]) => void;
  fixed?: boolean;
  row: (item: Item, index: number) => ReactNode;
}

/** Rows in an order that matters: dragged by the grip, or moved with the arrows while the grip has the focus. */
export function ReorderRows<Item>({
  items,
  keyOf,
  onMove,
  fixed = false,
  row,
  ...labels
}: ReorderRowsProps<Item>) {
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const carried = useRef<string | null>(null);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length || from === to) return;
    carried.current = keyOf(items[from]!);
    onMove(moved(items, from, to));
    setSaid(labels.placeLabel(items[from]!, to));
  };
  const { drag, gripOf } = useDrag(list, move);
  // A row that is put elsewhere in the page loses the focus; its grip is pressed again at once.
  useEffect(() => {
    if (carried.current === null) return;
    const place = items.findIndex((item) => keyOf(item) === carried.current);
    carried.current = null;
    list.current?.children[place]?.querySelector<HTMLElement>('[data-grip]')?.focus();
  }, [items, keyOf]);
  return (
    <>
      <ul ref={list} className="min-w-0 rounded-r border border-line">
        {items.map((item, index) => (
          <li key={keyOf(item)} className={rowLook(drag?.from === index, drag?.over === index)}>
            {!fixed && <Grip label={labels.gripLabel(item)} {...gripOf(index)} />}
            {row(item, index)}
          </li>
        ))}
      </ul>
      <output className="sr-only">{said}</output>
    </>
  );
}

function rowLook(isDragged: boolean, isOver: boolean): string {
  return classNames(
    'flex min-w-0 items-start gap-1 border-t border-line px-2 first:border-t-0',
    isDragged && 'opacity-50',
    isOver && !isDragged && 'bg-accent-soft',
  );
}

/** Pointer rather than the browser's own drag, which a finger does not start. */
function useDrag(list: React.RefObject<HTMLUListElement | null>, move: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<{ from: number; over: number } | null>(null);
  const rowAt = (y: number): number => {
    const rows = [...(list.current?.children ?? [])];
    return rows.findIndex((row) => y < row.getBoundingClientRect().bottom);
  };
  const gripOf = (index: number) => ({
    onKeyDown: (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (event.key === 'Escape') setDrag(null);
      if (step === 0) return;
      event.preventDefault();
      move(index, index + step);
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, over: index });
    },
    onPointerMove: ({ clientY }: PointerEvent) => {
      const over = rowAt(clientY);
      if (drag && over !== -1 && over !== drag.over) setDrag({ ...drag, over });
    },
    onPointerUp: () => {
      if (drag) move(drag.from, drag.over);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  });
  return { drag, gripOf };
}

type GripProps = { label: string } & ReturnType<ReturnType<typeof useDrag>['gripOf']>;

function Grip({ label, ...hands }: GripProps) {
  return (
    <button
      type="button"
      data-grip=""
      aria-label={label}
      title={label}
      {...hands}
      className="grid h-10 w-5 shrink-0 cursor-grab touch-none place-items-center text-faint hover:text-ink active:cursor-grabbing touch:h-(--touch) touch:w-(--touch)"
    >
      <GripVertical aria-hidden className="size-4" strokeWidth={1.75} />
    </button>
  );
}
