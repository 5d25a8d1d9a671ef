import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import '#people/facts.ts';
import { readMember } from '#people/store.ts';
import { writeHours } from './store.ts';
import { USUAL_WEEK } from './weekly-hours.ts';

/** A new member keeps Monday to Friday, nine to five, in their own zone, until they say otherwise. */
export function listenHours({ announcer, clock }: Platform): void {
  announcer.on('member-joined', async (tx, { workspaceId, memberId }) => {
    const member = (await readMember(tx, workspaceId, memberId))!;
    const usual = { timeZone: member.timeZone, weekly: USUAL_WEEK, overrides: [] };
    await writeHours(tx, workspaceId, memberId, usual, isoNow(clock));
  });
}
