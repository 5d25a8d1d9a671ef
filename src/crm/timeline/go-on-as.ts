import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import type { RecordMerged } from './facts.ts';
import { rehang } from './store-rehang.ts';

/**
 * What hangs on one record hangs on the other from now on: notes, tasks, events, addresses, e-mails and, told by the
 * announcement, meetings. What happened must show on both already (a link, or the merge's own copy).
 */
export async function goOnAs({ announcer }: Platform, tx: Tx, merged: RecordMerged): Promise<void> {
  await rehang(tx, merged);
  await announcer.announce(tx, 'record-merged', merged);
}
