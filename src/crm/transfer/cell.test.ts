import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moneyFrom, stageFrom } from './cell.ts';

test('an amount is read as people write it: signs, thousands, decimals', () => {
  const read = (cell: string) => {
    const { amount, currency } = moneyFrom(cell) as { amount: number; currency: string };
    return `${amount} ${currency}`;
  };
  assert.equal(read('12.50 EUR'), '1250 EUR');
  assert.equal(read('1.200,50 €'), '120050 EUR');
  assert.equal(read('1 200 000 zł'), '120000000 PLN');
  assert.equal(read('$1,200'), '120000 USD');
  assert.equal(read('GBP 1,200.5'), '120050 GBP');
  assert.equal(read('1’250 CHF'), '125000 CHF');
  assert.equal(read('12.500 KWD'), '12500 KWD');
  assert.equal(read('1200 JPY'), '1200 JPY');
});

test('what is no amount stays as it is, for the schema to refuse', () => {
  for (const cell of ['1200', 'much', '1,2,3 EUR', '12.5 JPY', '-5 EUR', 'EUR', '9'.repeat(20) + ' EUR'])
    assert.equal(moneyFrom(cell), cell);
});

test('a stage is known by what people call it', () => {
  assert.deepEqual(['Klient', 'CLIENT', 'Former', 'Partenaire', 'Odd'].map(stageFrom), [
    'customer',
    'customer',
    'former',
    'partner',
    'odd',
  ]);
});
