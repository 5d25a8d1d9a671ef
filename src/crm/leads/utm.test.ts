import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utmFrom, utmWords } from './utm.ts';

test('where a visitor came from is one line of 200 characters each, without signs that steer or turn', () => {
  assert.deepEqual(utmFrom({ source: ' news\u0000\r\nletter\u2028 ', term: '\u202egpj.exe' }), {
    source: 'news letter',
    term: 'gpj.exe',
  });
  assert.equal(utmFrom({ content: 'x'.repeat(201) })?.content, 'x'.repeat(200));
  assert.equal(utmFrom({ content: `${'x'.repeat(199)}\u{1F389}` })?.content, 'x'.repeat(199));
  assert.equal(utmFrom({ source: '', medium: null, campaign: '\u0007 ' }), null);
  assert.equal(utmFrom({}), null);
});

test('people read what is there, in one order', () => {
  assert.equal(utmWords({ campaign: 'spring', source: 'newsletter' }), 'newsletter / spring');
});
