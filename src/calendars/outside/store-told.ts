import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import '#notices/tables.ts';
import type { Member } from '#people/member.ts';
import { memberFrom } from '#people/store.ts';
import '#people/tables.ts';
import type { CalendarKey, OutsideCalendar } from './calendar.ts';
import './tables.ts';

export type Untold = OutsideCalendar & { calendar_stale_minutes: number };

/**
 * Calendars that count (A9), of which nobody was told yet, and that were not read for some minutes or cannot be. Those
 * that waited longest come first: what is only a little late must not keep the closed ones out.
 */
export async function untoldCalendars(
  db: Reader,
  { before, atOnce }: { before: string; atOnce: readonly string[] },
): Promise<Untold[]> {
  return db
    .selectFrom('outside_calendars as c')
    .innerJoin('workspaces as w', 'w.workspace_id', 'c.workspace_id')
    .innerJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'c.workspace_id').onRef('m.member_id', '=', 'c.member_id'),
    )
    .selectAll('c')
    .select('w.calendar_stale_minutes')
    .where('m.active', '=', 1)
    .where('c.sync_on', '=', 1)
    .where('c.check_conflicts', '=', 1)
    .where('c.told_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb(eb.fn.coalesce('c.last_success_at', 'c.created_at'), '<', before),
        eb('c.problem', 'in', atOnce),
      ]),
    )
    .orderBy((eb) => eb.fn.coalesce('c.last_success_at', 'c.created_at'))
    .orderBy('c.calendar_id')
    .limit(MOST_AT_ONCE)
    .execute();
}

/** More are told at the next look. */
const MOST_AT_ONCE = 500;

/** Of these members, who was told already of another calendar that still closes them, and when. */
export async function toldBefore(
  tx: Tx,
  workspaceId: string,
  memberIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('outside_calendars')
    .select(['member_id', 'told_at'])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', [...memberIds])
    .where('told_at', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.told_at!]));
}

/** Those that still are as they were found; from now on they are told. */
export async function markTold(
  tx: Tx,
  workspaceId: string,
  found: readonly Untold[],
  now: string,
): Promise<Set<string>> {
  const ids = found.map((one) => one.calendar_id);
  await tx
    .selectFrom('outside_calendars')
    .select('calendar_id')
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', 'in', ids)
    .orderBy('calendar_id')
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .execute();
  const rows = await tx
    .updateTable('outside_calendars')
    .set({ told_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('told_at', 'is', null)
    .where('sync_on', '=', 1)
    .where('check_conflicts', '=', 1)
    .where((eb) =>
      eb.or(
        found.map(({ calendar_id, last_success_at, problem }) =>
          eb.and([
            eb('calendar_id', '=', calendar_id),
            eb('last_success_at', 'is not distinct from', last_success_at),
            eb('problem', 'is not distinct from', problem),
          ]),
        ),
      ),
    )
    .returning('calendar_id')
    .execute();
  return new Set(rows.map((row) => row.calendar_id));
}

/** It closes nobody any more; answers when that was told, if it was and nothing else of that telling remains. */
export async function forgetTold(
  tx: Tx,
  { workspaceId, calendarId }: CalendarKey,
): Promise<{ memberId: string; toldAt: string } | undefined> {
  const before = await tx
    .selectFrom('outside_calendars')
    .select(['member_id', 'told_at'])
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .executeTakeFirst();
  if (!before?.told_at) return undefined;
  await tx
    .updateTable('outside_calendars')
    .set({ told_at: null })
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .execute();
  const other = await tx
    .selectFrom('outside_calendars')
    .select('calendar_id')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', before.member_id)
    .where('told_at', '=', before.told_at)
    .executeTakeFirst();
  return other ? undefined : { memberId: before.member_id, toldAt: before.told_at };
}

/** The member whose calendars they are, and everybody who runs the place. */
export async function readConcerned(
  tx: Tx,
  workspaceId: string,
  memberIds: readonly string[],
): Promise<Member[]> {
  const rows = await tx
    .selectFrom('members')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('active', '=', 1)
    .where((eb) => eb.or([eb('member_id', 'in', [...memberIds]), eb('role', 'in', ['owner', 'admin'])]))
    .orderBy('member_id')
    .execute();
  return rows.map(memberFrom);
}

/** Of these members, about whom a mail of this kind left since then. */
export async function mailedAbout(
  tx: Tx,
  workspaceId: string,
  { kind, memberIds, since }: { kind: string; memberIds: readonly string[]; since: string },
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('notices')
    .select('record_id')
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', 'member')
    .where('record_id', 'in', [...memberIds])
    .where('kind', '=', kind)
    .where('at', '>', since)
    .where('data', 'like', '%"mailed":true%')
    .execute();
  return new Set(rows.map((row) => row.record_id));
}
