import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneLine, shortened, typedLine, typedText } from './typed.ts';

test('ABUSE 13: nothing that was typed looks like an address to a mail program', () => {
  assert.equal(typedText('See https://evil.example/pay?x=1'), 'See https: //evil .example/pay?x=1');
  assert.equal(typedText('www.evil.com or evil.com'), 'www .evil .com or evil .com');
  assert.equal(typedText('mail me@evil.co.uk'), 'mail me@evil .co .uk');
  assert.equal(typedText('HTTP://192.168.0.1:80/a'), 'HTTP: //192 .168.0.1:80/a');
  assert.equal(typedText('file:\\\\evil\\share'), 'file: \\ \\evil\\share');
  assert.equal(typedText('evil。com evil．com'), 'evil 。com evil ．com');
  assert.equal(typedText('evil.\u200bcom e\u00advil.com'), 'evil .com evil .com');
  assert.equal(typedText('evil.рф'), 'evil .рф');
});

test('ordinary sentences, numbers and times stay as they were written', () => {
  const plain = 'Hello. It is 3.5 hours, from 09:00 to 12:30 (e.g. on 1.12.), wait... and see: a/b.';
  assert.equal(typedText(plain), plain);
  assert.equal(typedLine('Chloé O’Martin-Łoś'), 'Chloé O’Martin-Łoś');
  assert.equal(typedText('はい。いいえ'), 'はい。いいえ');
});

test('ABUSE 25: every kind of line break is one, and none is left in a line', () => {
  assert.equal(typedText('a\r\nb\rc\u2028d\u2029e\u0085f'), 'a\nb\nc\nd\ne\nf');
  assert.equal(typedLine('a\r\nBcc: eve\u2028\u0000x'), 'a Bcc: eve x');
  assert.equal(oneLine('\u202eevil\u202c \u2066x\u2069'), 'evil x');
  assert.ok(typedLine('a\ud800b').isWellFormed());
});

test('a text is cut between characters', () => {
  assert.equal(shortened('Anna', 4), 'Anna');
  assert.equal(shortened('Annabel', 5), 'Anna…');
  const cut = shortened('ab😀cd', 4);
  assert.equal(cut, 'ab…');
  assert.equal(typedLine('x'.repeat(10_000)).length, 200);
});
