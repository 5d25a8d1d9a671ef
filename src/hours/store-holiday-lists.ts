import { sql } from 'kysely';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { Place } from '#platform/http/cursor.ts';
import type { HolidayList, NewHolidayList } from './holiday-list.ts';
import type { Holiday } from './weekly-hours.ts';
import './tables.ts';

export async function insertHolidayList(tx: Tx, workspaceId: string, list: HolidayList): Promise<void> {
  await tx
    .insertInto('holiday_lists')
    .values({
      workspace_id: workspaceId,
      holiday_list_id: list.id,
      ...columnsOf(list),
      version: list.version,
      created_at: list.createdAt,
    })
    .execute();
}

export async function readHolidayList(
  db: Reader,
  workspaceId: string,
  id: string,
): Promise<HolidayList | undefined> {
  const row = await listRow(db, workspaceId, id).executeTakeFirst();
  return row && listFrom(row);
}

/** Reads a list and keeps others from changing it until the act ends. */
export async function lockHolidayList(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<HolidayList | undefined> {
  const row = await listRow(tx, workspaceId, id)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && listFrom(row);
}

function listRow(db: Reader, workspaceId: string, id: string) {
  return db
    .selectFrom('holiday_lists')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('holiday_list_id', '=', id);
}

/** Oldest first; one more than `limit` when there is another page. */
export async function listHolidayLists(
  db: Reader,
  workspaceId: string,
  after: Place | undefined,
  limit: number,
): Promise<HolidayList[]> {
  const rows = await db
    .selectFrom('holiday_lists')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(created_at, holiday_list_id) > (${after!.value}, ${after!.id})`),
    )
    .orderBy('created_at')
    .orderBy('holiday_list_id')
    .limit(limit + 1)
    .execute();
  return rows.map(listFrom);
}

export async function updateHolidayList(
  tx: Tx,
  workspaceId: string,
  { id, version, ...list }: HolidayList,
): Promise<void> {
  await tx
    .updateTable('holiday_lists')
    .set({ ...columnsOf(list), version })
    .where('workspace_id', '=', workspaceId)
    .where('holiday_list_id', '=', id)
    .execute();
}

export async function deleteHolidayList(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx
    .deleteFrom('holiday_lists')
    .where('workspace_id', '=', workspaceId)
    .where('holiday_list_id', '=', id)
    .execute();
}

/** The first few members who keep a list, by name. */
export async function namesKeeping(tx: Tx, workspaceId: string, id: string, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('members')
    .select('name')
    .where('workspace_id', '=', workspaceId)
    .where('holiday_list_id', '=', id)
    .orderBy('name_folded')
    .limit(most)
    .execute();
  return rows.map((row) => row.name);
}

function columnsOf({ name, days }: NewHolidayList) {
  return { name, days: JSON.stringify(days) };
}

function listFrom(row: Row<'holiday_lists'>): HolidayList {
  return {
    id: row.holiday_list_id,
    name: row.name,
    days: JSON.parse(row.days) as Holiday[],
    version: row.version,
    createdAt: row.created_at,
  };
}
