import type { Reader } from '#platform/db/database.ts';
import type { Link } from '#links/link.ts';
import '#hours/tables.ts';

/** The days (JSON) of the holiday lists that links name, by list. */
export async function readHolidayDays(
  db: Reader,
  workspaceId: string,
  links: readonly Pick<Link, 'holidayListId'>[],
): Promise<Map<string, string>> {
  const ids = [...new Set(links.flatMap(({ holidayListId }) => holidayListId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('holiday_lists')
    .select(['holiday_list_id', 'days'])
    .where('workspace_id', '=', workspaceId)
    .where('holiday_list_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.holiday_list_id, row.days]));
}
