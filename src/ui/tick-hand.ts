import type { KeyboardEvent } from 'react';
import { rowAfter } from './table-entries.ts';
import { toggled, toggledAll, withRange, type TickAnchor, type Ticked } from './table-ticks.ts';

/** The presses and keys that tick rows; knows the rows as they were drawn last. */
export class TickHand {
  #keys: readonly string[] = [];
  #ticked: Ticked = new Set();
  #onTick: (ticked: Set<string>) => void = () => {};
  #anchor: TickAnchor | null = null;

  know(keys: readonly string[], ticked: Ticked, onTick: (ticked: Set<string>) => void): void {
    [this.#keys, this.#ticked, this.#onTick] = [keys, ticked, onTick];
  }

  readonly press = (row: number, ranged: boolean): void => {
    if (ranged && this.#anchor) return this.#put(withRange(this.#anchor, row, this.#keys));
    const next = toggled(this.#ticked, this.#keys[row]!);
    this.#anchor = { row, before: next };
    this.#put(next);
  };

  readonly pressAll = (): void => this.#put(toggledAll(this.#ticked, this.#keys));

  /** Of a row: `data-row` says which. True when nobody else should act on the key. */
  readonly onKeyDown = (event: KeyboardEvent): boolean => {
    const row = Number((event.currentTarget as HTMLElement).dataset['row']);
    if (Number.isNaN(row)) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (event.shiftKey) this.#extend(row, rowAfter(event.key, row, this.#keys.length, 1) ?? row);
      else this.#anchor = null;
      return false;
    }
    if (!this.#act(event, row)) return false;
    event.preventDefault();
    return true;
  };

  #act(event: KeyboardEvent, row: number): boolean {
    const chord = event.ctrlKey || event.metaKey;
    if (event.key === ' ' && !chord) this.press(row, event.shiftKey);
    else if (event.key.toLowerCase() === 'a' && chord) this.#put(new Set([...this.#ticked, ...this.#keys]));
    else if (event.key === 'Escape' && this.#ticked.size > 0) this.#put(new Set());
    else return false;
    return true;
  }

  #extend(from: number, to: number): void {
    this.#anchor ??= { row: from, before: this.#ticked };
    this.#put(withRange(this.#anchor, to, this.#keys));
  }

  /** Keys come faster than drawing: what was ticked last counts at once. */
  #put(next: Set<string>): void {
    this.#ticked = next;
    this.#onTick(next);
  }
}
