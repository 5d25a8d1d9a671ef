import type { Clock } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Member } from '#people/member.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { builtInCalendar } from '#calendars/built-in-calendar.ts';
import type { CalendarShape } from './calendar-fields.ts';
import type { z } from '#platform/http/fields.ts';
import { healthOf } from './calendar-health.ts';
import type { CalendarAccount, OutsideCalendar } from './calendar.ts';
import { accountsOf } from './store-accounts.ts';
import { calendarsOf } from './store-calendars.ts';

export type CalendarView = z.infer<typeof CalendarShape>;

/** All calendars of a member, the built-in one first. */
export async function presentCalendars(
  db: Reader,
  clock: Clock,
  member: Member,
): Promise<[CalendarView, ...CalendarView[]]> {
  const { workspaceId, id } = member;
  const rows = await calendarsOf(db, workspaceId, id);
  const builtIn = { ...builtInCalendar(member), writeHere: rows.every((row) => row.write_here === 0) };
  if (rows.length === 0) return [builtIn];
  const accounts = new Map((await accountsOf(db, workspaceId, id)).map((one) => [one.account_id, one]));
  const { calendarStaleMinutes } = (await readWorkspace(db, workspaceId))!;
  const known = rows.filter((row) => accounts.has(row.account_id));
  return [
    builtIn,
    ...known.map((row) => presentOne(row, accounts.get(row.account_id)!, calendarStaleMinutes, clock)),
  ];
}

function presentOne(
  row: OutsideCalendar,
  account: CalendarAccount,
  staleMinutes: number,
  clock: Clock,
): CalendarView {
  return {
    id: row.calendar_id,
    kind: account.kind,
    name: row.name,
    checkConflicts: row.check_conflicts === 1,
    writeHere: row.write_here === 1,
    sync: row.sync_on === 1,
    readOnly: row.read_only === 1,
    colour: row.colour,
    account: presentAccount(account),
    health: healthOf(row, staleMinutes, clock),
  };
}

export function presentAccount(account: CalendarAccount) {
  return { id: account.account_id, name: account.name, url: account.url, username: account.username };
}
