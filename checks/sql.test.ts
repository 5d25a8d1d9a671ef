import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectNone } from './expect-none.ts';
import { findSqlOutsideStores } from './doors.ts';
import { readCode } from './sources.ts';

test('Law 3: only store.ts speaks SQL', () => {
  expectNone(findSqlOutsideStores(readCode('src')));
});

test('Law 3 can be broken: by a query, a raw statement or a driver outside a store', () => {
  const found = (path: string, text: string) => findSqlOutsideStores([{ path, text }]).length;
  assert.equal(found('src/bookings/cancel.ts', "await db.selectFrom('bookings').execute();"), 1);
  assert.equal(found('src/bookings/cancel.ts', 'await sql<{ id: string }>`select 1`.execute(db);'), 1);
  assert.equal(found('src/bookings/cancel.ts', "import { Client } from 'pg';"), 1);
  assert.equal(found('src/bookings/cancel.ts', "import type { Transaction } from 'kysely';"), 0);
  assert.equal(found('src/bookings/store.ts', "await db.deleteFrom('claims').execute();"), 0);
  assert.equal(found('src/bookings/store-claims.ts', "await db.deleteFrom('claims').execute();"), 0);
});
