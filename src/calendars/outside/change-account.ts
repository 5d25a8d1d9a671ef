import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { flag } from '#platform/db/tables.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notAllowed, notFound } from '#platform/refusal.ts';
import { keepsTimeOf, lockTimeOf } from '#hours/own-time.ts';
import { bumpMember } from '#people/store-version.ts';
import type { AccountChange } from './calendar-fields.ts';
import { keyOf, type CalendarAccount, type OutsideCalendar } from './calendar.ts';
import { nameOfCalendar, newCalendarRow } from './connect.ts';
import { openAccount, remoteIdOf, sealedFrom, type SignIn } from './open-account.ts';
import type { Providers, RemoteCalendar } from './provider.ts';
import { readAccount, updateAccount } from './store-accounts.ts';
import { insertCalendars, lockCalendarsOf, updateCalendar } from './store-calendars.ts';
import { readSoon } from './sync/read-soon.ts';
import { trySignInOrRefuse, type Found } from './try-sign-in.ts';

/** Renames an account, or signs in to it anew: a new password or address is tried before it is kept. */
export async function changeAccount(
  platform: Platform,
  providers: Providers,
  caller: Caller,
  memberId: string,
  accountId: string,
  { name, password, url }: AccountChange,
): Promise<CalendarAccount> {
  const { workspaceId } = caller;
  const account = await readAccount(platform.db.read, { workspaceId, accountId });
  if (account?.member_id !== memberId) throw notFound();
  if (!keepsTimeOf(caller, memberId)) throw notAllowed();
  if (password !== undefined || url !== undefined) {
    refuseUnfit(account, { password, url });
    const before = openAccount(platform, account);
    const signIn = {
      kind: account.kind,
      username: account.username,
      url: url ?? before.url,
      secret: password ?? before.secret,
    };
    const found = await trySignInOrRefuse(platform, providers, caller, signIn);
    await renewAccount(platform, caller, memberId, accountId, { signIn, found });
  }
  return platform.db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    if (name !== undefined) await updateAccount(tx, { workspaceId, accountId }, { name });
    const after = await readAccount(tx, { workspaceId, accountId });
    if (!after) throw notFound();
    return after;
  });
}

function refuseUnfit({ kind }: CalendarAccount, { password, url }: AccountChange): void {
  const path = password !== undefined && kind !== 'caldav' ? 'password' : 'url';
  if (path === 'url' && (url === undefined || kind === 'caldav' || kind === 'ics')) return;
  throw invalid({ path, message: 'This account has none: connect it again instead.' });
}

/** Keeps a sign-in that was tried for an account that is there; its calendars are read at once. */
export async function renewAccount(
  platform: Platform,
  caller: Caller,
  memberId: string,
  accountId: string,
  { signIn, found }: { signIn: SignIn; found: Found },
): Promise<void> {
  const { workspaceId } = caller;
  await platform.db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    const account = await readAccount(tx, { workspaceId, accountId });
    if (account?.member_id !== memberId) throw notFound();
    const all = await lockCalendarsOf(tx, workspaceId, memberId);
    const rows = all.filter((row) => row.account_id === accountId);
    await updateAccount(
      tx,
      { workspaceId, accountId },
      sealedFrom(platform, { ...signIn, secret: found.secret }),
    );
    await adoptCalendars(tx, platform, account, rows, found.calendars);
    await bumpMember(tx, workspaceId, memberId);
    await readSoon(tx, platform, workspaceId);
  });
  platform.wakeWorker();
}

/**
 * Known calendars go on where they were, and new ones join. One that stands elsewhere now was never read: it closes
 * its member until it is (A9), for what was read elsewhere says nothing about it.
 */
async function adoptCalendars(
  tx: Tx,
  { clock, announcer }: Platform,
  account: CalendarAccount,
  rows: OutsideCalendar[],
  found: RemoteCalendar[],
): Promise<void> {
  const now = isoNow(clock);
  const pairs = found.map((remote) => ({ remote, row: rowOf(account, rows, remote) }));
  if (!pairs.some(({ row }) => row)) {
    throw invalid({ path: 'url', message: 'These are other calendars: connect them as another account.' });
  }
  const tried = { problem: null, problem_detail: null, tries: 0, next_try_at: now, reading_until: null };
  for (const { remote, row } of pairs) {
    if (!row) continue;
    const remote_id = remoteIdOf(account.kind, remote.remoteId);
    const moved = remote_id === row.remote_id ? {} : { remote_id, cursor: null, last_success_at: null };
    const writable = remote.readOnly ? { write_here: 0 as const } : {};
    if (remote.readOnly && row.write_here === 1) {
      const fact = { workspaceId: row.workspace_id, memberId: row.member_id, calendarId: null };
      await announcer.announce(tx, 'write-calendar-changed', fact);
    }
    await updateCalendar(tx, keyOf(row), {
      ...tried,
      ...moved,
      ...writable,
      read_only: flag(remote.readOnly),
    });
  }
  const { workspace_id, account_id, member_id } = account;
  const joining = pairs.filter(({ row }) => !row).map(({ remote }) => remote);
  const ids = { workspace_id, account_id, member_id };
  const added = joining.map((one) => ({
    ...newCalendarRow(ids, one, now),
    remote_id: remoteIdOf(account.kind, one.remoteId),
    name: nameOfCalendar(one),
    write_here: 0 as const,
  }));
  await insertCalendars(tx, added);
}

function rowOf(
  { kind }: CalendarAccount,
  rows: OutsideCalendar[],
  { remoteId }: RemoteCalendar,
): OutsideCalendar | undefined {
  if (kind === 'ics') return rows[0];
  const path = pathOf(remoteId);
  return rows.find((row) => row.remote_id === remoteId) ?? rows.find((row) => pathOf(row.remote_id) === path);
}

/** A server that moved to another name has its calendars in the same places. */
function pathOf(remoteId: string): string {
  return URL.canParse(remoteId) ? new URL(remoteId).pathname : remoteId;
}
