import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { flag } from '#platform/db/tables.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { notAllowed, Problem } from '#platform/refusal.ts';
import { keepsTimeOf, lockTimeOf, memberOf } from '#hours/own-time.ts';
import { bumpMember } from '#people/store-version.ts';
import type { NewAccountGiven } from './calendar-fields.ts';
import type { CalendarAccount, OutsideCalendar } from './calendar.ts';
import './facts.ts';
import { remoteIdOf, sealedFrom, type SignIn } from './open-account.ts';
import type { OutsideKind, Providers, RemoteCalendar } from './provider.ts';
import { accountsOf, insertAccount } from './store-accounts.ts';
import { insertCalendars, lockCalendarsOf } from './store-calendars.ts';
import { readSoon } from './sync/read-soon.ts';
import { trySignInOrRefuse, type Found } from './try-sign-in.ts';

const MOST_ACCOUNTS = 20;

/** Signs in with what somebody typed, and connects every calendar of the account; answers the id of the main one. */
export async function connectTyped(
  platform: Platform,
  providers: Providers,
  caller: Caller,
  memberId: string,
  given: NewAccountGiven,
): Promise<Connected> {
  await memberOf(platform.db.read, caller, memberId);
  if (!keepsTimeOf(caller, memberId)) throw notAllowed();
  const { kind, url } = given;
  const signIn =
    given.kind === 'caldav'
      ? { kind, url, username: given.username, secret: given.password }
      : { kind, url, username: '', secret: '' };
  const found = await trySignInOrRefuse(platform, providers, caller, signIn);
  return connect(platform, caller, memberId, { signIn, found, name: given.name });
}

export interface Connected {
  accountId: string;
  /** The main one first. */
  calendarIds: string[];
}

interface Connecting {
  signIn: SignIn;
  found: Found;
  /** As its owner calls it; else the main calendar's, or the server's. */
  name?: string | undefined;
}

/** Keeps an account that was signed in to, with its calendars; they are read at once. */
export async function connect(
  platform: Platform,
  caller: Caller,
  memberId: string,
  { signIn, found, name }: Connecting,
): Promise<Connected> {
  const { workspaceId } = caller;
  const accountId = newId();
  const connected = await platform.db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    const calendars = mainFirst(found.calendars);
    const remoteIds = calendars.map(({ remoteId }) => remoteIdOf(signIn.kind, remoteId));
    const accounts = await accountsOf(tx, workspaceId, memberId);
    await refuseKnown(tx, { workspaceId, memberId, kind: signIn.kind, accounts, remoteIds });
    const sealed = sealedFrom(platform, { ...signIn, secret: found.secret });
    const named = name ?? nameOf(signIn, calendars[0]!);
    const created_at = isoNow(platform.clock);
    const ids = { workspace_id: workspaceId, account_id: accountId, member_id: memberId };
    await insertAccount(tx, { ...ids, kind: signIn.kind, name: named, ...sealed, created_at });
    const writer = accounts.length === 0 ? calendars.find(({ readOnly }) => !readOnly) : undefined;
    const rows = calendars.map((one, at) => ({
      ...newCalendarRow(ids, one, created_at),
      remote_id: remoteIds[at]!,
      name: signIn.kind === 'ics' && name !== undefined ? name : nameOfCalendar(one),
      write_here: flag(one === writer),
    }));
    await insertCalendars(tx, rows);
    await bumpMember(tx, workspaceId, memberId);
    const written = rows.find(({ write_here }) => write_here === 1);
    if (written) {
      const fact = { workspaceId, memberId, calendarId: written.calendar_id };
      await platform.announcer.announce(tx, 'write-calendar-changed', fact);
    }
    await readSoon(tx, platform, workspaceId);
    return { accountId, calendarIds: rows.map(({ calendar_id }) => calendar_id) };
  });
  platform.wakeWorker();
  return connected;
}

/** All calendars of a new account check conflicts: what is not known to be free is not. */
export function newCalendarRow(
  ids: Pick<CalendarAccount, 'workspace_id' | 'account_id' | 'member_id'>,
  { name: _name, colour, timeZone, readOnly }: RemoteCalendar,
  now: string,
) {
  return {
    ...ids,
    calendar_id: newId(),
    colour,
    time_zone: timeZone,
    read_only: flag(readOnly),
    check_conflicts: 1 as const,
    sync_on: 1 as const,
    next_try_at: now,
    created_at: now,
  };
}

/** The service's own main one, else one that can be written. */
function mainFirst(calendars: RemoteCalendar[]): RemoteCalendar[] {
  const rank = ({ isMain, readOnly }: RemoteCalendar) => (isMain ? 0 : readOnly ? 2 : 1);
  return calendars.toSorted((one, other) => rank(one) - rank(other));
}

interface Known {
  workspaceId: string;
  memberId: string;
  kind: OutsideKind;
  accounts: CalendarAccount[];
  remoteIds: string[];
}

/** The very same account may be written in several ways: it is known by the calendars in it. */
async function refuseKnown(
  tx: Tx,
  { workspaceId, memberId, kind, accounts, remoteIds }: Known,
): Promise<void> {
  const kinds = new Map(accounts.map((one) => [one.account_id, one.kind]));
  const isHere = ({ account_id, remote_id }: OutsideCalendar) =>
    kinds.get(account_id) === kind && remoteIds.includes(remote_id);
  if ((await lockCalendarsOf(tx, workspaceId, memberId)).some(isHere)) {
    throw new Problem(409, 'conflict', 'This calendar is connected already.');
  }
  if (accounts.length >= MOST_ACCOUNTS) {
    throw new Problem(409, 'conflict', 'Twenty accounts are connected already: disconnect one first.');
  }
}

function nameOf({ kind, url, username }: SignIn, main: RemoteCalendar): string {
  if (kind === 'ics') return nameOfCalendar(main);
  return username || new URL(url).host;
}

export function nameOfCalendar({ name }: RemoteCalendar): string {
  return name.replace(/\s+/gu, ' ').trim().slice(0, 200) || 'Calendar';
}
