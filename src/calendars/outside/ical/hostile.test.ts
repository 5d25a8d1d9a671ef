import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { OutsideProblem } from '../problem.ts';
import { calendarOf, expand, inCalendar, timesOf, WINDOW } from './calendar-text.test-support.ts';
import type { ExpandedObject } from './occurrence.ts';

const HOUR = 'DTSTART:20260101T090000Z\nDURATION:PT1H';
const ALL = '2026-01-01T00:00/2027-01-01T00:00';

/** ABUSE 32 allows 200 ms; ten times that of the processor's time fails on no loaded machine, and on every endless loop. */
function quickly(text: string): ExpandedObject {
  const begun = process.cpuUsage();
  const found = expand(text);
  const { user, system } = process.cpuUsage(begun);
  assert.ok(user + system < 2_000_000, `${(user + system) / 1000} ms for ${text.slice(0, 200)}`);
  for (const { start, end } of found.occurrences)
    assert.ok(WINDOW.from <= start && start <= end && end <= WINDOW.to);
  return found;
}

function withRule(rule: string, start = '20200101T090000Z'): ExpandedObject {
  return quickly(calendarOf(`DTSTART:${start}\nDURATION:PT1H\nRRULE:${rule}`));
}

/** How many minutes of the year are taken. */
function minutesTaken({ occurrences }: ExpandedObject): number {
  let [taken, until] = [0, WINDOW.from];
  for (const { start, end, busy } of occurrences) {
    if (busy) taken += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, busy ? end : until);
  }
  return taken;
}

test('ABUSE 32: every second, every minute, without end or a thousand million times: the whole window is taken', () => {
  for (const rule of [
    'FREQ=SECONDLY',
    'FREQ=MINUTELY',
    'FREQ=SECONDLY;COUNT=999999999',
    'FREQ=SECONDLY;INTERVAL=7',
  ]) {
    const found = withRule(rule);
    assert.ok(found.oddities.includes('too-many-occurrences'), rule);
    assert.equal(minutesTaken(found), WINDOW.to - WINDOW.from, rule);
    assert.ok(found.occurrences.length <= 5001);
  }
  assert.equal(
    minutesTaken(withRule('FREQ=SECONDLY;UNTIL=20200102T000000Z')),
    0,
    'but not what ended long ago',
  );
  assert.equal(minutesTaken(withRule('FREQ=SECONDLY', '20261231T230000Z')), 60, 'nor what begins later');
});

test('ABUSE 32: what is beyond counting and free takes nothing', () => {
  const free = quickly(calendarOf(`${HOUR}\nTRANSP:TRANSPARENT\nRRULE:FREQ=SECONDLY`));
  assert.equal(minutesTaken(free), 0);
  assert.deepEqual(free.oddities, ['too-many-occurrences']);
});

test('ABUSE 32: many times that can be counted are counted', () => {
  assert.equal(withRule('FREQ=MINUTELY;BYHOUR=9;BYMINUTE=0,30').occurrences.length, 730);
  assert.equal(withRule('FREQ=SECONDLY;BYHOUR=9;BYMINUTE=0;BYSECOND=0').occurrences.length, 365);
  assert.equal(withRule('FREQ=DAILY', '00010101T090000Z').occurrences.length, 365);
  assert.equal(withRule('FREQ=DAILY;COUNT=2193').occurrences.length, 1);
});

test('ABUSE 32: rules that never match, and odd places, end', () => {
  for (const rule of [
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MINUTELY;INTERVAL=60;BYMINUTE=1',
    'FREQ=DAILY;BYHOUR=9;BYSETPOS=366',
    'FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=180',
    'FREQ=MONTHLY;INTERVAL=1000000;BYMONTHDAY=1',
    'FREQ=DAILY;INTERVAL=999999999999',
  ])
    assert.deepEqual(withRule(rule).occurrences, [], rule);
  for (const rule of [
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5',
    'FREQ=SECONDLY;INTERVAL=2;BYSECOND=1;COUNT=5',
  ]) {
    const counted = withRule(rule, '00010101T090000Z');
    assert.deepEqual(counted.oddities, ['too-many-occurrences'], rule);
  }
});

test('ABUSE 32: what limits a rule and cannot be read limits nothing; the rest of the rule holds', () => {
  const days = (rule: string) => {
    const { occurrences, oddities } = withRule(rule);
    assert.ok(oddities.includes('unreadable-rule'), rule);
    return occurrences.length;
  };
  assert.equal(days('FREQ=DAILY;INTERVAL=0'), 365);
  assert.equal(days('FREQ=DAILY;UNTIL=tomorrow'), 365);
  assert.equal(days('FREQ=DAILY;COUNT=-3'), 365);
  assert.equal(days('FREQ=WEEKLY;BYDAY=XX'), 52);
  assert.equal(days('FREQ=MONTHLY;BYMONTHDAY=32,0,15'), 12);
  assert.equal(days('FREQ=DAILY;BYEASTER=1'), 365);
  assert.equal(days('FREQ=DAILY;BYSETPOS=2'), 365);
  assert.equal(days('RSCALE=CHINESE;FREQ=YEARLY'), 1);
  const once = quickly(calendarOf(`${HOUR}\nRRULE:FREQ=FORTNIGHTLY`));
  assert.deepEqual([once.occurrences.length, once.oddities], [1, ['unreadable-rule']]);
  const abolished = quickly(calendarOf(`${HOUR}\nRRULE:FREQ=DAILY\nEXRULE:FREQ=DAILY`));
  assert.deepEqual([abolished.occurrences.length, abolished.oddities], [365, ['unreadable-rule']]);
});

test('ABUSE 32: years 0001 and 9999', () => {
  assert.deepEqual(timesOf(calendarOf('DTSTART:00010101T000000Z\nDTEND:99991231T235959Z')), [ALL]);
  assert.deepEqual(timesOf(calendarOf('DTSTART;VALUE=DATE:00010101\nDURATION:P999999W')), [ALL]);
  for (const start of [
    'DTSTART:00000101T000000Z',
    'DTSTART;VALUE=DATE:99991231',
    'DTSTART;TZID=Europe/Paris:99991231T235959',
  ])
    assert.deepEqual(
      quickly(calendarOf(`${start}\nRRULE:FREQ=YEARLY;BYMONTH=13`)).occurrences.length <= 1,
      true,
    );
});

function times(count: number, line: (at: string) => string): string {
  const at = (index: number) =>
    new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString().replaceAll(/[:-]|\.000/g, '');
  return Array.from({ length: count }, (_, index) => line(at(index))).join('\n');
}

test('ABUSE 32: 100,000 times taken away, and as many added', () => {
  const daily = 'DTSTART:20160101T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY';
  assert.deepEqual(
    quickly(calendarOf(`${daily}\n${times(100_000, (at) => `EXDATE:${at}`)}`)).occurrences,
    [],
  );
  const added = quickly(calendarOf(`${HOUR}\n${times(100_000, (at) => `RDATE:${at}`)}`));
  assert.deepEqual(added.oddities, ['too-many-occurrences']);
  assert.equal(minutesTaken(added), WINDOW.to - WINDOW.from);
});

test('ABUSE 32: thousands of events, series, changes and zones in one object', () => {
  const event = (lines: string) => `BEGIN:VEVENT\nUID:one\n${HOUR}\n${lines}\nEND:VEVENT`;
  const many = (lines: (at: string) => string) => quickly(inCalendar(times(8000, (at) => event(lines(at)))));
  assert.equal(many((at) => `RDATE:${at}`).oddities.length, 1);
  const left = WINDOW.to - WINDOW.from - 9 * 60 - 23 * 60;
  assert.equal(minutesTaken(many(() => 'RRULE:FREQ=DAILY;COUNT=9999')), left);
  const change = (at: string) => `RECURRENCE-ID;RANGE=THISANDFUTURE:${at}`;
  assert.equal(many(change).occurrences.length, 8000);
  const both = many((at) => `SUMMARY:Series\nEND:VEVENT\nBEGIN:VEVENT\nUID:one\n${HOUR}\n${change(at)}`);
  assert.ok(both.oddities.includes('unreadable-rule'));
  assert.deepEqual(many((at) => `RDATE;TZID=${at}/Nowhere:20260102T090000`).oddities.at(0), 'unknown-zone');
});

test('ABUSE 32: no more than some of a thousand zones are looked at', () => {
  const inZones = (count: number) => {
    const rules = times(
      count,
      (at) => `BEGIN:VTIMEZONE\nTZID:${at}\n${OFTEN.replace('AT', at)}\nEND:VTIMEZONE`,
    );
    const events = times(
      count,
      (at) => `BEGIN:VEVENT\nDTSTART;TZID=${at}:20260701T090000\nDURATION:PT1H\nEND:VEVENT`,
    );
    return quickly(inCalendar(`${rules}\n${events}`)).oddities;
  };
  assert.deepEqual(inZones(40), []);
  assert.deepEqual(inZones(5000), ['unknown-zone']);
});

const OFTEN =
  'BEGIN:STANDARD\nDTSTART:AT\nRRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:STANDARD';

test('ABUSE 32: a million characters in one value, one parameter, one fold after another, one part in another', () => {
  const long = 1_000_000;
  for (const text of [
    `SUMMARY:${'x'.repeat(long)}`,
    `SUMMARY:${'\\'.repeat(long)}`,
    `SUMMARY:${'x\n '.repeat(long / 3)}`,
    `ATTENDEE${';A="b"'.repeat(long / 6)}:mailto:a@b.example`,
    `ATTENDEE${';A=b=c"'.repeat(long / 6)}`,
    `RRULE:FREQ=YEARLY;BYDAY=${'53MO,1TU,'.repeat(long / 9)}`,
    `EXDATE:${','.repeat(long)}`,
    'BEGIN:VEVENT\n'.repeat(long / 13),
    'BEGIN:X\n'.repeat(long / 16) + 'END:Y\n'.repeat(long / 16),
  ])
    quickly(calendarOf(`${HOUR}\n${text}`));
});

test('ABUSE 32: a mark of bytes, bare line ends, blank lines, small letters and unknown lines harm nothing', () => {
  const text = calendarOf(HOUR);
  const nine = ['2026-01-01T09:00/10:00'];
  for (const odd of [
    `\uFEFF${text}`,
    text.replaceAll('\r\n', '\r'),
    text.replaceAll('\r\n', '\n'),
    text.replaceAll('\r\n', '\r\n\r\n'),
    text.toLowerCase(),
    text.replace('SUMMARY', 'not a line at all\r\n;;;:\r\nX-FOO;="\r\nSUMMARY'),
  ]) {
    assert.deepEqual(timesOf(odd), nine, odd);
    assert.deepEqual(expand(odd).oddities, []);
  }
});

test('ABUSE 32: what was cut off still blocks as far as it came, and is said to be damaged', () => {
  const text = calendarOf(HOUR);
  for (const cut of [text.slice(0, text.indexOf('END:VEVENT')), text.replace('END:VEVENT\r\n', '')]) {
    const found = expand(cut);
    assert.deepEqual([found.occurrences.length, found.oddities], [1, ['damaged']]);
  }
  const two = inCalendar(
    `BEGIN:VEVENT\n${HOUR}\nBEGIN:VALARM\nBEGIN:VEVENT\nDTSTART:20260201T090000Z\nDURATION:PT1H\nEND:VEVENT`,
  );
  assert.equal(expand(two).occurrences.length, 2);
});

test('ABUSE 32: a page, an empty answer and a lone event are no calendar', () => {
  for (const text of [
    '',
    '<html>Sign in</html>',
    '\u0000',
    'BEGIN:VEVENT\nEND:VEVENT',
    'BEGIN:VCARD\nEND:VCARD',
    // Cut off before anything that it says.
    'BEGIN:VCALENDAR\nVERSION:2.0\nBEG',
    'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEV',
    'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:one\nSUMM',
    inCalendar('').replace('END:VCALENDAR', ''),
    inCalendar('BEGIN:VTIMEZONE\nTZID:Europe/Paris\nEND:VTIMEZONE').replace('END:VCALENDAR', ''),
    // Its first line goes on from one that is missing.
    ` ${calendarOf(HOUR)}`,
  ]) {
    assert.throws(
      () => expand(text),
      (error) => error instanceof OutsideProblem && error.code === 'no-calendar',
    );
  }
  const task = inCalendar('BEGIN:VTODO\nUID:one').replace('END:VCALENDAR', '');
  assert.deepEqual(expand(task).oddities, ['damaged'], 'a task takes no time, however it ends');
  assert.deepEqual(expand(inCalendar('')), {
    uid: '',
    sequence: 0,
    status: 'confirmed',
    occurrences: [],
    oddities: [],
  });
});

test('ABUSE 32: whatever a calendar says, an answer comes, in order and within the window', () => {
  const word = fc.constantFrom(...WORDS);
  const lines = fc.array(fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(lines, (words) => quickly(calendarOf(`${HOUR}\n${words.join('')}`)).occurrences.length >= 0),
    { numRuns: 1500 },
  );
});

const WORDS = [
  'BEGIN: END: VEVENT VTIMEZONE STANDARD DTSTART DTEND DURATION RRULE EXDATE RDATE RECURRENCE-ID : ; = " , UID:1',
  ';RANGE=THISANDFUTURE ;TZID= Europe/Paris ;VALUE=DATE TZOFFSETTO:+0100 P1D PT90M -P1W',
  '20260329 20260329T023000 20261025T003000Z 99991231',
  'FREQ=DAILY FREQ=YEARLY ;COUNT=3 ;UNTIL= ;BYDAY=-1SU ;BYSETPOS=-1 ;INTERVAL=0 ;BYWEEKNO=53',
]
  .flatMap((words) => words.split(' '))
  .concat('\n', '\n', '\n ');
