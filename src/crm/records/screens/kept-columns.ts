import { useState } from 'react';
import type { ChosenColumn } from '#ui/column-order.ts';
import { columnsFrom, columnsText, type ListState } from './list-search.ts';
import type { ListName } from './list-kind.ts';

interface Keeping {
  /** The view is somebody's own: it keeps its columns. */
  isKept: boolean;
  onChange: (columns: string | undefined) => void;
}

/** The columns as chosen: a kept view has its own, the rest of the list those of this browser. Null: as at first. */
export function useKeptColumns(list: ListName, state: ListState | null, { isKept, onChange }: Keeping) {
  const place = `rondo-columns-${list}`;
  const [mine, setMine] = useState(() => localStorage.getItem(place) ?? '');
  const text = state?.columns ?? mine;
  const put = (next: string) => {
    if (isKept) return onChange(next || undefined);
    if (next) localStorage.setItem(place, next);
    else localStorage.removeItem(place);
    setMine(next);
    if (state?.columns !== undefined) onChange(undefined);
  };
  return {
    text,
    chosen: text ? columnsFrom(text) : null,
    change: (chosen: ChosenColumn[]) => put(columnsText(chosen)),
    reset: () => put(''),
  };
}
