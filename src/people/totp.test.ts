import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeAt, codeOfStep, newTotpSecret, stepOfCode, toBase32, totpAddress } from './totp.ts';

const RFC_KEY = Buffer.from('12345678901234567890');
const RFC_SECRET = toBase32(RFC_KEY);

test('the ten values of RFC 4226, appendix D', () => {
  const wanted = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ');
  assert.deepEqual(
    wanted.map((_, counter) => codeOfStep(RFC_KEY, counter)),
    wanted,
  );
});

test('the SHA-1 values of RFC 6238, appendix B', () => {
  const wanted: [number, string][] = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ];
  for (const [seconds, code] of wanted) {
    assert.equal(codeOfStep(RFC_KEY, Math.floor(seconds / 30), 8), code);
    assert.equal(codeAt(RFC_SECRET, seconds * 1000), code.slice(2));
  }
});

test('base32 as RFC 4648 writes it', () => {
  const wanted = {
    f: 'MY',
    fo: 'MZXQ',
    foo: 'MZXW6',
    foob: 'MZXW6YQ',
    fooba: 'MZXW6YTB',
    foobar: 'MZXW6YTBOI',
  };
  for (const [text, base32] of Object.entries(wanted)) assert.equal(toBase32(Buffer.from(text)), base32);
});

test('the code before and the code after are good, the next ones are not', () => {
  const now = 1_800_000_015_000;
  const step = Math.floor(now / 30_000);
  for (const drift of [-1, 0, 1]) {
    assert.equal(stepOfCode(RFC_SECRET, codeAt(RFC_SECRET, now + drift * 30_000), now), step + drift);
  }
  for (const drift of [-2, 2, -2880]) {
    assert.equal(stepOfCode(RFC_SECRET, codeAt(RFC_SECRET, now + drift * 30_000), now), null);
  }
  for (const code of ['', '00000', '0000000', 'abcdef', codeAt(newTotpSecret(), now)]) {
    assert.equal(stepOfCode(RFC_SECRET, code, now), null, code);
  }
});

test('a secret has 160 bits, never the same ones, and its address is what apps read', () => {
  const secrets = new Set(Array.from({ length: 50 }, newTotpSecret));
  assert.equal(secrets.size, 50);
  for (const secret of secrets) assert.match(secret, /^[A-Z2-7]{32}$/);
  const address = new URL(totpAddress('ABCD', 'A: B', 'zoë@x.example'));
  assert.equal(address.protocol, 'otpauth:');
  assert.equal(decodeURIComponent(address.pathname), '/A  B:zoë@x.example');
  assert.deepEqual(Object.fromEntries(address.searchParams), { secret: 'ABCD', issuer: 'A  B' });
});
