import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moneyFrom, numberFrom, said } from './cell.ts';
import { decode } from './encoding.ts';
import { guessDelimiter, readCsv } from './read-csv.ts';
import { guessFields } from './targets.ts';

const read = (text: string) => readCsv(text, guessDelimiter(text), 100);

test('P10: quotes, breaks inside them, all three delimiters and ends of lines are read', () => {
  for (const delimiter of [',', ';', '\t']) {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `\uFEFFName${delimiter}Note${end}"A ""B"""${delimiter}"x${end}y"${end}${end}C${delimiter}${end}`;
      const { names, rows } = read(text);
      assert.deepEqual(names, ['Name', 'Note']);
      assert.deepEqual(rows, [
        { line: 2, cells: ['A "B"', `x${end}y`] },
        { line: 5, cells: ['C', ''] },
      ]);
    }
  }
});

test('P10: a ragged row and an unclosed quote cost their own row, with its line', () => {
  const { rows } = read('a,b\n1,2\n"x,3\n4,5\n6\n7,8,9\n8,9,,\n"y"z,1\n');
  const bad = rows.filter(({ problem }) => problem).map(({ line }) => line);
  assert.deepEqual(bad, [3, 5, 6, 8]);
  assert.deepEqual(
    rows.filter(({ problem }) => !problem).map(({ cells }) => cells),
    [
      ['1', '2'],
      ['4', '5'],
      ['8', '9'],
    ],
  );
});

test('columns without a name, or of one name, can be told apart', () => {
  assert.deepEqual(read('a,,a,__proto__\n1,2,3,4').names, ['a', 'Column 2', 'a (2)', '__proto__']);
});

test('P10: UTF-16 by its mark, and what spreadsheets on Windows write, become the same letters', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Śnieżka', 'utf16le')]);
  assert.deepEqual(decode(utf16), { text: 'Śnieżka', encoding: 'utf-16le', guessed: false });
  assert.equal(decode(Buffer.from('Śnieżka')).encoding, 'utf-8');
  const french = decode(Buffer.from([0x43, 0xf4, 0x74, 0xe9]));
  assert.deepEqual(french, { text: 'Côté', encoding: 'windows-1252', guessed: true });
  const polish = decode(Buffer.from([0xa3, 0xf3, 0x64, 0x9f]));
  assert.deepEqual(polish, { text: 'Łódź', encoding: 'windows-1250', guessed: true });
});

test('whatever the text, reading ends, and every line of it is in one row at most', () => {
  const sign = fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'a', "'", '=', '\0', '\ud800', 'é');
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      const { names, rows } = read(signs.join(''));
      const lines = rows.map(({ line }) => line);
      assert.deepEqual(
        lines,
        [...new Set(lines)].toSorted((a, b) => a - b),
      );
      assert.equal(new Set(names).size, names.length);
    }),
    { numRuns: 500 },
  );
});

test('a file of nothing but open quotes is read in time', () => {
  const started = Date.now();
  readCsv(`a\n${'"""x""\n'.repeat(100_000)}`, ',', 100_000);
  assert.ok(Date.now() - started < 10_000);
});

test('ABUSE 26: the apostrophe before a formula goes, any other stays; amounts are read as people write them', () => {
  assert.deepEqual(["'=1+1", "'+48 22", "'s-Hertogenbosch", "''=x"].map(said), [
    '=1+1',
    '+48 22',
    "'s-Hertogenbosch",
    "''=x",
  ]);
  assert.deepEqual(moneyFrom('1 250,50 EUR'), { amount: 125_050, currency: 'EUR' });
  assert.deepEqual(moneyFrom('300 JPY'), { amount: 300, currency: 'JPY' });
  assert.deepEqual(
    [moneyFrom('1e999 EUR'), numberFrom('1e999'), numberFrom('12,5')],
    ['1e999 EUR', '1e999', 12.5],
  );
});

test('P10: columns are known by what they are called in English, French and Polish', () => {
  assert.deepEqual(guessFields('contact', ['Prénom', 'NAZWISKO', 'E-mail', 'Société', 'Hobby', 'email']), [
    'firstName',
    'lastName',
    'emails',
    'companyName',
    null,
    null,
  ]);
});
