import type { CollectionState } from './list-objects.ts';

/** Where a reading ended, in words of our own; null where the server has no such thing. */
export interface Cursor extends CollectionState {
  /** The day of the last whole listing: once a day everything is compared, whatever the server claims. */
  listedOn: number;
}

export function writeCursor({ token, ctag, listedOn }: Cursor): string {
  return JSON.stringify({ token, ctag, listedOn });
}

/** Null for one that says nothing to us: then everything is compared. */
export function readCursor(text: string | null): Cursor | null {
  try {
    const { token, ctag, listedOn } = JSON.parse(text ?? 'null') as Partial<Cursor>;
    const isOurs = [token, ctag].every((word) => word === null || typeof word === 'string');
    return isOurs && typeof listedOn === 'number' ? { token: token!, ctag: ctag!, listedOn } : null;
  } catch {
    return null;
  }
}
