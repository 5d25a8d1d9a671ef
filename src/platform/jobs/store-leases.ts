import { isoAfter, type Clock } from '../clock.ts';
import type { Tx } from '../db/database.ts';
import { prepared } from '../db/prepared.ts';
import type { Row } from '../db/tables.ts';
import type { Job } from './job.ts';
import './tables.ts';

type Leased = Pick<Job, 'workspaceId' | 'id' | 'lease'>;

/** Only the holder of the lease may settle a job; answers false when somebody else has taken it over. */
export async function settleJob(tx: Tx, job: Leased, change: Partial<Row<'outbox'>>): Promise<boolean> {
  const { workspaceId, id, lease } = job;
  const { numAffectedRows } = await settleLeased(tx, { workspaceId, id, lease, change });
  return numAffectedRows !== 0n;
}

type Settling = Leased & { change: Partial<Row<'outbox'>> };

const settleLeased = prepared((db, { workspaceId, id, lease, change }: Settling) =>
  db
    .updateTable('outbox')
    .set({ ...change, lease: null, locked_until: null })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('lease', '=', lease),
);

/** Holds these jobs for another while; answers the ids of those that are still held. */
export async function renewLeases(
  tx: Tx,
  clock: Clock,
  jobs: readonly Leased[],
  leaseMs: number,
): Promise<Set<string>> {
  const held = new Set<string>();
  for (const [{ workspaceId, lease }, ids] of byLease(jobs)) {
    const rows = await tx
      .updateTable('outbox')
      .set({ locked_until: isoAfter(clock, leaseMs) })
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', ids)
      .where('lease', '=', lease)
      .returning('id')
      .execute();
    for (const { id } of rows) held.add(id);
  }
  return held;
}

/** Gives back what was taken and not begun: it is due as it was, and was not tried. */
export async function releaseJobs(tx: Tx, jobs: readonly Leased[]): Promise<void> {
  for (const [{ workspaceId, lease }, ids] of byLease(jobs)) {
    await tx
      .updateTable('outbox')
      .set((eb) => ({ lease: null, locked_until: null, attempts: eb('attempts', '-', 1) }))
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', ids)
      .where('lease', '=', lease)
      .execute();
  }
}

function byLease(jobs: readonly Leased[]): [Leased, string[]][] {
  const groups = Map.groupBy(jobs, ({ workspaceId, lease }) => `${workspaceId} ${lease}`);
  return [...groups.values()].map((group) => [group[0]!, group.map(({ id }) => id).toSorted()]);
}
