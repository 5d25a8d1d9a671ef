import { isoNow } from '#platform/clock.ts';
import { isConstraint, type Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import type { RecordMerged } from '#crm/timeline/facts.ts';
import { goOnAs } from '#crm/timeline/go-on-as.ts';
import { lockLive } from '#crm/timeline/record-life.ts';
import type { Kept, RecordFields } from '#crm/timeline/record.ts';
import { holdRecords } from '#crm/timeline/store-merges.ts';
import { append } from '#crm/timeline/store.ts';
import type { MergePlan } from './merge-plan.ts';
import { refuseTooMany } from './room.ts';
import { carryHistory, carryLinks, keepOnePreferred, rememberMerge } from './store-carry.ts';
import { toldOf } from './told.ts';
import { united } from './unite.ts';

export interface MergeAsked {
  intoId: string;
  fromId: string;
  /** Fields whose value comes from the record that goes. */
  take: readonly string[];
  /** What the caller last read of each. */
  version?: number;
  fromVersion?: number;
}

export interface Pair<F extends RecordFields> {
  into: Kept<F>;
  from: Kept<F>;
}

/**
 * Makes one record of two of a kind, in one act: fields as chosen, lists united, and all that hangs on, links to or
 * happened with the one hangs on the other. The one goes to the trash and stays there; whoever asks for it is told of
 * the other. Needs the right to edit both (404, 403). Of several acts that would merge one of them at a time exactly
 * one does: they take turns at both rows, in the order of their ids.
 */
export async function mergeRecords<F extends RecordFields>(
  platform: Platform,
  caller: Caller,
  plan: MergePlan<F>,
  asked: MergeAsked,
): Promise<Kept<F> | { changedMeanwhile: Pair<F> }> {
  if (asked.intoId === asked.fromId) {
    throw invalid({ path: 'from', message: 'Choose another record than this one.' });
  }
  try {
    return await platform.db.transact((tx) => merge(tx, platform, caller, plan, asked));
  } catch (error) {
    if (isConstraint(error, 'unique') && plan.book.taken) throw plan.book.taken();
    throw error;
  }
}

async function merge<F extends RecordFields>(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  plan: MergePlan<F>,
  asked: MergeAsked,
): Promise<Kept<F> | { changedMeanwhile: Pair<F> }> {
  const at = isoNow(platform.clock);
  const { workspaceId, memberId } = caller;
  const { book } = plan;
  const pair = await lockPair(tx, caller, plan, asked);
  const { into, from } = pair;
  if (isStale(into, asked.version) || isStale(from, asked.fromVersion)) return { changedMeanwhile: pair };
  const refusal = plan.refuse?.(into.fields, from.fields);
  if (refusal) throw refusal;
  const change = united(plan, into.fields, from.fields, asked.take);
  const [kept, gone] = [
    { kind: book.kind, id: into.id },
    { kind: book.kind, id: from.id },
  ];
  const merged = { workspaceId, from: gone, into: kept };
  await refuseTooMany(tx, merged);
  await book.trash(tx, { workspaceId, id: from.id }, at);
  await rememberMerge(tx, merged, { at, by: memberId });
  await book.update(tx, { workspaceId, id: into.id }, change, at);
  await carry(tx, platform, merged);
  const data = {
    fromId: from.id,
    name: from.fields.name,
    ...toldOf(plan, into.fields, from.fields, change),
  };
  const by = { kind: 'member', id: memberId } as const;
  await append(tx, { workspaceId, kind: 'merged', at, by, data }, [kept]);
  return (await book.read(tx, { workspaceId, id: into.id }))!;
}

async function carry(tx: Tx, platform: Platform, merged: RecordMerged): Promise<void> {
  await carryLinks(tx, merged);
  await carryHistory(tx, merged);
  await keepOnePreferred(tx, merged);
  await goOnAs(platform, tx, merged);
}

async function lockPair<F extends RecordFields>(
  tx: Tx,
  caller: Caller,
  { book }: MergePlan<F>,
  { intoId, fromId }: MergeAsked,
): Promise<Pair<F>> {
  const { workspaceId } = caller;
  await holdRecords(tx, { workspaceId, kind: book.kind, ids: [intoId, fromId] }, 'alone');
  const into = await lockLive(tx, caller, book, intoId);
  const from = await lockLive(tx, caller, book, fromId);
  return { into, from };
}

function isStale({ version }: { version: number }, read: number | undefined): boolean {
  return read !== undefined && read !== version;
}
