import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { prepared } from '../db/prepared.ts';
import type { Row } from '../db/tables.ts';
import type { Job } from '../jobs/job.ts';
import type { Platform } from '../platform.ts';
import { settleJob } from '../jobs/store-leases.ts';
import { changeMail } from './store.ts';
import './tables.ts';

interface Sent {
  mailId: string;
  sent: Partial<Row<'mails'>>;
  done: Partial<Row<'outbox'>>;
}

/**
 * Writes that a mail has gone, and with it the end of its job; answers false, writing nothing, when the job was taken
 * over. Between the server's answer and this the next message waits, so PostgreSQL is told in one statement: begin,
 * two changes and commit are four journeys to it.
 */
export async function writeSent({ db }: Platform, job: Job, mail: Sent): Promise<boolean> {
  const { workspaceId, id, lease } = job;
  if (db.kind === 'postgres') {
    const { numAffectedRows } = await settleSent(db.root, { ...mail, workspaceId, id, lease });
    return numAffectedRows !== 0n;
  }
  return db.transact(async (tx: Tx) => {
    const isHeld = await settleJob(tx, job, mail.done);
    if (isHeld) await changeMail(tx, workspaceId, mail.mailId, mail.sent);
    return isHeld;
  });
}

const settleSent = prepared(
  (db, { workspaceId, id, lease, mailId, sent, done }: Sent & Pick<Job, 'workspaceId' | 'id' | 'lease'>) =>
    db
      .with('settled', (query) =>
        query
          .updateTable('outbox')
          .set({ ...done, lease: null, locked_until: null })
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', id)
          .where('lease', '=', lease)
          .returning('id'),
      )
      .updateTable('mails')
      .set(sent)
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', mailId)
      .where(sql<boolean>`exists (select 1 from settled)`),
);
