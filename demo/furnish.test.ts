import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readConfig } from '../src/platform/config.ts';
import { logTo } from '../src/platform/log.ts';
import { openPlatform } from '../src/platform/open.ts';
import { listBookings } from '../src/bookings/store-lists.ts';
import { statusAt } from '../src/bookings/booking.ts';
import { readOnlyWorkspace } from '../src/people/store-workspaces.ts';
import { movableClock } from './clean-slate.ts';
import { furnish } from './furnish.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'rondo-furnish-'));
after(() => rmSync(dataDir, { recursive: true, force: true }));

test('the demonstration shows every state of a booking, on the night the clocks go forward too', async () => {
  const now = '2027-03-28T01:17:11.123Z';
  const config = readConfig({ DATA_DIR: dataDir, RONDO_SETUP_TOKEN: 'set-up-token' });
  const { apiKey, manageToken, holdToken } = await furnish(config, now);
  assert.match(apiKey, /^rondo_/);
  assert.notEqual(manageToken, holdToken);
  const silent = logTo(() => {}, 'silent');
  const { db } = await openPlatform(config, { clock: movableClock(now), log: silent });
  const { id } = (await readOnlyWorkspace(db.read))!;
  const at = { iso: now, minute: Math.floor(Date.parse(now) / 60_000) };
  const bookings = await listBookings(db.read, id, { now: at }, { limit: 500, descending: false });
  await db.close();
  const states = new Set(bookings.map((booking) => statusAt(booking, now)));
  assert.deepEqual([...states].toSorted(), [
    'cancelled',
    'completed',
    'expired',
    'no-show',
    'scheduled',
    'unverified',
  ]);
  assert.ok(bookings.some((booking) => booking.sequence > 0 && booking.status === 'scheduled'));
  assert.ok(new Set(bookings.flatMap((booking) => booking.hostIds)).size >= 5);
  assert.ok(bookings.length > 60, `${bookings.length} bookings`);
});
