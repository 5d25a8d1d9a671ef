import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeTogether } from './free-together.ts';
import type { CalendarMember, CalendarSpan } from './week-query.ts';

const at = (clock: string) => `2026-12-01T${clock}:00Z`;
const span = (kind: CalendarSpan['kind'], start: string, end: string): CalendarSpan => ({
  kind,
  start: at(start),
  end: at(end),
  editable: false,
});
const member = (...spans: CalendarSpan[]) => ({ spans }) as CalendarMember;

test('free together is what is open for everybody and busy for nobody; offers and free events take no time', () => {
  const anna = member(
    span('closed', '00:00', '09:00'),
    span('busy', '10:00', '11:00'),
    span('offered', '11:00', '12:00'),
    span('closed', '17:00', '23:59'),
  );
  const bo = member(
    span('closed', '00:00', '08:00'),
    span('booked', '10:30', '12:00'),
    span('free', '12:00', '13:00'),
    span('held', '13:10', '15:00'),
    span('busy', '13:00', '13:05'),
  );
  const found = freeTogether([anna, bo], at('00:00'), at('23:59'));
  assert.deepEqual(
    found.map(({ start, end }) => `${start.slice(11, 16)}–${end.slice(11, 16)}`),
    ['09:00–10:00', '12:00–13:00', '15:00–17:00'],
  );
  assert.deepEqual(freeTogether([anna, bo], at('09:50'), at('12:10')), []);
});
