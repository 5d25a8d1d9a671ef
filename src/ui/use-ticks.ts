import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { TickHand } from './tick-hand.ts';
import type { Ticked } from './table-ticks.ts';

/** Rows that can be ticked: `<Table ticks={{ ticked, onTick, name }}>`; keep it and the rows the same between draws. */
export interface TicksProps<Row> {
  ticked: Ticked;
  onTick: (ticked: Set<string>) => void;
  /** The row's name in the words of its box: 'Choose Boulangerie Garonne'. */
  name: (row: Row) => string;
}

export interface Ticks {
  keys: readonly string[];
  ticked: Ticked;
  /** A press on a row's box; with Shift all from the last one pressed. */
  press: (row: number, ranged: boolean) => void;
  pressAll: () => void;
  /** True: the key was for the ticks alone. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

/** The functions stay the same, so that a tick draws one row anew and not all. */
export function useTicks<Row>(
  props: TicksProps<Row> | undefined,
  rows: readonly Row[],
  rowKey: (row: Row) => string,
): Ticks | null {
  const [hand] = useState(() => new TickHand());
  const isOn = props !== undefined;
  const keys = useMemo(() => (isOn ? rows.map(rowKey) : []), [isOn, rows, rowKey]);
  useEffect(() => {
    if (props) hand.know(keys, props.ticked, props.onTick);
  });
  const ticked = props?.ticked;
  return useMemo(() => {
    const { press, pressAll, onKeyDown } = hand;
    return ticked ? { keys, ticked, press, pressAll, onKeyDown } : null;
  }, [hand, keys, ticked]);
}
