import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import { zoneNamed } from '#engine/zone.ts';
import { ALL_DAY_REACH, busyIntervals } from './busy.ts';

const NONE = new Int32Array(0);

function blocked(zone: string, start: string, end: string, all_day = 1): string[] {
  const event = Int32Array.of(minuteFromIso(start)!, minuteFromIso(end)!);
  const [events, allDay] = all_day ? [NONE, event] : [event, NONE];
  return [...busyIntervals(events, allDay, zoneNamed(zone)!)].map(isoFromMinute);
}

test('A3: an event blocks from its start to its end, to the minute', () => {
  const minutes = blocked('Europe/Paris', '2026-12-01T09:03:00Z', '2026-12-01T09:17:00Z', 0);
  assert.deepEqual(minutes, ['2026-12-01T09:03:00Z', '2026-12-01T09:17:00Z']);
});

test('A3: an all-day event blocks 23 hours of the day on which Warsaw loses 02:30', () => {
  const day = blocked('Europe/Warsaw', '2027-03-28T10:00:00Z', '2027-03-28T11:00:00Z');
  assert.deepEqual(day, ['2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z']);
});

test('A3: an all-day event blocks 25 hours of the day on which Paris has 02:30 twice', () => {
  const day = blocked('Europe/Paris', '2026-10-25T10:00:00Z', '2026-10-25T11:00:00Z');
  assert.deepEqual(day, ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z']);
});

test('A3: an all-day event in Cairo begins at 01:00 on the day that has no midnight', () => {
  const day = blocked('Africa/Cairo', '2027-04-30T10:00:00Z', '2027-04-30T11:00:00Z');
  assert.deepEqual(day, ['2027-04-29T22:00:00Z', '2027-04-30T21:00:00Z']);
});

test('A3: an all-day event blocks every date it touches, and not the one on which it ends at midnight', () => {
  const two = blocked('Asia/Kathmandu', '2026-12-01T18:00:00Z', '2026-12-01T18:30:00Z');
  assert.deepEqual(two, ['2026-11-30T18:15:00Z', '2026-12-02T18:15:00Z']);
  const one = blocked('Europe/Paris', '2026-11-30T23:00:00Z', '2026-12-01T23:00:00Z');
  assert.deepEqual(one, ['2026-11-30T23:00:00Z', '2026-12-01T23:00:00Z']);
});

test('A3: what an all-day event blocks lies within the reach that a query must look beyond', () => {
  const zones = [
    'Europe/Paris',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'America/Santiago',
    'Africa/Cairo',
  ];
  for (const zone of zones) {
    for (let hour = 0; hour < 8_784; hour += 7) {
      const start = minuteFromIso('2027-01-01T00:00:00Z')! + hour * 60;
      const [from, to] = busyIntervals(NONE, Int32Array.of(start, start + 1), zoneNamed(zone)!);
      assert.ok(from! <= start && from! > start - ALL_DAY_REACH, `${zone} ${isoFromMinute(start)}`);
      assert.ok(to! > start && to! <= start + 1 + ALL_DAY_REACH, `${zone} ${isoFromMinute(start)}`);
    }
  }
});
