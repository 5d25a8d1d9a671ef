import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digitsOf, moneyWords, readMoney, writeMoney } from './money-text.ts';

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

test('an amount is read as its writer writes it, in cents', () => {
  for (const [text, language, minor] of [
    ['1234.5', 'en', 123_450],
    ['1,234.50', 'en', 123_450],
    ['1,234', 'en', 123_400],
    ['1 234,50', 'fr', 123_450],
    ['1\u202F234,50 €', 'fr', 123_450],
    ['1.234,5', 'pl', 123_450],
    ['1.234', 'pl', 123_400],
    ['1234,5', 'en', 123_450],
    ['€48,600', 'en', 4_860_000],
    ['EUR 20', 'en', 2000],
    ['.5', 'en', 50],
    ['-3', 'en', -300],
    ['0', 'en', 0],
    ['12k', 'en', 1_200_000],
    ['1,5m', 'fr', 150_000_000],
  ] as const)
    assert.equal(readMoney(text, 'EUR', language), minor, `${text} in ${language}`);
});

test('what is no amount is refused, never rounded', () => {
  for (const text of ['', 'a lot', '1.2.3', '12,34.5', '1,234.567', '1.005', '--2', '9'.repeat(20)])
    assert.equal(readMoney(text, 'EUR', 'en'), null, text);
});

test('the currency says how many decimals there are', () => {
  assert.equal(digitsOf('JPY'), 0);
  assert.equal(digitsOf('KWD'), 3);
  assert.equal(readMoney('1500', 'JPY', 'en'), 1500);
  assert.equal(readMoney('15.5', 'JPY', 'en'), null);
  assert.equal(readMoney('1.234', 'KWD', 'en'), 1234);
});

test('an amount is written in the reader’s way, with cents only when there are some', () => {
  assert.equal(moneyWords(4_860_000, 'EUR', 'en'), '€48,600');
  assert.equal(moneyWords(4_860_050, 'EUR', 'en'), '€48,600.50');
  assert.equal(plain(moneyWords(4_860_000, 'EUR', 'fr')), '48 600 €');
  assert.equal(plain(moneyWords(123_450, 'PLN', 'pl')), '1234,50 zł');
  assert.equal(plain(writeMoney(4_860_050, 'EUR', 'fr')), '48 600,50');
  assert.equal(moneyWords(100, 'not one', 'en'), '1 not one');
});

test('what was written can be read again', () => {
  for (const language of ['en', 'fr', 'pl'])
    for (const minor of [0, 5, 100, 123_456, 99_999_999_999])
      assert.equal(readMoney(writeMoney(minor, 'EUR', language), 'EUR', language), minor);
});
