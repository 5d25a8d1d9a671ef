import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarOf, expand, inCalendar, timesOf } from './calendar-text.test-support.ts';

const HOUR = 'DTSTART:20260701T080000Z\nDTEND:20260701T090000Z';
const BUSY = '2026-07-01T08:00/09:00';
const FREE = `${BUSY} free`;

test('A3: what is shown as free does not block, in the words of every program', () => {
  const shown = (line: string) => timesOf(calendarOf(`${HOUR}\n${line}`));
  assert.deepEqual(shown(''), [BUSY]);
  assert.deepEqual(shown('TRANSP:OPAQUE'), [BUSY]);
  assert.deepEqual(shown('TRANSP:TRANSPARENT'), [FREE]);
  assert.deepEqual(shown('X-MICROSOFT-CDO-BUSYSTATUS:FREE'), [FREE]);
  assert.deepEqual(shown('X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE'), [FREE]);
  assert.deepEqual(shown('X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\nSTATUS:TENTATIVE'), [BUSY]);
  assert.deepEqual(shown('X-MICROSOFT-CDO-BUSYSTATUS:OOF'), [BUSY]);
  assert.deepEqual(shown('STATUS:CANCELLED'), []);
  assert.equal(expand(calendarOf(`${HOUR}\nSTATUS:CANCELLED\nSEQUENCE:3`)).status, 'cancelled');
});

test("A3: what the calendar's owner declined does not block; what others declined does", () => {
  const ownAddresses = new Set(['anna@lumen.example', 'a.meyer@lumen.example']);
  const invited = (...attendees: string[]) =>
    timesOf(calendarOf([HOUR, ...attendees.map((one) => `ATTENDEE;${one}`)].join('\n')), { ownAddresses })[0];
  const other = 'PARTSTAT=ACCEPTED:mailto:bo@lumen.example';
  assert.equal(invited('CN="Anna; M: x";PARTSTAT=DECLINED:MAILTO:Anna@Lumen.example', other), FREE);
  assert.equal(invited('PARTSTAT=declined;EMAIL=anna@lumen.example:urn:uuid:4711'), FREE);
  assert.equal(invited('PARTSTAT=TENTATIVE:mailto:anna@lumen.example'), BUSY);
  assert.equal(invited('CN=Anna:mailto:anna@lumen.example'), BUSY);
  assert.equal(invited('PARTSTAT=DECLINED:mailto:bo@lumen.example'), BUSY);
  const twice = [
    'PARTSTAT=DECLINED:mailto:anna@lumen.example',
    'PARTSTAT=ACCEPTED:mailto:a.meyer@lumen.example',
  ];
  assert.equal(invited(...twice), BUSY, 'under another address of theirs they come');
});

test('A3: a whole day is its local day: 23, 24 or 25 hours, more where midnight is missing', () => {
  const day = (date: string, zone: string) => timesOf(calendarOf(`DTSTART;VALUE=DATE:${date}`), { zone })[0];
  assert.equal(day('20260701', 'Europe/Paris'), '2026-06-30T22:00/2026-07-01T22:00');
  assert.equal(day('20260329', 'Europe/Paris'), '2026-03-28T23:00/2026-03-29T22:00');
  assert.equal(day('20261025', 'Europe/Paris'), '2026-10-24T22:00/2026-10-25T23:00');
  assert.equal(day('20260424', 'Africa/Cairo'), '2026-04-23T22:00/2026-04-24T21:00');
  assert.equal(day('20260701', 'Pacific/Kiritimati'), '2026-06-30T10:00/2026-07-01T10:00');
});

test('A3: several days end before the day that DTEND names; one day may be written as its own end', () => {
  const days = (lines: string) =>
    timesOf(calendarOf(`DTSTART;VALUE=DATE:20260701\n${lines}`), { zone: 'UTC' })[0];
  assert.equal(days('DTEND;VALUE=DATE:20260704'), '2026-07-01T00:00/2026-07-04T00:00');
  assert.equal(days('DTEND;VALUE=DATE:20260701'), '2026-07-01T00:00/2026-07-02T00:00');
  assert.equal(days('DURATION:P1W'), '2026-07-01T00:00/2026-07-08T00:00');
  assert.equal(days('DURATION:PT36H'), '2026-07-01T00:00/2026-07-03T00:00');
  assert.equal(expand(calendarOf('DTSTART;VALUE=DATE:20260701')).occurrences[0]!.allDay, true);
});

test('K2: days of a DURATION are of the calendar, its hours are exact; with DTEND the later end holds', () => {
  const lasts = (lines: string) =>
    timesOf(calendarOf(`DTSTART;TZID=Europe/Paris:20260328T120000\n${lines}`))[0];
  assert.equal(lasts('DURATION:P1D'), '2026-03-28T11:00/2026-03-29T10:00');
  assert.equal(lasts('DURATION:PT24H'), '2026-03-28T11:00/2026-03-29T11:00');
  assert.equal(lasts('DURATION:P1DT2H30M'), '2026-03-28T11:00/2026-03-29T12:30');
  assert.equal(lasts('DTEND;TZID=America/New_York:20260328T093000'), '2026-03-28T11:00/13:30');
  const night =
    'DTSTART;TZID=Europe/Paris:20260327T220000\nDTEND;TZID=Europe/Paris:20260328T060000\nRRULE:FREQ=DAILY;COUNT=2';
  // Eight hours, though the wall shows nine; programs differ, and the later end is the safe one.
  assert.equal(timesOf(calendarOf(night))[1], '2026-03-28T21:00/2026-03-29T05:00');
});

test('K2: seconds are rounded outward', () => {
  const odd = calendarOf('DTSTART:20260701T080059Z\nDTEND:20260701T090001Z');
  assert.deepEqual(timesOf(odd), ['2026-07-01T08:00/09:01']);
});

test('A3: an event without length takes no time; one without an end is said to be odd', () => {
  const point = 'DTSTART:20260701T080000Z';
  assert.deepEqual(timesOf(calendarOf(point)), ['2026-07-01T08:00/08:00 free']);
  assert.deepEqual(expand(calendarOf(point)).oddities, ['no-end']);
  assert.deepEqual(expand(calendarOf(`${point}\nDTEND:20260701T080000Z`)).oddities, []);
});

test('A9: an end that cannot be read, or comes before its start, blocks a day rather than nothing', () => {
  for (const end of ['DTEND:20260701T070000Z', 'DTEND:soon', 'DTEND:20260231T070000Z', 'DURATION:-PT1H']) {
    const found = expand(calendarOf(`DTSTART:20260701T080000Z\n${end}`));
    assert.deepEqual(found.oddities, ['unreadable-date'], end);
    assert.deepEqual(timesOf(calendarOf(`DTSTART:20260701T080000Z\n${end}`)), [
      '2026-07-01T08:00/2026-07-02T08:00',
    ]);
  }
  assert.deepEqual(timesOf(calendarOf('DTSTART:whenever\nDTEND:20260701T080000Z')), [
    '2026-06-30T08:00/2026-07-01T08:00',
  ]);
});

test('A3: only events take time, not tasks, notes, free-busy lists or alarms within', () => {
  const others = ['VTODO', 'VJOURNAL', 'VFREEBUSY'].map(
    (name) => `BEGIN:${name}\nUID:x\n${HOUR}\nEND:${name}`,
  );
  assert.deepEqual(timesOf(inCalendar(others.join('\n'))), []);
  const alarm = 'BEGIN:VALARM\nTRIGGER:-PT15M\nDURATION:PT15M\nSUMMARY:Wake up\nEND:VALARM';
  assert.deepEqual(timesOf(calendarOf(`DTSTART:20260701T080000Z\n${alarm}\nDTEND:20260701T090000Z`)), [BUSY]);
  assert.equal(expand(calendarOf(`${alarm}\n${HOUR}`)).occurrences[0]!.title, 'Standup');
});

test('K2: what an event is called: unescaped, on one line, fit for every database', () => {
  const titled = (title: string) =>
    expand(inCalendar(`BEGIN:VEVENT\nUID:1\n${HOUR}\nSUMMARY${title}\nEND:VEVENT`)).occurrences[0]!.title;
  assert.equal(titled(';LANGUAGE=fr:Déjeuner\\, puis\\nréunion\\; fin\\\\'), 'Déjeuner, puis réunion; fin\\');
  assert.equal(titled(':Fol\n ded'), 'Folded');
  assert.equal(titled(':a\u0000b\u2028c\uD800'), 'a b c\uFFFD');
  assert.equal(titled(`:${'é'.repeat(5000)}`).length, 300);
});
