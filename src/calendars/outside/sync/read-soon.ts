import type { Tx } from '#platform/db/database.ts';
import { queueJob } from '#platform/jobs/store.ts';
import type { Platform } from '#platform/platform.ts';

/** Looks for calendars whose time to be read has come. */
export const READ_JOB = 'calendars.read';

/** As soon as this act stands, calendars that are due are read, whatever the clock says. */
export async function readSoon(tx: Tx, { clock }: Platform, workspaceId: string): Promise<void> {
  await queueJob(tx, clock, { workspaceId, kind: READ_JOB, payload: {} });
}
