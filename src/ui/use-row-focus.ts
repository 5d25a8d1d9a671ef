import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { isTyping, singleKeysAreOn } from './shortcuts.ts';
import { rowAfter, type Entry } from './table-entries.ts';

export interface RowFocus {
  /** The row the Tab key stops at. */
  stop: number;
  onFocus: (row: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One tab stop for all rows: the link of the row that had the focus last. A row far away is drawn before it is focused. */
export function useRowFocus<Row>(
  entries: readonly Entry<Row>[],
  drawn: Virtualizer<HTMLDivElement, Element>,
  pane: RefObject<HTMLDivElement | null>,
  /** Sees a key first; true when it was for it alone. */
  before?: (event: KeyboardEvent) => boolean,
): RowFocus {
  const [stop, setStop] = useState(0);
  const wanted = useRef<number | null>(null);
  const rows = lastRow(entries) + 1;
  useEffect(() => {
    if (wanted.current === null) return;
    const link = pane.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (before?.(event)) return;
      const next = nextRow(event, rows);
      if (next === null) return;
      event.preventDefault();
      wanted.current = next;
      setStop(next);
      drawn.scrollToIndex(entries.findIndex((entry) => entry.kind === 'row' && entry.row === next));
    },
    [rows, entries, drawn, before],
  );
  return { stop: Math.min(stop, rows - 1), onFocus: setStop, onKeyDown };
}

function lastRow<Row>(entries: readonly Entry<Row>[]): number {
  const last = entries.at(-1);
  return last?.kind === 'row' ? last.row : -1;
}

function nextRow(event: KeyboardEvent, rows: number): number | null {
  const from = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['row'] : undefined;
  if (from === undefined || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey)
    return null;
  if (event.key.length === 1 && !singleKeysAreOn()) return null;
  return rowAfter(event.key, Number(from), rows, 10);
}
