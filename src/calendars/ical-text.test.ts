import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded } from './ical-text.ts';

test('ABUSE 25: a line of 75 octets stays whole, one more is broken and begins with a space', () => {
  assert.equal(folded('x'.repeat(75)), 'x'.repeat(75));
  assert.equal(folded('x'.repeat(76)), `${'x'.repeat(75)}\r\n x`);
  assert.equal(folded('x'.repeat(150)), `${'x'.repeat(75)}\r\n ${'x'.repeat(74)}\r\n x`);
});

test('ABUSE 25: octets are counted, and no character is cut', () => {
  assert.equal(folded(`${'x'.repeat(74)}é`), `${'x'.repeat(74)}\r\n é`);
  assert.equal(folded(`${'x'.repeat(72)}😀`), `${'x'.repeat(72)}\r\n 😀`);
  assert.equal(folded(''), '');
});
