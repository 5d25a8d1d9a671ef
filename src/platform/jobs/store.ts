import { sql } from 'kysely';
import { isoAfter, isoNow, type Clock } from '../clock.ts';
import { isPostgres, type Reader, type Tx } from '../db/database.ts';
import { inSlices } from '../db/in-slices.ts';
import { prepared } from '../db/prepared.ts';
import type { NewRow } from '../db/tables.ts';
import { newId, newLease } from '../ids.ts';
import type { Job, NewJob } from './job.ts';
import './tables.ts';

/** Queues work inside the act's own transaction: it exists exactly when the act does. */
export async function queueJob(tx: Tx, clock: Clock, job: NewJob): Promise<void> {
  await insertJob(tx, rowOf(clock, job));
}

/** Several in few statements; none of them may have a `dedupe` that stands already. */
export async function queueJobs(tx: Tx, clock: Clock, jobs: readonly NewJob[]): Promise<void> {
  const rows = jobs.map((job) => rowOf(clock, job));
  for (const some of inSlices(rows)) await tx.insertInto('outbox').values(some).execute();
}

function rowOf(clock: Clock, job: NewJob): NewRow<'outbox'> {
  const now = isoNow(clock);
  return {
    workspace_id: job.workspaceId,
    id: newId(),
    kind: job.kind,
    payload: JSON.stringify(job.payload),
    lane: job.lane ?? null,
    dedupe: job.dedupe ?? null,
    run_at: job.runAt ?? now,
    attempts: 0,
    created_at: now,
  };
}

const insertJob = prepared((db, row: NewRow<'outbox'>) =>
  db
    .insertInto('outbox')
    .values(row)
    .onConflict((oc) => oc.columns(['workspace_id', 'kind', 'dedupe']).doNothing()),
);

/**
 * Leases up to `most` jobs that are due. A job waits for every earlier one of its lane; a lease that ran out
 * (its process died) is taken over. `skip locked` lets many processes take at once without waiting.
 */
export async function leaseJobs(tx: Tx, clock: Clock, most: number, leaseMs: number): Promise<Job[]> {
  const lease = newLease();
  const { rows } = await takeDue(tx, { lease, most, now: isoNow(clock), until: isoAfter(clock, leaseMs) });
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    id: row.id,
    kind: row.kind,
    payload: JSON.parse(row.payload) as Record<string, unknown>,
    attempts: row.attempts,
    lease,
  }));
}

const takeDue = prepared((db, given: { lease: string; most: number; now: string; until: string }) => {
  const { lease, most, now, until } = given;
  const due = db
    .selectFrom('outbox as o')
    .select(['o.workspace_id', 'o.id'])
    .where('o.done_at', 'is', null)
    .where('o.dead_at', 'is', null)
    .where('o.run_at', '<=', now)
    .where((eb) => eb.or([eb('o.locked_until', 'is', null), eb('o.locked_until', '<', now)]))
    .where((eb) => eb.or([eb('o.lane', 'is', null), eb('o.id', '=', firstOfLane())]))
    .orderBy('o.run_at')
    .limit(most)
    .$if(isPostgres(db), (query) => query.forUpdate().skipLocked());
  return db
    .updateTable('outbox')
    .set((eb) => ({ lease, locked_until: until, attempts: eb('attempts', '+', 1) }))
    .where(sql<boolean>`(workspace_id, id) in ${due}`)
    .returning(['workspace_id', 'id', 'kind', 'payload', 'attempts']);
});

/**
 * Asked for in order: the index of lanes has it so at hand, and PostgreSQL does not pass all that waits instead,
 * which it prefers while it has not counted how much that is.
 */
function firstOfLane() {
  return sql<string>`(select e.id from outbox as e where e.workspace_id = o.workspace_id and e.lane = o.lane
    and e.done_at is null and e.dead_at is null order by e.id limit 1)`;
}

export async function listJobs(db: Reader, workspaceId: string, state: 'waiting' | 'dead', limit: number) {
  return db
    .selectFrom('outbox')
    .select(['id', 'kind', 'run_at', 'attempts', 'last_error', 'dead_at', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('done_at', 'is', null)
    .where('dead_at', state === 'dead' ? 'is not' : 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Brings a dead job back to life; answers false when there is none. */
export async function reviveJob(tx: Tx, clock: Clock, workspaceId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ dead_at: null, attempts: 0, run_at: isoNow(clock) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('dead_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function pruneJobs(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('outbox').where('done_at', '<', before).execute();
}
