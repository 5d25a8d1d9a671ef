import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { RecordMerged } from '#crm/timeline/facts.ts';
import '#crm/records/tables.ts';
import '#crm/timeline/tables.ts';

/** What belonged to the one belongs to the other; what the one belonged to is among the other's fields. */
export async function carryLinks(tx: Tx, { workspaceId, from, into }: RecordMerged): Promise<void> {
  await sql`insert into record_links (workspace_id, from_kind, from_id, to_kind, to_id)
    select workspace_id, from_kind, from_id, to_kind, cast(${into.id} as text) from record_links
    where workspace_id = ${workspaceId} and to_kind = ${from.kind} and to_id = ${from.id}
    on conflict do nothing`.execute(tx);
  await tx
    .deleteFrom('record_links')
    .where('workspace_id', '=', workspaceId)
    .where('to_kind', '=', from.kind)
    .where('to_id', '=', from.id)
    .execute();
  await tx
    .deleteFrom('record_links')
    .where('workspace_id', '=', workspaceId)
    .where('from_kind', '=', from.kind)
    .where('from_id', '=', from.id)
    .execute();
}

/** Both pasts are one, on the record that is kept and, two steps far, on what it belongs to (P8). */
export async function carryHistory(tx: Tx, { workspaceId, from, into }: RecordMerged): Promise<void> {
  const w = sql`cast(${workspaceId} as text)`;
  await sql`insert into timeline_records (workspace_id, record_kind, record_id, entry_id)
    select ${w}, cast(${into.kind} as text), cast(${into.id} as text), entry_id from timeline_records
    where workspace_id = ${workspaceId} and record_kind = ${from.kind} and record_id = ${from.id}
    on conflict do nothing`.execute(tx);
  await sql`
    with near as (select l.to_kind as kind, l.to_id as id from record_links l
      where l.workspace_id = ${workspaceId} and l.from_kind = ${into.kind} and l.from_id = ${into.id}),
    far as (select l.to_kind as kind, l.to_id as id from near n cross join record_links l
      where l.workspace_id = ${workspaceId} and l.from_kind = n.kind and l.from_id = n.id)
    insert into timeline_records (workspace_id, record_kind, record_id, entry_id)
    select ${w}, p.kind, p.id, t.entry_id
    from (select kind, id from near union select kind, id from far) as p cross join timeline_records t
    where t.workspace_id = ${workspaceId} and t.record_kind = ${into.kind} and t.record_id = ${into.id}
    on conflict do nothing`.execute(tx);
}

/** How many addresses the two have together. */
export async function countAddresses(tx: Tx, { workspaceId, from, into }: RecordMerged): Promise<number> {
  const { n } = await tx
    .selectFrom('addresses')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', into.kind)
    .where('record_id', 'in', [into.id, from.id])
    .executeTakeFirstOrThrow();
  return n;
}

/** The one's own preferred address stays that; the other's is one among them. */
export async function keepOnePreferred(tx: Tx, { workspaceId, from, into }: RecordMerged): Promise<void> {
  const hasOwn = sql<boolean>`exists (select 1 from addresses o where o.workspace_id = ${workspaceId}
    and o.record_kind = ${into.kind} and o.record_id = ${into.id} and o.preferred = 1)`;
  await tx
    .updateTable('addresses')
    .set((eb) => ({ preferred: 0 as const, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', from.kind)
    .where('record_id', '=', from.id)
    .where('preferred', '=', 1)
    .where(hasOwn)
    .execute();
}

/** From now on, whoever asks for the one is told of the other; so is who asks for one that became the one before. */
export async function rememberMerge(
  tx: Tx,
  { workspaceId, from, into }: RecordMerged,
  { at, by }: { at: string; by: string },
): Promise<void> {
  await tx
    .updateTable('record_merges')
    .set({ into_id: into.id })
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', from.kind)
    .where('into_id', '=', from.id)
    .execute();
  await tx
    .insertInto('record_merges')
    .values({
      workspace_id: workspaceId,
      record_kind: from.kind,
      from_id: from.id,
      into_id: into.id,
      by_id: by,
      at,
    })
    .execute();
}
