import type { Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import { flag, type NewRow } from '#platform/db/tables.ts';
import { cellsOf, claimRows, type ClaimSpan } from './claim.ts';
import './tables.ts';

export interface NewClaims {
  workspaceId: string;
  bookingId: string;
  /** ISO instant at which a hold gives way; null = for good. */
  expiresAt: string | null;
  spans: ClaimSpan[];
}

/** SQLite's limit of variables in one statement, with room to spare. */
const ROWS_A_STATEMENT = 6_000;

/**
 * Claims every cell or says no. The primary key (workspace, host, cell) is the promise that no host is booked
 * twice; the caller stands at a savepoint and takes the rows back when the answer is false.
 */
export async function insertClaims(tx: Tx, claims: NewClaims): Promise<boolean> {
  const rows = claimRows(claims.spans);
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const part = rows.slice(from, from + ROWS_A_STATEMENT);
    const { numAffectedRows } = await insertCells(
      tx,
      part.map(({ hostId, cell }) => ({
        workspace_id: claims.workspaceId,
        host_id: hostId,
        cell,
        booking_id: claims.bookingId,
        expires_at: claims.expiresAt,
      })),
    );
    if (Number(numAffectedRows) < part.length) return false;
  }
  return true;
}

const insertCells = prepared((db, rows: NewRow<'claims'>[]) =>
  db
    .insertInto('claims')
    .values(rows)
    .onConflict((oc) => oc.columns(['workspace_id', 'host_id', 'cell']).doNothing()),
);

/** Expired holds give way to whoever books, before any clean-up has run (F3). */
export async function deleteExpiredClaims(
  tx: Tx,
  workspaceId: string,
  spans: ClaimSpan[],
  now: string,
): Promise<void> {
  await deleteExpired(tx, { workspaceId, hostIds: hostsOf(spans), ...outerCells(spans), now });
}

interface Cells {
  workspaceId: string;
  hostIds: string[];
  /** Both included. */
  first: number;
  last: number;
}

const deleteExpired = prepared((db, { workspaceId, hostIds, first, last, now }: Cells & { now: string }) =>
  db
    .deleteFrom('claims')
    .where('workspace_id', '=', workspaceId)
    .where('host_id', 'in', hostIds)
    .where('cell', '>=', first)
    .where('cell', '<=', last)
    .where('expires_at', '<=', now),
);

/** Which of these hosts somebody else holds in these spans. */
export async function claimedHosts(tx: Tx, workspaceId: string, spans: ClaimSpan[]): Promise<string[]> {
  const { first, last } = outerCells(spans);
  const rows = await tx
    .selectFrom('claims')
    .select('host_id')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('host_id', 'in', hostsOf(spans))
    .where('cell', '>=', first)
    .where('cell', '<=', last)
    .execute();
  return rows.map((row) => row.host_id);
}

export async function deleteClaims(tx: Tx, workspaceId: string, bookingId: string): Promise<void> {
  await tx
    .deleteFrom('claims')
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', bookingId)
    .execute();
}

/** Cells of the past claim nothing any more. */
export async function pruneClaims(tx: Tx, workspaceId: string, beforeCell: number): Promise<void> {
  await tx
    .deleteFrom('claims')
    .where('workspace_id', '=', workspaceId)
    .where('cell', '<', beforeCell)
    .execute();
}

export interface Holding {
  workspaceId: string;
  bookingId: string;
  expiresAt: string | null;
  linkId: string | null;
  madeAt: string;
  /** With the rotation that filled the chair (R6). */
  hosts: (ClaimSpan & { chair: number; rotationId: string | null })[];
}

/** Who holds the meeting, with the claimed span as numbers. */
export async function writeHosts(tx: Tx, held: Holding): Promise<void> {
  await insertHosts(
    tx,
    held.hosts.map(({ hostId, chair, start, end, rotationId }) => ({
      workspace_id: held.workspaceId,
      booking_id: held.bookingId,
      host_id: hostId,
      chair,
      claim_start: start,
      claim_end: end,
      holding: flag(true),
      expires_at: held.expiresAt,
      link_id: held.linkId,
      made_at: held.madeAt,
      rotation_id: rotationId,
    })),
  );
}

const insertHosts = prepared((db, rows: NewRow<'booking_hosts'>[]) =>
  db.insertInto('booking_hosts').values(rows),
);

export async function deleteHosts(tx: Tx, workspaceId: string, bookingId: string): Promise<void> {
  await tx
    .deleteFrom('booking_hosts')
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', bookingId)
    .execute();
}

/** A booking lets its time go, in every link at once (E9); its hosts stay on record. */
export async function releaseTime(tx: Tx, workspaceId: string, bookingId: string): Promise<void> {
  await deleteClaims(tx, workspaceId, bookingId);
  await tx
    .updateTable('booking_hosts')
    .set({ holding: flag(false), expires_at: null })
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', bookingId)
    .execute();
}

function hostsOf(spans: ClaimSpan[]): string[] {
  return [...new Set(spans.map((span) => span.hostId))];
}

function outerCells(spans: ClaimSpan[]): { first: number; last: number } {
  const cells = spans.map(cellsOf);
  return { first: Math.min(...cells.map((c) => c.first)), last: Math.max(...cells.map((c) => c.last)) };
}
