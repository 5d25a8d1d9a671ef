import type { Reader } from '#platform/db/database.ts';
import type { HostState } from './bookable.ts';
import type { FoundLink } from './store-public.ts';
import { linkFrom } from './store.ts';
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
    .$if(memberIds !== undefined, (q) =>
      q.where('l.link_id', 'in', (eb) =>
        eb
          .selectFrom('link_candidates as c')
          .select('c.link_id')
          .where('c.workspace_id', '=', workspaceId)
          .where('c.member_id', 'in', memberIds!),
      ),
    )
    .orderBy('l.link_id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ link: linkFrom(row), holidayDays: row.holiday_days }));
}

/** What decides whether somebody can host: read again on every look, for it changes without the link (B4). */
export async function readHostStates(
  db: Reader,
  workspaceId: string,
  memberIds: string[],
): Promise<Map<string, HostState>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('members as m')
    .leftJoin('member_hours as h', (join) =>
      join.onRef('h.workspace_id', '=', 'm.workspace_id').onRef('h.member_id', '=', 'm.member_id'),
    )
    .select(['m.member_id', 'm.name', 'm.active', 'm.seat', 'm.holiday_list_id', 'h.weekly', 'h.overrides'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.member_id', 'in', memberIds)
    .execute();
  return new Map(rows.map((row) => [row.member_id, stateFrom(row)]));
}

function stateFrom(row: {
  member_id: string;
  name: string;
  active: number;
  seat: number;
  holiday_list_id: string | null;
  weekly: string | null;
  overrides: string | null;
}): HostState {
  return {
    memberId: row.member_id,
    name: row.name,
    active: row.active === 1,
    seat: row.seat === 1,
    hasHours: [row.weekly, row.overrides].some((spans) => spans !== null && spans !== '[]'),
    holidayListId: row.holiday_list_id,
  };
}
