import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound, Problem } from '#platform/refusal.ts';
import { lockTimeOf } from '#hours/own-time.ts';
import { bumpMember } from '#people/store-version.ts';
import { keyOf, type OutsideCalendar } from './calendar.ts';
import './facts.ts';
import { deleteAccount, readAccount } from './store-accounts.ts';
import { deleteCalendars, lockCalendarsOf } from './store-calendars.ts';
import { withdrawTold } from './tell-closed.ts';

/** Signs out of an account: everything that was read of it goes, and its busy time with it. */
export async function disconnect(
  platform: Platform,
  caller: Caller,
  memberId: string,
  accountId: string,
): Promise<void> {
  await platform.db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    const account = await readAccount(tx, { workspaceId: caller.workspaceId, accountId });
    if (account?.member_id !== memberId) throw notFound();
    const rows = await lockCalendarsOf(tx, caller.workspaceId, memberId);
    await takeAway(
      tx,
      platform,
      { workspaceId: caller.workspaceId, memberId, accountId },
      rows.filter((row) => row.account_id === accountId),
    );
  });
}

/** A calendar that is all there is to its account; one of several is switched off instead. */
export async function disconnectCalendar(
  platform: Platform,
  caller: Caller,
  memberId: string,
  calendarId: string,
): Promise<void> {
  await platform.db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    if (calendarId === memberId) {
      throw new Problem(409, 'conflict', 'The Rondo calendar is everybody’s and stays.');
    }
    const rows = await lockCalendarsOf(tx, caller.workspaceId, memberId);
    const accountId = rows.find((row) => row.calendar_id === calendarId)?.account_id;
    if (accountId === undefined) throw notFound();
    const all = rows.filter((row) => row.account_id === accountId);
    if (all.length > 1) {
      const detail = 'This account has other calendars: switch this one off, or disconnect the account.';
      throw new Problem(409, 'conflict', detail);
    }
    await takeAway(tx, platform, { workspaceId: caller.workspaceId, memberId, accountId }, all);
  });
}

async function takeAway(
  tx: Tx,
  platform: Platform,
  { workspaceId, memberId, accountId }: { workspaceId: string; memberId: string; accountId: string },
  calendars: OutsideCalendar[],
): Promise<void> {
  const { announcer } = platform;
  const calendarIds = calendars.map((row) => row.calendar_id);
  await announcer.announce(tx, 'outside-calendars-leaving', { workspaceId, memberId, calendarIds });
  for (const row of calendars) await withdrawTold(tx, platform, keyOf(row));
  await deleteCalendars(tx, { workspaceId, accountId });
  await deleteAccount(tx, { workspaceId, accountId });
  await bumpMember(tx, workspaceId, memberId);
  if (calendars.some((row) => row.write_here === 1)) {
    await announcer.announce(tx, 'write-calendar-changed', { workspaceId, memberId, calendarId: null });
  }
}
