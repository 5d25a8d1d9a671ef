import type { ReactNode } from 'react';
import { Conflict } from './conflict.tsx';
import type { Autosave } from './use-autosave.ts';

export interface SaveConflictProps<Kept> {
  autosave: Autosave<Kept>;
  /** What each field is called on the screen. */
  names: Partial<Record<keyof Kept, string>>;
  /** How a value reads where it is not plain text. */
  show?: (name: keyof Kept, value: Kept[keyof Kept]) => ReactNode;
}

/** Asks what stays when two changed one thing; what was typed is in the question. */
export function SaveConflict<Kept extends { version: number }>(props: SaveConflictProps<Kept>) {
  const { autosave, names, show = (_, value) => plain(value) } = props;
  const { conflict, settle, leave } = autosave;
  if (!conflict) return null;
  const { mine, theirs } = conflict;
  const differing = Object.keys(mine) as (keyof Kept & string)[];
  return (
    <Conflict
      open
      onClose={leave}
      fields={differing.map((key) => ({
        key,
        name: names[key] ?? key,
        yours: show(key, mine[key] as Kept[typeof key]),
        theirs: show(key, theirs[key]),
      }))}
      onResolve={(chosen) => {
        const kept = differing.filter((key) => chosen[key] === 'yours').map((key) => [key, mine[key]]);
        settle(kept.length > 0 ? (Object.fromEntries(kept) as Partial<Kept>) : null);
      }}
    />
  );
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
