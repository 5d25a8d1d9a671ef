import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutsideCalendar } from '../calendar.ts';
import { objectFrom } from '../google/event.ts';
import { readObject, type Expansion } from './expansion.ts';

test('A3: an event that never ends is kept in numbers that PostgreSQL holds, and closes all that follows', () => {
  const event = {
    id: 'forever',
    start: { dateTime: '2026-12-01T09:00:00Z' },
    end: { dateTime: '9999-12-31T00:00:00Z' },
  };
  const calendar = { check_conflicts: 1 } as OutsideCalendar;
  const window = { from: 0, to: 1 };
  const expansion: Expansion = {
    calendar,
    window,
    zone: 'UTC',
    ownAddresses: new Set(),
    publicUrl: 'http://localhost',
  };
  const [kept] = readObject(expansion, objectFrom(event, 'UTC')).events;
  assert.equal(kept!.start_minute, Date.parse('2026-12-01T09:00:00Z') / 60_000);
  assert.equal(kept!.end_minute, 1_000_000_000);
  assert.equal(kept!.blocks, 1);
});
