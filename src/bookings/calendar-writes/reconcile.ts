import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { adoptOrphans, lookForUnseen, wishUnsettled } from './store-reconciling.ts';
import { wishMissing } from './store-wishes.ts';

/**
 * Compares what is to stand in calendars with what is noted of them (K3): meetings that nobody wrote, those that were
 * written as they are no longer, those that no reading finds where they were written, and events of ours for which no
 * meeting stands. Acts see to all of it themselves; this finds what a fault, a restored copy or a switched-off calendar
 * left behind.
 */
export async function reconcile({ db, clock }: Platform): Promise<void> {
  const moment = { now: isoNow(clock), minute: minuteNow(clock) };
  await db.transact(async (tx) => {
    await wishMissing(tx, {}, moment);
    await wishUnsettled(tx, moment);
    await lookForUnseen(tx, moment);
    await adoptOrphans(tx, moment);
  });
}
