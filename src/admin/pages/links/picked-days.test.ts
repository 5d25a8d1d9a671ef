import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickedDays, windowsOf } from './picked-days.ts';

const time = (date: string, hour: number) => ({
  start: `${date}T${String(hour).padStart(2, '0')}:00:00Z`,
  end: `${date}T${hour}:30:00Z`,
});
const dateOf = (start: string) => start.slice(0, 10);
const now = '2026-12-02T10:00:00.000Z';

test('L3: picked times stand day by day, in order, each free, taken or past', () => {
  const times = [
    time('2026-12-03', 9),
    time('2026-12-02', 15),
    time('2026-12-02', 9),
    time('2026-12-02', 10),
  ];
  const days = pickedDays(times, { free: new Set(['2026-12-03T09:00:00Z']), now, dateOf });
  assert.deepEqual(
    days.map(({ date, times: ofDay }) => [
      date,
      ofDay.map(({ start, state }) => [start.slice(11, 13), state]),
    ]),
    [
      [
        '2026-12-02',
        [
          ['09', 'past'],
          ['10', 'taken'],
          ['15', 'taken'],
        ],
      ],
      ['2026-12-03', [['09', 'free']]],
    ],
  );
  const unread = pickedDays(times, { free: new Set(), now, dateOf, hasUnread: true });
  const states = unread.flatMap(({ times: ofDay }) => ofDay.map(({ state }) => state));
  assert.deepEqual(states, ['past', 'unread', 'unread', 'unread'], 'A9: nobody says that they are taken');
});

test('only dates with times to come are asked about, at most 62 at once', () => {
  const dates = ['2026-12-01', '2026-12-03', '2027-02-02', '2027-02-03', '2027-08-01'];
  assert.deepEqual(
    windowsOf(
      dates.map((date) => time(date, 9)),
      dateOf,
      now,
    ),
    [
      { from: '2026-12-03', to: '2027-02-02' },
      { from: '2027-02-03', to: '2027-02-03' },
      { from: '2027-08-01', to: '2027-08-01' },
    ],
  );
  assert.deepEqual(windowsOf([time('2026-12-01', 9)], dateOf, now), []);
});
