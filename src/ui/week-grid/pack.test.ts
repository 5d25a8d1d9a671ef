import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { merge } from './lay-out.ts';
import { pack } from './pack.ts';

test('what does not overlap has the lane for itself; what does shares it', () => {
  const packed = pack([
    { top: 0, bottom: 60 },
    { top: 30, bottom: 90 },
    { top: 90, bottom: 120 },
  ]);
  assert.deepEqual(packed, [
    { column: 0, columns: 2, wide: 1 },
    { column: 1, columns: 2, wide: 1 },
    { column: 0, columns: 1, wide: 1 },
  ]);
});

test('one with room to its right takes it', () => {
  const packed = pack([
    { top: 0, bottom: 120 },
    { top: 0, bottom: 30 },
    { top: 0, bottom: 30 },
    { top: 60, bottom: 90 },
  ]);
  assert.deepEqual(packed[3], { column: 1, columns: 3, wide: 2 });
});

const extents = fc.array(
  fc.record({ top: fc.nat(1440), length: fc.integer({ min: 1, max: 300 }) }).map(({ top, length }) => ({
    top,
    bottom: top + length,
  })),
  { maxLength: 40 },
);

test('packing never lets one cover another, nor leave its lane', () => {
  fc.assert(
    fc.property(extents, (extents) => {
      const packed = pack(extents);
      packed.forEach((one, i) => {
        assert.ok(one.wide >= 1 && one.column + one.wide <= one.columns);
        packed.slice(i + 1).forEach((other, offset) => {
          const [a, b] = [extents[i]!, extents[i + 1 + offset]!];
          if (a.bottom <= b.top || b.bottom <= a.top) return;
          assert.equal(one.columns, other.columns);
          assert.ok(one.column + one.wide <= other.column || other.column + other.wide <= one.column);
        });
      });
    }),
  );
});

test('merged stretches never touch and cover what they were made of', () => {
  fc.assert(
    fc.property(extents, (extents) => {
      const merged = merge(extents);
      merged.slice(1).forEach(({ top }, index) => assert.ok(top > merged[index]!.bottom));
      for (const { top, bottom } of extents)
        assert.ok(merged.some((whole) => whole.top <= top && whole.bottom >= bottom));
    }),
  );
});
