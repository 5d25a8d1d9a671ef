import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayTo } from '../../admin/refusals/say-to.ts';
import type { Import } from './import.ts';
import { refusedRows } from './refused-rows.ts';

const found = {
  facts: { columns: [{ name: 'Nom' }, { name: 'Courriel' }] },
  plan: { fields: ['name', 'emails'] },
} as unknown as Import;

const whys = [
  'emails.0.address: Write an e-mail address we can answer, such as name@example.com.',
  'This row has 7 cells; the heading has 2.',
];

async function written(locale: 'fr' | null): Promise<string> {
  const answers = [
    { batch: 0, lines: JSON.stringify(whys.map((_, at) => ({ line: at + 2, cells: ['A', 'b'] }))) },
  ];
  const row = answers.map((one) => ({ ...one, refusals: JSON.stringify(whys) }));
  const query: object = new Proxy(
    {},
    { get: (_, name) => (name === 'executeTakeFirst' ? () => Promise.resolve(row.shift()) : () => query) },
  );
  const chunks = await Array.fromAsync(
    refusedRows(query as never, { workspaceId: '', id: '' }, found, locale && sayTo(locale)),
  );
  return Buffer.concat(chunks).toString('utf8');
}

test('the file of refused rows is in the language of whoever reads it, and names their columns', async () => {
  const file = await written('fr');
  assert.match(file, /Nom,Courriel,Ligne,Raison/);
  assert.match(file, /A,b,2,"?Courriel: Écrivez une adresse/);
  assert.match(file, /Cette ligne a 7 cellules.*en a 2\./);
});

test('for programs it is as the API writes it', async () => {
  assert.match(await written(null), /Line,Why\r\n"?A,b,2,"emails\.0\.address: Write/);
});
