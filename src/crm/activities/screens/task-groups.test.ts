import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskGroups } from './task-groups.ts';

test('P6: tasks stand under overdue, today, later and without a date, each in their order', () => {
  const task = (id: string, dueAt: string | null, overdue = false) => ({ id, dueAt, overdue });
  const tasks = [
    task('late', '2026-12-01T08:00:00Z', true),
    task('late too', '2026-12-01T09:00:00Z', true),
    task('today', '2026-12-01T18:00:00Z'),
    task('later', '2026-12-02T08:00:00Z'),
    task('some day', null),
  ];
  const isToday = (instant: string) => instant.startsWith('2026-12-01');
  const named = (given: typeof tasks) =>
    taskGroups(given, isToday).map(([group, of]) => [group, of.map(({ id }) => id)]);
  assert.deepEqual(named(tasks), [
    ['overdue', ['late', 'late too']],
    ['today', ['today']],
    ['later', ['later']],
    ['undated', ['some day']],
  ]);
  assert.deepEqual(named([]), []);
  assert.deepEqual(named([tasks[4]!]), [['undated', ['some day']]]);
});
