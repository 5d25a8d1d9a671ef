import { sql } from 'kysely';
import type { Place } from '#platform/http/cursor.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { Absence, NewAbsence } from './absence.ts';
import './tables.ts';

/** One absence of one member. */
export interface AbsenceKey {
  workspaceId: string;
  memberId: string;
  id: string;
}

export async function insertAbsence(tx: Tx, key: AbsenceKey, absence: NewAbsence, at: string): Promise<void> {
  await tx
    .insertInto('absences')
    .values({
      workspace_id: key.workspaceId,
      absence_id: key.id,
      member_id: key.memberId,
      ...columnsOf(absence),
      created_at: at,
    })
    .execute();
}

export async function readAbsence(db: Reader, key: AbsenceKey): Promise<Absence | undefined> {
  const row = await db
    .selectFrom('absences')
    .selectAll()
    .where('workspace_id', '=', key.workspaceId)
    .where('member_id', '=', key.memberId)
    .where('absence_id', '=', key.id)
    .executeTakeFirst();
  return row && absenceFrom(row);
}

export async function updateAbsence(tx: Tx, key: AbsenceKey, absence: NewAbsence): Promise<void> {
  await tx
    .updateTable('absences')
    .set(columnsOf(absence))
    .where('workspace_id', '=', key.workspaceId)
    .where('member_id', '=', key.memberId)
    .where('absence_id', '=', key.id)
    .execute();
}

/** False when there was none. */
export async function deleteAbsence(tx: Tx, key: AbsenceKey): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('absences')
    .where('workspace_id', '=', key.workspaceId)
    .where('member_id', '=', key.memberId)
    .where('absence_id', '=', key.id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export interface AbsenceFilter {
  /** Only those that meet these dates, both inclusive. */
  from?: string;
  to?: string;
  after?: Place;
  limit: number;
}

/** A member's absences by their first date; one more than `limit` when there is another page. */
export async function listAbsences(
  db: Reader,
  workspaceId: string,
  memberId: string,
  { from, to, after, limit }: AbsenceFilter,
): Promise<Absence[]> {
  const rows = await db
    .selectFrom('absences')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .$if(from !== undefined, (q) => q.where('to_date', '>=', from!))
    .$if(to !== undefined, (q) => q.where('from_date', '<=', to!))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(from_date, absence_id) > (${after!.value}, ${after!.id})`),
    )
    .orderBy('from_date')
    .orderBy('absence_id')
    .limit(limit + 1)
    .execute();
  return rows.map(absenceFrom);
}

function columnsOf({ from, to, reason }: NewAbsence) {
  return { from_date: from, to_date: to, reason };
}

function absenceFrom(row: Row<'absences'>): Absence {
  return {
    id: row.absence_id,
    from: row.from_date,
    to: row.to_date,
    reason: row.reason,
    createdAt: row.created_at,
  };
}
