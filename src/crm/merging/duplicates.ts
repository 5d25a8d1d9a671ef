import { isoNow } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { editableRecord } from '#crm/records/record-desks.ts';
import { traitsOf, type SharedTrait } from '#crm/timeline/record-keys.ts';
import { limitedTo, mayEdit } from '#crm/timeline/record-rights.ts';
import {
  deleteDistinct,
  insertDistinct,
  listSharedKeys,
  type SharedKey,
  type TwoRecords,
} from './store-duplicates.ts';
import type { RecognisedKind } from './store-similar.ts';

interface Alike {
  id: string;
  name: string;
  ownerId: string | null;
  subtitle: string | null;
  createdAt: string;
}

/** Two records that may be one; the earlier made first. */
export interface DuplicatePair {
  records: [Alike, Alike];
  shares: SharedTrait[];
  /** Whether the caller may merge them or say that they are two. */
  mayMerge: boolean;
}

export interface DuplicatesAsked {
  kind: RecognisedKind;
  /** 'id,id' of the last pair of the page before, the later one first. */
  after?: { id: string; otherId: string };
  limit: number;
}

/** Few pairs share more keys than this; those that do make a page shorter. */
const KEYS_EACH = 4;

/** Live records that share a key, as far as the caller sees both (P9), without those that were said to be two. */
export async function listDuplicates(
  db: Reader,
  caller: Caller,
  { kind, after, limit }: DuplicatesAsked,
): Promise<{ items: DuplicatePair[]; next: string | null }> {
  const most = (limit + 1) * KEYS_EACH;
  const { workspaceId } = caller;
  const rows = await listSharedKeys(db, {
    workspaceId,
    kind,
    limitedTo: limitedTo(caller),
    after,
    limit: most,
  });
  const pairs = [...Map.groupBy(rows, ({ id, otherId }) => `${id},${otherId}`)];
  // The last of so many rows may be one of several of its pair.
  const isCut = rows.length === most;
  const page = (isCut && pairs.length > 1 ? pairs.slice(0, -1) : pairs).slice(0, limit);
  return {
    items: page.map(([, own]) => pairFrom(caller, own)),
    next: isCut || pairs.length > page.length ? (page.at(-1)?.[0] ?? null) : null,
  };
}

function pairFrom(caller: Caller, rows: readonly SharedKey[]): DuplicatePair {
  const row = rows[0]!;
  const later = pick(row);
  const earlier = {
    id: row.otherId,
    name: row.otherName,
    ownerId: row.otherOwnerId,
    subtitle: row.otherSubtitle,
    createdAt: row.otherCreatedAt,
  };
  return {
    records: [earlier, later],
    shares: traitsOf(rows.map(({ key }) => key)),
    mayMerge: mayEdit(caller, earlier) && mayEdit(caller, later),
  };
}

function pick({ id, name, ownerId, subtitle, createdAt }: SharedKey): Alike {
  return { id, name, ownerId, subtitle, createdAt };
}

/** From now on nobody is shown them as one; asked for by whoever might have merged them (404, 403). */
export async function sayDistinct(
  platform: Platform,
  caller: Caller,
  kind: RecognisedKind,
  ids: readonly [string, string],
): Promise<void> {
  const at = isoNow(platform.clock);
  if (ids[0] === ids[1]) throw invalid({ path: 'otherId', message: 'Choose another record than this one.' });
  await platform.db.transact(async (tx) => {
    for (const id of ids.toSorted()) await editableRecord(tx, caller, kind, id);
    await insertDistinct(tx, twoOf(caller, kind, ids), { by: caller.memberId, at });
  });
}

/** Takes that back. */
export async function unsayDistinct(
  platform: Platform,
  caller: Caller,
  kind: RecognisedKind,
  ids: readonly [string, string],
): Promise<void> {
  await platform.db.transact(async (tx) => {
    for (const id of ids.toSorted()) await editableRecord(tx, caller, kind, id);
    await deleteDistinct(tx, twoOf(caller, kind, ids));
  });
}

function twoOf({ workspaceId }: Caller, kind: RecognisedKind, ids: readonly [string, string]): TwoRecords {
  return { workspaceId, kind, ids };
}
