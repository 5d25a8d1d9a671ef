import { sql } from 'kysely';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import {
  CONVERTED,
  PICKLISTS,
  rondosOwn,
  type Choice,
  type Outcome,
  type PicklistName,
  type StrictList,
} from './picklist.ts';
import './tables.ts';

/** The choices of a list in their order. */
export async function readPicklist(db: Reader, workspaceId: string, list: PicklistName): Promise<Choice[]> {
  const rows = await rowsOf(db, workspaceId).where('list', '=', list).execute();
  return choicesFrom(list, rows);
}

/** Every list of a workspace, in one statement. */
export async function readPicklists(
  db: Reader,
  workspaceId: string,
): Promise<{ list: PicklistName; choices: Choice[] }[]> {
  const rows = Map.groupBy(await rowsOf(db, workspaceId).execute(), ({ list }) => list);
  return PICKLISTS.map((list) => ({ list, choices: choicesFrom(list, rows.get(list) ?? []) }));
}

/** The whole list from now on; an empty one is Rondo's own again. */
export async function replacePicklist(
  tx: Tx,
  workspaceId: string,
  list: PicklistName,
  choices: readonly Choice[],
): Promise<void> {
  await tx
    .deleteFrom('picklist_choices')
    .where('workspace_id', '=', workspaceId)
    .where('list', '=', list)
    .execute();
  if (choices.length === 0) return;
  const rows = choices.map(({ key, label, builtIn, probability, outcome }, position) => ({
    workspace_id: workspaceId,
    list,
    key,
    label: builtIn ? '' : label,
    position,
    probability,
    outcome,
  }));
  await tx.insertInto('picklist_choices').values(rows).execute();
}

const HOLDERS = {
  leadStatus: { table: 'leads', column: 'status' },
  dealStage: { table: 'deals', column: 'stage' },
} as const satisfies Record<StrictList, object>;

/** How many live records hold something that these choices do not have. */
export async function countOthers(
  tx: Tx,
  workspaceId: string,
  list: StrictList,
  keys: readonly string[],
): Promise<number> {
  const { table, column } = HOLDERS[list];
  // A record that goes to a stage while it is taken away would stand nowhere.
  if (isPostgres(tx)) await sql`lock table ${sql.table(table)} in share mode`.execute(tx);
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}
    where workspace_id = ${workspaceId} and deleted_at is null
    and ${sql.ref(column)} not in (${sql.join([...keys, CONVERTED])})`.execute(tx);
  return rows[0]!.count;
}

function rowsOf(db: Reader, workspaceId: string) {
  return db
    .selectFrom('picklist_choices')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('position');
}

function choicesFrom(list: PicklistName, rows: readonly Row<'picklist_choices'>[]): Choice[] {
  const own = rondosOwn(list);
  if (rows.length === 0) return [...own];
  return rows.map(({ key, label, probability, outcome }) => ({
    key,
    label: label || (own.find((choice) => choice.key === key)?.label ?? key),
    builtIn: label === '',
    probability,
    outcome: outcome as Outcome | null,
  }));
}
