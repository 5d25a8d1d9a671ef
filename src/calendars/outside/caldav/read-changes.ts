import type { ChangePage, Reading, RemoteCalendar } from '../provider.ts';
import type { Connection } from './ask.ts';
import { readCursor, writeCursor, type Cursor } from './cursor.ts';
import { isSameEtag } from './etag.ts';
import { fetchObjects, type Wanted } from './fetch-objects.ts';
import { askState, listAll, listSince, type CollectionState, type Listing } from './list-objects.ts';

interface Changes {
  wanted: Wanted[];
  removed: string[];
  /** Where the next reading goes on. */
  cursor: Cursor;
}

/**
 * What changed since the cursor, by token where the server keeps its word, else by comparing ETags. A server that says
 * something changed and then names nothing is not believed, and what a listing leaves out is asked for by name before it
 * counts as gone: silence is never free time (A9).
 */
export async function* readChanges(
  connection: Connection,
  { remoteId: collection }: RemoteCalendar,
  reading: Reading,
): AsyncGenerator<ChangePage> {
  const kept = readCursor(reading.cursor);
  // Asked before anything is listed: what changes in between is told again by the next reading.
  const state = await askState(connection, collection);
  const { wanted, removed, cursor } = await findChanges(connection, collection, reading, kept, state);
  const total = wanted.length;
  for await (const { found, vanished } of fetchObjects(connection, collection, wanted)) {
    removed.push(...vanished);
    if (found.length > 0) yield { changed: found, removed: [], cursor: null, total };
  }
  yield { changed: [], removed, cursor: writeCursor(cursor), total };
}

async function findChanges(
  connection: Connection,
  collection: string,
  reading: Reading,
  kept: Cursor | null,
  state: CollectionState,
): Promise<Changes> {
  const today = Math.floor(reading.window.from / (24 * 60));
  if (kept?.listedOn === today) {
    const cursor = { ...state, listedOn: today };
    if (isUnchanged(kept, state)) return { wanted: [], removed: [], cursor };
    const changes = await changesSince(connection, collection, kept, cursor);
    if (changes) return changes;
  }
  const listing = await listAll(connection, collection);
  return { ...compared(listing, await reading.known()), cursor: { ...state, listedOn: today } };
}

/** Both must stand still, and one of them must be there at all. */
function isUnchanged(kept: CollectionState, now: CollectionState): boolean {
  return (now.token ?? now.ctag) !== null && kept.token === now.token && kept.ctag === now.ctag;
}

/** Nothing is named: to be believed only where the ctag says so too. */
function isQuiet(kept: CollectionState, now: CollectionState): boolean {
  return now.ctag !== null && kept.ctag === now.ctag;
}

async function changesSince(
  connection: Connection,
  collection: string,
  kept: Cursor,
  cursor: Cursor,
): Promise<Changes | null> {
  if (kept.token === null) return null;
  const since = await listSince(connection, collection, kept.token);
  if (!since || (since.listing.size === 0 && !isQuiet(kept, cursor))) return null;
  const wanted = [...since.listing].flatMap(([path, listed]) => (listed ? { path, size: listed.size } : []));
  const removed = [...since.listing].flatMap(([path, listed]) => (listed ? [] : path));
  return { wanted, removed, cursor: { ...cursor, token: since.token } };
}

function compared(listing: Listing, known: ReadonlyMap<string, string | null>) {
  const wanted = [...listing].flatMap(([path, listed]) =>
    listed && !(known.has(path) && isSameEtag(listed.etag, known.get(path)))
      ? { path, size: listed.size }
      : [],
  );
  const missing = [...known.keys()].filter((path) => !listing.get(path));
  return { wanted: [...wanted, ...missing.map((path) => ({ path, size: null }))], removed: [] as string[] };
}
