import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneNamed } from '#engine/zone.ts';
import { calendarOf, expand, inCalendar, timesOf } from './calendar-text.test-support.ts';
import { WINDOWS_ZONES } from './windows-zones.ts';

/** As Outlook writes a zone: rules since 1601, and here those of Chatham, 45 minutes off everybody else. */
function zone(tzid: string, more = ''): string {
  return `BEGIN:VTIMEZONE
    TZID:${tzid}${more && `\n${more}`}
    BEGIN:STANDARD
    DTSTART:16010101T034500
    TZOFFSETFROM:+1345
    TZOFFSETTO:+1245
    RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T024500
    TZOFFSETFROM:+1245
    TZOFFSETTO:+1345
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=9
    END:DAYLIGHT
    END:VTIMEZONE`;
}

function atNoon(tzid: string, before = ''): string {
  return timesOf(calendarOf(`DTSTART;TZID=${tzid}:20260701T120000\nDURATION:PT1H`, before))[0]!.slice(11, 16);
}

test('K2: Windows names are zones, each and every one', () => {
  assert.ok(WINDOWS_ZONES.size >= 140);
  for (const [name, zone] of WINDOWS_ZONES) assert.ok(zoneNamed(zone), `${name}: ${zone}`);
  assert.equal(atNoon('Romance Standard Time'), '10:00');
  assert.equal(atNoon('"W. EUROPE STANDARD TIME"'), '10:00');
  assert.equal(atNoon('India Standard Time'), '06:30');
  assert.equal(atNoon('tzone://Microsoft/Utc'), '12:00');
});

test('K2: names of zones as programs dress them up', () => {
  assert.equal(atNoon('/freeassociation.sourceforge.net/Europe/Paris'), '10:00');
  assert.equal(atNoon('/freeassociation.sourceforge.net/Tzfile/Asia/Kolkata'), '06:30');
  assert.equal(atNoon('/citadel.org/20250101_1/America/Argentina/Buenos_Aires'), '15:00');
  assert.equal(atNoon('europe/PARIS'), '10:00');
  assert.equal(atNoon('Asia/Calcutta'), '06:30');
  assert.equal(atNoon('Etc/GMT+5'), '17:00');
});

test("K2: IANA's name wins over a VTIMEZONE that contradicts it", () => {
  assert.equal(atNoon('Europe/Paris', zone('Europe/Paris')), '10:00');
});

test('K2: a name that nobody knows has the rules of its VTIMEZONE, in summer and winter', () => {
  assert.equal(atNoon('Customized Time Zone', zone('Customized Time Zone')), '23:15');
  assert.equal(atNoon('"(UTC+12:45) Chatham, Islands"', zone('(UTC+12:45) Chatham\\, Islands')), '23:15');
  assert.equal(atNoon('(UTC+12:45) Chatham', zone('(UTC+12:45) Chatham')), '23:15', 'unquoted, with a colon');
  assert.equal(atNoon('Mine', zone('Mine', 'X-LIC-LOCATION:Europe/Paris')), '10:00');
  const series = 'DTSTART;TZID=Mine:20260101T120000\nDURATION:PT1H\nRRULE:FREQ=DAILY';
  assert.deepEqual(
    timesOf(calendarOf(series, zone('Mine'))),
    timesOf(calendarOf(series.replace('Mine', 'Pacific/Chatham'))),
  );
  assert.deepEqual(expand(calendarOf(series, zone('Mine'))).oddities, []);
});

test('K2: a zone whose rules ended keeps the last of them', () => {
  const ended = (winter: string, summer: string) =>
    zone('Mine')
      .replace('BYMONTH=4', `BYMONTH=4;UNTIL=${winter}`)
      .replace('BYMONTH=9', `BYMONTH=9;UNTIL=${summer}`);
  assert.equal(atNoon('Mine', ended('20110402T140000Z', '20110924T140000Z')), '22:15', 'for ever summer');
  assert.equal(atNoon('Mine', ended('20120331T140000Z', '20110924T140000Z')), '23:15', 'for ever winter');
});

test('K2: without a zone, and with one that nobody knows, it is the calendar that says', () => {
  const floating = calendarOf('DTSTART:20260701T120000\nDURATION:PT1H');
  assert.deepEqual(timesOf(floating), ['2026-07-01T10:00/11:00']);
  assert.deepEqual(timesOf(floating, { zone: 'America/New_York' }), ['2026-07-01T16:00/17:00']);
  assert.deepEqual(expand(floating).oddities, []);
  const unknown = calendarOf('DTSTART;TZID=Mars/Olympus:20260701T120000\nDURATION:PT1H');
  assert.deepEqual(timesOf(unknown), ['2026-07-01T10:00/11:00']);
  assert.deepEqual(expand(unknown).oddities, ['unknown-zone']);
  const empty = 'BEGIN:VTIMEZONE\nTZID:Mars/Olympus\nEND:VTIMEZONE';
  assert.equal(atNoon('Mars/Olympus', empty), '10:00');
});

test('K2: a time that never comes counts with the offset before the gap, one that comes twice is the first', () => {
  const at = (start: string, tzid: string) =>
    timesOf(calendarOf(`DTSTART;TZID=${tzid}:${start}\nDURATION:PT30M`))[0];
  assert.equal(at('20260329T023000', 'Europe/Paris'), '2026-03-29T01:30/02:00');
  assert.equal(at('20261025T023000', 'Europe/Paris'), '2026-10-25T00:30/01:00');
  // Half an hour is missing, at Lord Howe.
  assert.equal(at('20261004T021500', 'Australia/Lord_Howe'), '2026-10-03T15:45/16:15');
  assert.equal(at('20260424T003000', 'Africa/Cairo'), '2026-04-23T22:30/23:00');
});

test('K2: the zone of the machine means nothing', () => {
  const before = process.env['TZ'];
  const text = inCalendar(
    'BEGIN:VEVENT\nUID:1\nDTSTART:20260701T120000\nDTEND:20260701T130000\nRRULE:FREQ=MONTHLY\nEND:VEVENT',
  );
  const results = ['Pacific/Apia', 'America/St_Johns', 'UTC'].map((zone) => {
    process.env['TZ'] = zone;
    return timesOf(text);
  });
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
  assert.deepEqual(results[0], results[2]);
  assert.deepEqual(results[1], results[2]);
});
