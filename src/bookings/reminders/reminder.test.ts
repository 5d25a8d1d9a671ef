import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minuteFromIso } from '#engine/minutes.ts';
import { dueMinute, momentOf, remindersFrom } from './reminder.ts';

const minute = (iso: string): number => minuteFromIso(iso)!;
const dayBefore = { timing: 'before', minutes: 1440 } as const;

test('B7: 24 hours before are 24 hours, also across the night in which clocks change', () => {
  // Paris puts its clocks back on 25 October 2026: Monday 09:00 is 24 hours after Sunday 09:00, and 25 after 08:00.
  const monday = { start: minute('2026-10-26T08:00:00Z'), end: minute('2026-10-26T08:30:00Z') };
  assert.equal(momentOf(dayBefore, monday), minute('2026-10-25T08:00:00Z'));
  // Sunday of the change itself at 09:00 Paris: a day earlier the wall shows 10:00.
  const sunday = { start: minute('2026-10-25T08:00:00Z'), end: minute('2026-10-25T08:30:00Z') };
  assert.equal(momentOf(dayBefore, sunday), minute('2026-10-24T08:00:00Z'));
});

test('B7: a reminder counts from the start, a follow-up from the end', () => {
  const meeting = { start: 10_000, end: 10_045 };
  assert.equal(momentOf({ timing: 'before', minutes: 60 }, meeting), 9_940);
  assert.equal(momentOf({ timing: 'after', minutes: 0 }, meeting), 10_045);
  assert.equal(momentOf({ timing: 'after', minutes: 60 }, meeting), 10_105);
});

test('B7: what would leave now or before is not made', () => {
  const meeting = { start: 10_000, end: 10_030 };
  assert.equal(dueMinute({ timing: 'before', minutes: 60 }, meeting, 9_939), 9_940);
  assert.equal(dueMinute({ timing: 'before', minutes: 60 }, meeting, 9_940), null);
  assert.equal(dueMinute({ timing: 'before', minutes: 60 }, meeting, 9_970), null);
});

test('B7: a reminder for both is one for each', () => {
  const both = remindersFrom([{ minutes: 60, when: 'before', to: 'both', text: 'Bring a pen.' }]);
  assert.deepEqual(
    both.map(({ recipient, ownText }) => [recipient, ownText]),
    [
      ['visitor', 'Bring a pen.'],
      ['host', 'Bring a pen.'],
    ],
  );
});
