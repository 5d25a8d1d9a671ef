import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import '#people/facts.ts';
import { expandAgain } from './store-calendars.ts';

/** Who lives in another zone from now on has floating times and whole days elsewhere. */
export function listenCalendars({ announcer, clock }: Platform): void {
  announcer.on('member-changed', async (tx, { before, after }) => {
    if (before.timeZone === after.timeZone) return;
    await expandAgain(tx, after.workspaceId, after.id, isoNow(clock));
  });
}
