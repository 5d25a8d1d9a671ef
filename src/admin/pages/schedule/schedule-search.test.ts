import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordAt } from './record-at.ts';
import { scheduleSearch } from './schedule-search.ts';

test('an address says from which record, through which rotation, with whom and when; nonsense is left out', () => {
  const whole = { kind: 'deal', id: 'd1', rotationId: 'r1', hostId: 'm1', date: '2026-12-07' };
  assert.deepEqual(scheduleSearch(whole), whole);
  assert.deepEqual(scheduleSearch({ kind: 'member', id: 'm1', date: '2026-02-31', hostId: '' }), {});
  assert.deepEqual(scheduleSearch({ kind: 'deal' }), {});
});

test('the page of a record is known by its path, with and without the app’s own beginning', () => {
  assert.deepEqual(recordAt('/admin/deals/d1'), { kind: 'deal', id: 'd1' });
  assert.deepEqual(recordAt('/companies/c1'), { kind: 'company', id: 'c1' });
  assert.deepEqual([recordAt('/admin/deals'), recordAt('/bookings/b1'), recordAt('/')], [null, null, null]);
});
