import { foldAddress } from '#platform/fold.ts';

/** One of a person's addresses; exactly one of them is the primary. */
export interface PersonEmail {
  address: string;
  primary: boolean;
}

export interface PersonPhone {
  number: string;
  primary: boolean;
}

/** Makes the first the primary when none is. Whoever calls has refused two primaries before. */
export function withPrimary<T extends { primary: boolean }>(list: readonly T[]): T[] {
  const none = !list.some(({ primary }) => primary);
  return list.map((item, index) => (none && index === 0 ? { ...item, primary: true } : item));
}

export function hasOneAddressTwice(list: readonly PersonEmail[]): boolean {
  return new Set(list.map(({ address }) => foldAddress(address))).size !== list.length;
}
