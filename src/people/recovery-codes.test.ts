import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretsFrom } from '#platform/secrets.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts';

const secrets = secretsFrom('a secret of more than thirty-two characters');

test('ten codes, all different, without letters that look like digits', () => {
  const codes = newRecoveryCodes();
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
});

test('a code is the same however it is typed, and another person’s is another', () => {
  const kept = recoveryHash(secrets, 'anna', '10ABC-DEFGH');
  assert.notEqual(kept, null);
  for (const typed of ['10abcdefgh', ' IOABC DEFGH ', 'lo-ab-cd-ef-gh']) {
    assert.equal(recoveryHash(secrets, 'anna', typed), kept, typed);
  }
  assert.notEqual(recoveryHash(secrets, 'bo', '10ABC-DEFGH'), kept);
  const other = secretsFrom('another secret of more than thirty-two');
  assert.notEqual(recoveryHash(other, 'anna', '10ABC-DEFGH'), kept, 'the database alone is not enough');
});

test('what cannot be a code is none', () => {
  for (const typed of [
    '',
    '-',
    '123456',
    '10ABC-DEFG',
    '10ABC-DEFGHJ',
    '10ABC-DEFG!',
    'UUUUU-UUUUU',
    '\u0000',
  ]) {
    assert.equal(recoveryHash(secrets, 'anna', typed), null, typed);
  }
});
