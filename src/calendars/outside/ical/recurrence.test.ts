import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarOf, expand, inCalendar, timesOf } from './calendar-text.test-support.ts';

/** A Monday meeting at nine in Paris, four times in March, as Google writes it; the clocks change before the last. */
const MONDAYS = `DTSTART;TZID=Europe/Paris:20260309T090000
  DTEND;TZID=Europe/Paris:20260309T100000
  RRULE:FREQ=WEEKLY;UNTIL=20260330T070000Z;BYDAY=MO`;
const FOUR = [
  '2026-03-09T08:00/09:00',
  '2026-03-16T08:00/09:00',
  '2026-03-23T08:00/09:00',
  '2026-03-30T07:00/08:00',
];

function changed(recurrenceId: string, lines: string): string {
  return `BEGIN:VEVENT\nUID:one\nRECURRENCE-ID${recurrenceId}\n${lines}\nEND:VEVENT`;
}

test('K2: a series keeps its wall clock over the change of clocks, and UNTIL belongs to it', () => {
  assert.deepEqual(timesOf(calendarOf(MONDAYS)), FOUR);
});

test('K2: EXDATE takes times away, in the zone, in UTC, in another zone, as a date, many in a line', () => {
  for (const away of [
    ';TZID=Europe/Paris:20260316T090000',
    ':20260316T080000Z',
    ';TZID=America/New_York:20260316T040000',
    ';VALUE=DATE:20260316',
    ';TZID=Europe/Paris:20260101T090000,20260316T090000',
  ])
    assert.deepEqual(timesOf(calendarOf(`${MONDAYS}\nEXDATE${away}`)), [FOUR[0], FOUR[2], FOUR[3]], away);
  // Another time of that day takes nothing away.
  assert.deepEqual(timesOf(calendarOf(`${MONDAYS}\nEXDATE:20260316T090000Z`)), FOUR);
});

test('K2: RDATE adds times, with a length of their own if they say one', () => {
  const added = `RDATE;TZID=Europe/Paris:20260310T090000
    RDATE;VALUE=PERIOD:20260311T080000Z/PT3H,20260312T080000Z/20260312T083000Z`;
  assert.deepEqual(timesOf(calendarOf(`${MONDAYS}\n${added}`)).slice(0, 4), [
    FOUR[0],
    '2026-03-10T08:00/09:00',
    '2026-03-11T08:00/11:00',
    '2026-03-12T08:00/08:30',
  ]);
});

test('K2: one time that was moved stands where it was moved to, and no longer where it stood', () => {
  const moved = changed(
    ';TZID=Europe/Paris:20260316T090000',
    'DTSTART:20260317T130000Z\nDTEND:20260317T133000Z',
  );
  const { occurrences } = expand(calendarOf(MONDAYS, moved));
  assert.deepEqual(timesOf(calendarOf(MONDAYS, moved)), [
    FOUR[0],
    '2026-03-17T13:00/13:30',
    FOUR[2],
    FOUR[3],
  ]);
  assert.equal(occurrences[1]!.recurrenceId, '20260316T080000Z');
  assert.equal(occurrences[1]!.title, 'Standup', 'it is called as the series is');
});

test('K2: times are moved into the window and out of it', () => {
  const series = 'DTSTART:20251229T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2';
  const into = changed(':20251229T090000Z', 'DTSTART:20260102T090000Z\nDURATION:PT1H');
  assert.deepEqual(timesOf(calendarOf(series, into)), ['2026-01-02T09:00/10:00', '2026-01-05T09:00/10:00']);
  const out = changed(':20260105T090000Z', 'DTSTART:20280102T090000Z\nDURATION:PT1H');
  assert.deepEqual(timesOf(calendarOf(series, out)), []);
});

test('K2, A3: one time that was cancelled is free; of two versions of one time the later one holds', () => {
  const cancelled = changed(':20260316T080000Z', 'SEQUENCE:2\nSTATUS:CANCELLED\nDTSTART:20260316T080000Z');
  const before = changed(':20260316T080000Z', 'SEQUENCE:1\nDTSTART:20260316T110000Z\nDURATION:PT1H');
  assert.deepEqual(timesOf(calendarOf(MONDAYS, `${cancelled}\n${before}`)), [FOUR[0], FOUR[2], FOUR[3]]);
});

test('K2: THISANDFUTURE moves all that come after by the wall clock, with the new length', () => {
  const later = changed(
    ';RANGE=THISANDFUTURE;TZID=Europe/Paris:20260323T090000',
    'SUMMARY:Later\nDTSTART;TZID=Europe/Paris:20260324T140000\nDURATION:PT30M',
  );
  assert.deepEqual(timesOf(calendarOf(MONDAYS, later)), [
    FOUR[0],
    FOUR[1],
    '2026-03-24T13:00/13:30',
    '2026-03-31T12:00/12:30',
  ]);
  assert.deepEqual(
    expand(calendarOf(MONDAYS, later)).occurrences.map(({ title }) => title),
    ['Standup', 'Standup', 'Later', 'Later'],
  );
});

test('K2: a time of a series to which alone the host is invited blocks without its series', () => {
  const alone = changed(
    ';TZID=Europe/Paris:20260316T090000',
    'DTSTART:20260316T080000Z\nDTEND:20260316T090000Z',
  );
  assert.deepEqual(timesOf(inCalendar(alone)), [FOUR[1]]);
});

test('K2: several events of one UID all block', () => {
  const other = 'BEGIN:VEVENT\nUID:one\nDTSTART:20260505T080000Z\nDTEND:20260505T090000Z\nEND:VEVENT';
  assert.deepEqual(timesOf(calendarOf(MONDAYS, other)), [...FOUR, '2026-05-05T08:00/09:00']);
});

test('K2: rules as programs write them', () => {
  const daysOf = (rule: string, start = '20260101T120000Z') =>
    timesOf(calendarOf(`DTSTART:${start}\nDURATION:PT1H\nRRULE:${rule}`))
      .map((time) => time.slice(5, 10))
      .join(' ');
  assert.equal(daysOf('FREQ=MONTHLY;BYDAY=-1FR;COUNT=4', '20260130T120000Z'), '01-30 02-27 03-27 04-24');
  assert.equal(
    daysOf('FREQ=MONTHLY;BYMONTHDAY=31', '20260131T120000Z'),
    '01-31 03-31 05-31 07-31 08-31 10-31 12-31',
  );
  assert.equal(
    daysOf('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3', '20260130T120000Z'),
    '01-30 02-27 03-31',
  );
  assert.equal(daysOf('FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', '20201126T120000Z'), '11-26');
  assert.equal(daysOf('FREQ=YEARLY', '20240229T120000Z'), '', 'only where there is a 29 February');
  assert.equal(
    daysOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;COUNT=4', '20260106T120000Z'),
    '01-06 01-11 01-20 01-25',
  );
  assert.equal(
    daysOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=4', '20260106T120000Z'),
    '01-06 01-18 01-20 02-01',
  );
  assert.equal(daysOf('freq=daily;count=2;'), '01-01 01-02');
  // DTSTART is the first, fitting or not.
  assert.equal(daysOf('FREQ=WEEKLY;BYDAY=MO;COUNT=3'), '01-01 01-05 01-12');
});

test('K2: UNTIL as a date, as a local time and in UTC, for times and for whole days', () => {
  const last = (start: string, until: string) =>
    timesOf(calendarOf(`DTSTART${start}\nRRULE:FREQ=DAILY;UNTIL=${until}`), { zone: 'America/New_York' }).at(
      -1,
    );
  const timed = ';TZID=America/New_York:20260101T200000';
  assert.equal(last(timed, '20260105'), '2026-01-06T01:00/01:00 free');
  assert.equal(last(timed, '20260105T200000'), '2026-01-06T01:00/01:00 free');
  assert.equal(last(timed, '20260106T005959Z'), '2026-01-05T01:00/01:00 free');
  for (const until of ['20260105', '20260105T000000', '20260105T000000Z', '20260105T050000Z'])
    assert.equal(last(';VALUE=DATE:20260101', until), '2026-01-05T05:00/2026-01-06T05:00', until);
});

test('K2: a series of whole days, and days taken from it, however they are written', () => {
  const series = 'DTSTART;VALUE=DATE:20260327\nDTEND;VALUE=DATE:20260328\nRRULE:FREQ=DAILY;COUNT=4';
  const days = (lines: string) =>
    timesOf(calendarOf(`${series}\n${lines}`))
      .map((time) => time.slice(0, 16))
      .join(' ');
  assert.equal(days(''), '2026-03-26T23:00 2026-03-27T23:00 2026-03-28T23:00 2026-03-29T22:00');
  for (const away of [';VALUE=DATE:20260328', ':20260328T000000Z', ':20260327T230000Z', ':20260328T000000'])
    assert.equal(days(`EXDATE${away}`), '2026-03-26T23:00 2026-03-28T23:00 2026-03-29T22:00', away);
});
