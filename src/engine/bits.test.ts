import assert from 'node:assert/strict';
import test from 'node:test';
import * as fc from 'fast-check';
import { at, texts } from './cast.test-support.ts';
import { clearAround, frameAround, hasBit, keepRuns, minutesOf, noBits, setWithin } from './bits.ts';

const frame = frameAround(at('2026-06-01T05:00'), at('2026-06-02T05:00'));

test('ENGINE 10: a frame is whole UTC days, also where the window is empty', () => {
  assert.deepEqual(texts([frame.from, frame.to]), ['2026-06-01T00:00', '2026-06-03T00:00']);
  assert.equal(frame.words, 18);
  assert.equal(frameAround(at('2026-06-01T00:00'), at('2026-06-01T00:00')).words, 9);
});

test('ENGINE 10: open time is rounded inward, closed time outward', () => {
  const bits = noBits(frame);
  setWithin(bits, frame, at('2026-06-01T09:01'), at('2026-06-01T09:19'));
  assert.deepEqual(texts(minutesOf(bits, frame)), ['2026-06-01T09:05', '2026-06-01T09:10']);
  clearAround(bits, frame, at('2026-06-01T09:09'), at('2026-06-01T09:11'));
  assert.deepEqual(minutesOf(bits, frame), []);
});

test('ENGINE 1: what ends where a cell begins leaves that cell alone', () => {
  const bits = noBits(frame).fill(-1);
  clearAround(bits, frame, at('2026-06-01T09:00'), at('2026-06-01T09:30'));
  assert.ok(hasBit(bits, frame, at('2026-06-01T08:55')));
  assert.ok(!hasBit(bits, frame, at('2026-06-01T09:00')));
  assert.ok(!hasBit(bits, frame, at('2026-06-01T09:25')));
  assert.ok(hasBit(bits, frame, at('2026-06-01T09:30')));
});

test('what lies outside the frame, or reaches out of it, is cut', () => {
  const bits = noBits(frame);
  setWithin(bits, frame, frame.from - 50_000, frame.from - 20);
  setWithin(bits, frame, frame.to, frame.to + 50_000);
  assert.deepEqual(minutesOf(bits, frame), []);
  setWithin(bits, frame, frame.from - 7, frame.from + 5);
  setWithin(bits, frame, frame.to - 5, frame.to + 7);
  assert.deepEqual(minutesOf(bits, frame), [frame.from, frame.to - 5]);
  clearAround(bits, frame, frame.from - 50_000, frame.to + 50_000);
  assert.deepEqual(minutesOf(bits, frame), []);
});

test('ENGINE 6: the run test keeps a cell only with all that follow, for every length up to a day and a half', () => {
  const cells = 32 * frame.words;
  const gaps = fc.uniqueArray(fc.integer({ min: 0, max: cells - 1 }), { maxLength: 12 });
  const property = fc.property(gaps, fc.integer({ min: 1, max: 432 }), (gaps, length) => {
    const bits = noBits(frame).fill(-1);
    for (const gap of gaps) clearAround(bits, frame, frame.from + gap * 5, frame.from + gap * 5 + 5);
    const ends = [...gaps, cells];
    const expected = Array.from({ length: cells }, (_, cell) => cell)
      .filter((cell) => ends.every((end) => end < cell || end >= cell + length))
      .map((cell) => frame.from + cell * 5);
    keepRuns(bits, length);
    assert.deepEqual(minutesOf(bits, frame), expected);
  });
  fc.assert(property, { numRuns: 300, seed: 2026 });
});
