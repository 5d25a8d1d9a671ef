import { isoNow } from '#platform/clock.ts';
import { fold } from '#platform/fold.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import { startGathering } from '#platform/db/gather.ts';
import type { Caller, Permission, Role } from '#platform/http/caller.ts';
import { queueJob } from '#platform/jobs/store.ts';
import type { Platform } from '#platform/platform.ts';
import { mayEdit } from '#crm/timeline/record-rights.ts';
import { holdCustomFields, readCustomFields } from '#crm/timeline/custom/store-custom-fields.ts';
import { decide, type Decision } from './decide.ts';
import { NOTHING_YET, type Counts, type FileRow, type Import, type ImportKind, type Plan } from './import.ts';
import { keysOf, readKnown, type Known } from './known.ts';
import { fillRow, makeRow, tell, type Making } from './make-row.ts';
import { readRow, type ReadRow } from './read-row.ts';
import { lockImport, readBatch, updateImport, type ImportKey } from './store.ts';
import { readMembersByName } from './store-known.ts';
import { CUSTOM } from './targets.ts';
import { advance, type Refused } from './store-refused.ts';

export const RUN_JOB = 'import.run';

/**
 * Makes the records of one batch and says so in the same act, so that a killed process makes none twice: a job that
 * comes again finds another batch next and does nothing. The batch after it is queued in that act, too.
 */
export async function runBatch({ db, clock }: Platform, key: ImportKey, number: number): Promise<void> {
  await db.transact(async (tx) => {
    const found = await lockImport(tx, key);
    if (!found || found.state !== 'running' || found.nextBatch !== number) return;
    const batch = await readBatch(tx, key, number);
    const at = isoNow(clock);
    if (!batch) return updateImport(tx, key, { state: 'done', ended_at: at });
    const came = await makeRows(tx, found, key.workspaceId, batch, at);
    await advance(tx, key, number, { ...came, counts: sum(found.counts, came.counts) });
    await queueBatch(tx, clock, key, number + 1);
  });
}

/** Each batch is queued once, whoever asks. */
export function queueBatch(tx: Tx, clock: Platform['clock'], key: ImportKey, batch: number): Promise<void> {
  return queueJob(tx, clock, {
    workspaceId: key.workspaceId,
    kind: RUN_JOB,
    payload: { importId: key.id, batch },
  });
}

/** Rows with their decisions: what the batch begins with, and what the preview shows. */
export interface Read {
  row: FileRow;
  read: ReadRow | { why: string };
}

export async function readRows(
  db: Reader,
  caller: Caller,
  { kind, plan, rows }: { kind: ImportKind; plan: Plan; rows: readonly FileRow[] },
): Promise<{ reads: Read[]; known: Known }> {
  const members = await readMembersByName(db, caller.workspaceId);
  const own = namesOwn(plan) ? await readCustomFields(db, caller.workspaceId, kind) : [];
  const reads = rows.map((row) => ({ row, read: readRow(kind, plan, row, { members, own }) }));
  const good = reads.flatMap(({ read }) => ('why' in read ? [] : [read]));
  const known = await readKnown(db, caller, kind, good);
  for (const { given } of good) {
    if (given.status !== undefined) given.status = known.statuses.get(fold(given.status)) ?? given.status;
  }
  return { reads, known: { ...known, own } };
}

function namesOwn({ fields }: Plan): boolean {
  return fields.some((field) => field?.startsWith(CUSTOM));
}

export function decideRow(kind: ImportKind, plan: Plan, { read }: Read, known: Known): Decision {
  return 'why' in read ? { act: 'refuse', why: read.why } : decide(kind, plan, read, known);
}

/** From now on rows with the same keys are this record again. */
export function remember(
  known: Known,
  caller: Caller,
  kind: ImportKind,
  { given }: ReadRow,
  id: string,
): void {
  const rights = mayEdit(caller, { ownerId: given.ownerId ?? null }) ? 'edit' : 'see';
  for (const key of keysOf(kind, given)) known.records.set(key, { id, rights });
}

async function makeRows(tx: Tx, found: Import, workspaceId: string, rows: readonly FileRow[], at: string) {
  const { kind, id: importId } = found;
  const plan = found.plan!;
  const caller = callerOf(found, workspaceId);
  // Until these are made, no choice that they hold is taken away.
  if (namesOwn(plan)) await holdCustomFields(tx, workspaceId, kind);
  const { reads, known } = await readRows(tx, caller, { kind, plan, rows });
  startGathering(tx);
  const making: Making = { tx, caller, kind, plan, known, importId, at, told: [] };
  const counts = { ...NOTHING_YET };
  const refused: Refused[] = [];
  for (const one of reads) {
    const decision = decideRow(kind, plan, one, known);
    if (decision.act === 'refuse') refused.push({ row: one.row, why: decision.why });
    counts[await carryOut(making, one, decision)]++;
  }
  await tell(making);
  return { counts, refused };
}

async function carryOut(making: Making, { read }: Read, decision: Decision): Promise<keyof Counts> {
  if (decision.act === 'refuse' || 'why' in read) return 'refused';
  if (decision.act === 'skip') return 'skipped';
  if (decision.act === 'update') {
    return (await fillRow(making, decision.id, read)) ? 'updated' : 'skipped';
  }
  remember(making.known, making.caller, making.kind, read, await makeRow(making, read));
  return 'made';
}

/** Whoever started it, with what they might do then: a key of few rights stays one. */
function callerOf({ memberId, rights }: Import, workspaceId: string): Caller {
  return {
    workspaceId,
    memberId,
    role: rights!.role as Role,
    permissions: new Set(rights!.permissions as Permission[]),
    seat: true,
    via: 'key',
  };
}

function sum(one: Counts, other: Counts): Counts {
  return {
    made: one.made + other.made,
    updated: one.updated + other.updated,
    skipped: one.skipped + other.skipped,
    refused: one.refused + other.refused,
  };
}
