import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expand, inCalendar, timesOf } from './calendar-text.test-support.ts';

const OUTLOOK = `METHOD:PUBLISH
    PRODID:Microsoft Exchange Server 2010
    BEGIN:VTIMEZONE
    TZID:W. Europe Standard Time
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE
    BEGIN:VEVENT
    ORGANIZER;CN=Anna Meyer:mailto:anna@lumen.example
    DESCRIPTION;LANGUAGE=de-DE:\\n
    RRULE:FREQ=WEEKLY;UNTIL=20261111T090000Z;INTERVAL=1;BYDAY=WE;WKST=MO
    EXDATE;TZID=W. Europe Standard Time:20261104T100000
    UID:040000008200E00074C5B7101A82E008
    SUMMARY;LANGUAGE=de-DE:Jour fixe
    DTSTART;TZID=W. Europe Standard Time:20261014T100000
    DTEND;TZID=W. Europe Standard Time:20261014T110000
    CLASS:PUBLIC
    PRIORITY:5
    DTSTAMP:20261001T080000Z
    TRANSP:OPAQUE
    STATUS:CONFIRMED
    SEQUENCE:4
    X-MICROSOFT-CDO-BUSYSTATUS:BUSY
    X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
    END:VEVENT
    BEGIN:VEVENT
    UID:040000008200E00074C5B7101A82E008
    RECURRENCE-ID;TZID=W. Europe Standard Time:20261021T100000
    SUMMARY;LANGUAGE=de-DE:Jour fixe
    DTSTART;TZID=W. Europe Standard Time:20261022T140000
    DTEND;TZID=W. Europe Standard Time:20261022T150000
    X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
    END:VEVENT`;

test('K2: a series from Outlook, one time moved, one cancelled, under the Windows name of its zone', () => {
  const text = inCalendar(OUTLOOK);
  const { uid, sequence, oddities } = expand(text);
  assert.deepEqual([uid, sequence, oddities], ['040000008200E00074C5B7101A82E008', 4, []]);
  assert.deepEqual(timesOf(text), [
    '2026-10-14T08:00/09:00',
    '2026-10-22T12:00/13:00',
    '2026-10-28T09:00/10:00',
    '2026-11-11T09:00/10:00',
  ]);
});

test('K2: a birthday and a series from Google, changed from one day on as a new series', () => {
  const text = inCalendar(`X-WR-TIMEZONE:Europe/Paris
    BEGIN:VEVENT
    DTSTART;VALUE=DATE:19900512
    DTEND;VALUE=DATE:19900513
    RRULE:FREQ=YEARLY
    UID:birthday@google.com
    TRANSP:TRANSPARENT
    END:VEVENT
    BEGIN:VEVENT
    DTSTART;TZID=Europe/Paris:20260302T090000
    DTEND;TZID=Europe/Paris:20260302T091500
    RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20260308T225959Z;BYDAY=MO,TU
    UID:abc@google.com
    END:VEVENT
    BEGIN:VEVENT
    DTSTART;TZID=Europe/Paris:20260309T100000
    DTEND;TZID=Europe/Paris:20260309T101500
    RRULE:FREQ=WEEKLY;WKST=MO;COUNT=1;BYDAY=MO,TU
    UID:abc_R20260309T080000@google.com
    END:VEVENT`);
  assert.deepEqual(timesOf(text), [
    '2026-03-02T08:00/08:15',
    '2026-03-03T08:00/08:15',
    '2026-03-09T09:00/09:15',
    '2026-05-11T22:00/2026-05-12T22:00 free',
  ]);
});

test("A3: an invitation in Apple's and in Nextcloud's calendar that its owner declined for one day", () => {
  const attendees = (partstat: string) => `ORGANIZER;CN=Bo:mailto:bo@lumen.example
    ATTENDEE;CN="Anna, Meyer";CUTYPE=INDIVIDUAL;EMAIL=anna@lumen.example;PARTSTAT=${partstat}:/aMjA/principal/
    ATTENDEE;CN=Bo;PARTSTAT=ACCEPTED;ROLE=CHAIR:mailto:bo@lumen.example`;
  const text = inCalendar(`BEGIN:VEVENT
    CREATED:20260101T080000Z
    UID:5A3C-APPLE
    DTSTART;TZID=Europe/Paris:20260706T140000
    DURATION:PT1H
    X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT30M
    RRULE:FREQ=DAILY;COUNT=3
    ${attendees('ACCEPTED')}
    BEGIN:VALARM
    UID:alarm
    TRIGGER;VALUE=DATE-TIME:19760401T005545Z
    ACTION:NONE
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:5A3C-APPLE
    RECURRENCE-ID;TZID=Europe/Paris:20260707T140000
    DTSTART;TZID=Europe/Paris:20260707T140000
    DURATION:PT1H
    ${attendees('DECLINED')}
    END:VEVENT`);
  assert.deepEqual(timesOf(text, { ownAddresses: new Set(['anna@lumen.example']) }), [
    '2026-07-06T12:00/13:00',
    '2026-07-07T12:00/13:00 free',
    '2026-07-08T12:00/13:00',
  ]);
});
