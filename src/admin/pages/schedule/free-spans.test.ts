import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansToDraw } from './free-spans.ts';

const at = (time: string) => `2026-12-07T${time}:00Z`;
const drawn = (times: string[], minutes: number) =>
  spansToDraw(times.map(at), minutes).map(({ start, end }) => `${start.slice(11, 16)}–${end.slice(11, 16)}`);

test('of many starts few are drawn, none over another, on half hours where it can be', () => {
  const morning = ['08:00', '08:15', '08:30', '08:45', '09:00', '09:15', '09:30', '09:45', '10:00'];
  assert.deepEqual(drawn(morning, 45), ['08:00–08:45', '09:00–09:45', '10:00–10:45']);
  assert.deepEqual(drawn(['08:45', '09:00', '10:15'], 45), ['09:00–09:45', '10:15–11:00']);
  assert.deepEqual(drawn(['08:15'], 60), ['08:15–09:15']);
  assert.deepEqual(drawn(['09:15', '09:00', '09:30'], 15), ['09:00–09:15', '09:15–09:30', '09:30–09:45']);
});
