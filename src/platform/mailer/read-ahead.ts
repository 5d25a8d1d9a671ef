import type { Row } from '../db/tables.ts';
import type { Job } from '../jobs/job.ts';
import type { Platform } from '../platform.ts';
import { readMails } from './store-many.ts';

type Mails = Map<string, Row<'mails'>>;

/** What was read longer ago is read again: a mail may have been dropped meanwhile. */
const FRESH_MS = 500;

/**
 * Reads the mail of a job, and with it those of the jobs that come next, which with a quick mail server are sent before
 * anything can happen to them: each alone is a journey to the database. Undefined when there is no such mail.
 */
export function readAhead({ db }: Pick<Platform, 'db'>) {
  const known = new Map<string, { at: number; ids: Set<string>; mails: Promise<Mails> }>();
  return async (
    { workspaceId, payload }: Job,
    waiting: readonly Job[],
  ): Promise<Row<'mails'> | undefined> => {
    const id = String(payload.mailId);
    let ahead = known.get(workspaceId);
    if (!ahead?.ids.has(id) || performance.now() - ahead.at > FRESH_MS) {
      const next = waiting.filter((job) => job.kind === 'mail.send' && job.workspaceId === workspaceId);
      const ids = new Set([id, ...next.map((job) => String(job.payload.mailId))]);
      ahead = { at: performance.now(), ids, mails: readMails(db.read, workspaceId, [...ids]) };
      known.set(workspaceId, ahead);
    }
    ahead.ids.delete(id);
    if (ahead.ids.size === 0) known.delete(workspaceId);
    return (await ahead.mails).get(id);
  };
}
