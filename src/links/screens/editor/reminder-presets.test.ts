import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unlike } from './reminder-presets.ts';

const dayBefore = { minutes: 1440, when: 'before', to: 'visitor' } as const;

test('B7: a reminder that is added goes to nobody at a time at which they have one already', () => {
  assert.deepEqual(unlike(dayBefore, []), dayBefore);
  assert.equal(unlike(dayBefore, [{ ...dayBefore, to: 'host' }]).minutes, 1440);
  assert.equal(unlike(dayBefore, [{ ...dayBefore, to: 'both' }]).minutes, 1500);
  assert.equal(unlike(dayBefore, [dayBefore, { ...dayBefore, minutes: 1500 }]).minutes, 1560);
  assert.equal(unlike(dayBefore, [{ ...dayBefore, when: 'after' }]).minutes, 1440);
});
