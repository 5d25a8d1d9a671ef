import type { Reader } from '#platform/db/database.ts';
import type { FoundLink } from './store-public.ts';
import { linkFrom } from './store.ts';
import '#hours/tables.ts';
import './tables.ts';

const MOST = 500;

/** Links open for booking in which any of these members is a host, newest first, with their own holidays. */
export async function readOpenLinksOf(
  db: Reader,
  workspaceId: string,
  memberIds: string[],
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
    .where('l.link_id', 'in', (eb) =>
      eb
        .selectFrom('link_candidates as c')
        .select('c.link_id')
        .where('c.workspace_id', '=', workspaceId)
        .where('c.member_id', 'in', memberIds),
    )
    .orderBy('l.link_id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ link: linkFrom(row), holidayDays: row.holiday_days }));
}
