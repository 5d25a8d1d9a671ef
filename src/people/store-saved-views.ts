import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { flag, type Flag, type NewRow, type Row } from '#platform/db/tables.ts';
import type { SavedView, ViewList } from './saved-view.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    saved_views: {
      workspace_id: string;
      view_id: string;
      owner_id: string;
      list: string;
      name: string;
      /** JSON of texts by the names of filters. */
      filter: string;
      shared: Flag;
      version: number;
      created_at: string;
    };
  }
}

export async function insertView(tx: Tx, view: SavedView): Promise<void> {
  await tx.insertInto('saved_views').values(rowFrom(view)).execute();
}

export async function updateView(tx: Tx, view: SavedView): Promise<void> {
  const { workspace_id, view_id, created_at: _kept, ...row } = rowFrom(view);
  await tx
    .updateTable('saved_views')
    .set(row)
    .where('workspace_id', '=', workspace_id)
    .where('view_id', '=', view_id)
    .execute();
}

export async function deleteView(tx: Tx, workspaceId: string, viewId: string): Promise<void> {
  await tx
    .deleteFrom('saved_views')
    .where('workspace_id', '=', workspaceId)
    .where('view_id', '=', viewId)
    .execute();
}

/** Inside a transaction others wait until the act ends. */
export async function readView(
  db: Reader,
  workspaceId: string,
  viewId: string,
): Promise<SavedView | undefined> {
  const row = await db
    .selectFrom('saved_views')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('view_id', '=', viewId)
    .$if(isPostgres(db) && db.isTransaction, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && viewFrom(row);
}

/** A member's own views and those shared by others, oldest first; where there are too many, others' are left out. */
export async function listViews(
  db: Reader,
  workspaceId: string,
  { memberId, list }: { memberId: string; list?: ViewList },
  limit: number,
): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_views')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('owner_id', '=', memberId), eb('shared', '=', 1)]))
    .$if(list !== undefined, (query) => query.where('list', '=', list!))
    .orderBy((eb) => eb.case().when('owner_id', '=', memberId).then(0).else(1).end())
    .orderBy('view_id')
    .limit(limit)
    .execute();
  return rows.map(viewFrom).toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

export async function countViews(db: Reader, workspaceId: string, ownerId: string): Promise<number> {
  const { count } = await db
    .selectFrom('saved_views')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('owner_id', '=', ownerId)
    .executeTakeFirstOrThrow();
  return count;
}

function rowFrom(view: SavedView): NewRow<'saved_views'> {
  return {
    workspace_id: view.workspaceId,
    view_id: view.id,
    owner_id: view.ownerId,
    list: view.list,
    name: view.name,
    filter: JSON.stringify(view.filter),
    shared: flag(view.shared),
    version: view.version,
    created_at: view.createdAt,
  };
}

function viewFrom(row: Row<'saved_views'>): SavedView {
  return {
    workspaceId: row.workspace_id,
    id: row.view_id,
    ownerId: row.owner_id,
    list: row.list as ViewList,
    name: row.name,
    filter: JSON.parse(row.filter) as Record<string, string>,
    shared: row.shared === 1,
    version: row.version,
    createdAt: row.created_at,
  };
}
