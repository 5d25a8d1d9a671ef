import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fairnessSearch } from './fairness-search.ts';
import { periodDays } from './period-days.ts';

test('a week is Monday to Sunday, a month and a quarter end on their last date, over the end of a year too', () => {
  assert.deepEqual(periodDays('week', '2026-12-01'), { from: '2026-11-30', to: '2026-12-06' });
  assert.deepEqual(periodDays('week', '2027-01-03'), { from: '2026-12-28', to: '2027-01-03' });
  assert.deepEqual(periodDays('month', '2028-02-10'), { from: '2028-02-01', to: '2028-02-29' });
  assert.deepEqual(periodDays('month', '2026-12-31'), { from: '2026-12-01', to: '2026-12-31' });
  assert.deepEqual(periodDays('quarter', '2026-12-01'), { from: '2026-10-01', to: '2026-12-31' });
  assert.deepEqual(periodDays('quarter', '2026-02-28'), { from: '2026-01-01', to: '2026-03-31' });
});

test('two dates come before a named period; what makes no sense is left out', () => {
  const dates = { from: '2026-12-01', to: '2026-12-07' };
  assert.deepEqual(fairnessSearch({ ...dates, period: 'week', linkId: 'a', rotationId: 'b' }), {
    ...dates,
    linkId: 'a',
  });
  assert.deepEqual(fairnessSearch({ from: dates.to, to: dates.from, period: 'week' }), { period: 'week' });
  assert.deepEqual(fairnessSearch({ period: 'year', from: 'x', linkId: 3 }), {});
});
