import { useState } from 'react';

/**
 * Chairs have no name of their own: each is known by a key that goes with it when it is moved, so that what is open in
 * it stays open. Where their number changes otherwise (undone, changed by somebody else) all are told anew.
 */
export function useChairKeys(count: number) {
  const [keys, setKeys] = useState<readonly string[]>(() => fresh(count));
  const current = keys.length === count ? keys : fresh(count);
  if (current !== keys) setKeys(current);
  return {
    keys: current,
    moved: (next: readonly string[]) => setKeys(next),
    added: () => setKeys([...current, ...fresh(1)]),
    removed: (index: number) => setKeys(current.toSpliced(index, 1)),
  };
}

let last = 0;

function fresh(count: number): string[] {
  return Array.from({ length: count }, () => `chair-${++last}`);
}
