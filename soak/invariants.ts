import assert from 'node:assert/strict';
import type { Database } from '../src/platform/db/database.ts';
import { cellsOf } from '../src/bookings/claim.ts';
import '../src/bookings/tables.ts';

/**
 * What must hold whatever raced, failed or died: no host twice at once, every meeting that stands whole with all
 * its cells, none that does not stand with any.
 */
export async function checkInvariants(database: Database): Promise<void> {
  const db = database.read;
  const now = new Date().toISOString();
  const bookings = await db
    .selectFrom('bookings')
    .select(['booking_id', 'status', 'expires_at', 'end_minute'])
    .execute();
  const hosts = await db.selectFrom('booking_hosts').selectAll().execute();
  const claims = await db.selectFrom('claims').select(['booking_id', 'host_id', 'cell']).execute();
  const told = new Set(
    (await db.selectFrom('assignments').select('booking_id').execute()).map((row) => row.booking_id),
  );
  const kept = new Set(
    (await db.selectFrom('booking_history').select('booking_id').execute()).map((row) => row.booking_id),
  );
  const hostsOf = Map.groupBy(hosts, (row) => row.booking_id);
  const cellsByBooking = Map.groupBy(claims, (row) => row.booking_id);
  for (const { booking_id: id, status, expires_at } of bookings) {
    assert.ok(told.has(id) && kept.has(id), `booking ${id} is without reasons or history`);
    const own = hostsOf.get(id) ?? [];
    assert.ok(own.length > 0, `booking ${id} has no host`);
    const stands = status === 'scheduled' || (status === 'unverified' && expires_at! > now);
    const wanted = stands ? own.flatMap((row) => cellNames(row.host_id, row.claim_start, row.claim_end)) : [];
    const found = (cellsByBooking.get(id) ?? []).map((row) => `${row.host_id}:${row.cell}`);
    if (stands || status === 'cancelled' || status === 'expired') {
      assert.deepEqual(found.toSorted(), wanted.toSorted(), `booking ${id} (${status}) and its cells`);
    }
  }
  checkNobodyTwice(
    hosts.filter((row) => row.holding === 1 && (row.expires_at === null || row.expires_at > now)),
  );
}

function cellNames(hostId: string, start: number, end: number): string[] {
  const { first, last } = cellsOf({ start, end });
  return Array.from({ length: last - first + 1 }, (_, index) => `${hostId}:${first + index}`);
}

function checkNobodyTwice(rows: { host_id: string; claim_start: number; claim_end: number }[]): void {
  for (const [host, own] of Map.groupBy(rows, (row) => row.host_id)) {
    const sorted = own.toSorted((one, other) => one.claim_start - other.claim_start);
    sorted.forEach((row, index) => {
      const before = sorted[index - 1];
      assert.ok(
        !before || before.claim_end <= row.claim_start,
        `host ${host} is booked twice at minute ${row.claim_start}`,
      );
    });
  }
}

/** How many mails of each kind were written. */
export async function mailsByKind(database: Database): Promise<Record<string, number>> {
  const rows = await database.read
    .selectFrom('mails')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('count')] as const)
    .groupBy('kind')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.kind, row.count]));
}
