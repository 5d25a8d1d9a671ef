import { isStale } from '#calendars/outside/staleness.ts';
import { calendarsReadAt, staleMinutes } from '#calendars/outside/store-staleness.ts';
import type { Clock } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import type { HostState } from './bookable.ts';
import type { FoundLink } from './store-public.ts';
import { linkFrom } from './store.ts';
import { withRotations } from './store-rotations.ts';
import '#rotations/tables.ts';
import '#hours/tables.ts';
import '#people/tables.ts';
import './tables.ts';

const MOST = 500;

/** Links open for booking, newest first, with their own holidays; with `memberIds` those with such a host. */
export async function readOpenLinks(
  db: Reader,
  workspaceId: string,
  memberIds?: string[],
): Promise<Pick<FoundLink, 'link' | 'holidayDays'>[]> {
  const rows = await db
    .selectFrom('links as l')
    .leftJoin('holiday_lists as h', (join) =>
      join
        .onRef('h.workspace_id', '=', 'l.workspace_id')
        .onRef('h.holiday_list_id', '=', 'l.holiday_list_id'),
    )
    .selectAll('l')
    .select('h.days as holiday_days')
    .where('l.workspace_id', '=', workspaceId)
    .where('l.active', '=', 1)
    .where('l.deleted_at', 'is', null)
    .$if(memberIds !== undefined, (q) => q.where('l.link_id', 'in', linksWith(db, workspaceId, memberIds!)))
    .orderBy('l.link_id', 'desc')
    .limit(MOST)
    .execute();
  const links = await withRotations(db, workspaceId, rows.map(linkFrom));
  return links.map((link, at) => ({ link, holidayDays: rows[at]!.holiday_days }));
}

/** Links that one of the members may hold meetings of, by name or through a rotation. */
function linksWith(db: Reader, workspaceId: string, memberIds: string[]) {
  const named = db
    .selectFrom('link_candidates as c')
    .select('c.link_id')
    .where('c.workspace_id', '=', workspaceId)
    .where('c.member_id', 'in', memberIds);
  const rotated = db
    .selectFrom('link_rotations as r')
    .innerJoin('rotation_hosts as m', (join) =>
      join.onRef('m.workspace_id', '=', 'r.workspace_id').onRef('m.rotation_id', '=', 'r.rotation_id'),
    )
    .select('r.link_id')
    .where('r.workspace_id', '=', workspaceId)
    .where('m.member_id', 'in', memberIds);
  return named.union(rotated);
}

/** What decides whether somebody can host: read again on every look, for it changes without the link (B4). */
export async function readHostStates(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  workspaceId: string,
  memberIds: string[],
): Promise<Map<string, HostState>> {
  if (memberIds.length === 0) return new Map();
  const rows = await hostRows(db.read, workspaceId).where('m.member_id', 'in', memberIds).execute();
  return new Map(rows.map((row) => [row.member_id, stateFrom(row, clock)]));
}

const MOST_MEMBERS = 2_000;

/** The same of everybody who works or worked here, by name. */
export async function readEveryHostState(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  workspaceId: string,
): Promise<HostState[]> {
  const rows = await hostRows(db.read, workspaceId)
    .orderBy('m.name')
    .orderBy('m.member_id')
    .limit(MOST_MEMBERS)
    .execute();
  return rows.map((row) => stateFrom(row, clock));
}

function hostRows(db: Reader, workspaceId: string) {
  return db
    .selectFrom('members as m')
    .leftJoin('member_hours as h', (join) =>
      join.onRef('h.workspace_id', '=', 'm.workspace_id').onRef('h.member_id', '=', 'm.member_id'),
    )
    .select(['m.member_id', 'm.name', 'm.active', 'm.seat', 'm.holiday_list_id', 'h.weekly', 'h.overrides'])
    .select([calendarsReadAt.as('calendars_read_at'), staleMinutes.as('stale_minutes')])
    .where('m.workspace_id', '=', workspaceId);
}

type StateRow = Awaited<ReturnType<ReturnType<typeof hostRows>['execute']>>[number];

function stateFrom(row: StateRow, clock: Clock): HostState {
  return {
    memberId: row.member_id,
    name: row.name,
    active: row.active === 1,
    seat: row.seat === 1,
    hasHours: [row.weekly, row.overrides].some((spans) => spans !== null && spans !== '[]'),
    holidayListId: row.holiday_list_id,
    calendarStale: isStale(row, clock),
  };
}
