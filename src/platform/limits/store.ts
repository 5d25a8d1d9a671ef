import type { Reader, Tx } from '../db/database.ts';
import { inSlices } from '../db/in-slices.ts';
import { prepared } from '../db/prepared.ts';
import type { NewRow } from '../db/tables.ts';
import './tables.ts';

/** Adds one to a counter of a fixed window and tells the new value. Shared by all processes. */
export async function countUp(
  tx: Tx,
  workspaceId: string,
  name: string,
  windowStart: string,
): Promise<number> {
  const { rows } = await addOne(tx, { workspace_id: workspaceId, name, window_start: windowStart, value: 1 });
  return rows[0]!.value;
}

const addOne = prepared((db, row: NewRow<'counters'>) =>
  db
    .insertInto('counters')
    .values(row)
    .onConflict((oc) =>
      oc
        .columns(['workspace_id', 'name', 'window_start'])
        .doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })),
    )
    .returning('value'),
);

/** Adds one to each of several counters, in the order of their names, so that two who count never wait for each other. */
export async function countUpEach(
  tx: Tx,
  workspaceId: string,
  names: readonly string[],
  windowStart: string,
): Promise<void> {
  const rows = [...new Set(names)].toSorted().map((name) => ({
    workspace_id: workspaceId,
    name,
    window_start: windowStart,
    value: 1,
  }));
  for (const some of inSlices(rows)) {
    await tx
      .insertInto('counters')
      .values(some)
      .onConflict((oc) =>
        oc
          .columns(['workspace_id', 'name', 'window_start'])
          .doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })),
      )
      .execute();
  }
}

/** Gives one back, when what was counted turned out to be no misuse. */
export async function countDown(
  tx: Tx,
  workspaceId: string,
  name: string,
  windowStart: string,
): Promise<void> {
  await tx
    .updateTable('counters')
    .set((eb) => ({ value: eb('value', '-', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', name)
    .where('window_start', '=', windowStart)
    .where('value', '>', 0)
    .execute();
}

export async function readCounter(
  db: Reader,
  workspaceId: string,
  name: string,
  windowStart: string,
): Promise<number> {
  const row = await db
    .selectFrom('counters')
    .select('value')
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', name)
    .where('window_start', '=', windowStart)
    .executeTakeFirst();
  return row?.value ?? 0;
}

/** Counters older than `before` decide nothing any more. */
export async function pruneCounters(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('counters').where('window_start', '<', before).execute();
}
