import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstHourFor } from './first-hour.ts';

test('L7: who comes for a meeting finds it on the screen, whatever its hour', () => {
  const at = (time: string) => firstHourFor(`2026-12-01T${time}:00Z`, 'UTC');
  assert.deepEqual(['08:00', '12:30', '16:55'].map(at), [8, 8, 8]);
  assert.deepEqual(['07:45', '03:00', '00:00'].map(at), [6, 2, 0]);
  assert.deepEqual(['17:00', '19:30', '23:30'].map(at), [14, 14, 14]);
});
