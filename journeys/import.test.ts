import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
});
after(() => served.close());

/** As a spreadsheet on Windows writes it: semicolons, windows-1252; a bad address, a short row, somebody twice. */
const FAIR = [
  'Nom;Société;Adresse;Fonction',
  'Jürgen Müller;Bäckerei Müller;juergen@mueller.example;Geschäftsführer',
  'Zoé Lefèvre;Four à Pain;zoe.lefevre;Gérante',
  'Trop court;Pétrin',
  'Renée Côté;Four à Pain;renee@four.example;Cheffe',
  'R. Côté;Four à Pain;Renee@four.example;',
].join('\r\n');

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text, 'latin1'),
});

async function offer(page: Page, given: ReturnType<typeof file>): Promise<void> {
  const choice = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choice).setFiles(given);
}

/** The figures 'added, filled in, skipped, refused' as they are shown once they are these. */
async function counts(page: Page, wanted: number[]): Promise<void> {
  await until(`the figures ${wanted.join(', ')}`, async () => {
    const shown = await page.locator('dl dd').allTextContents();
    return shown.map(Number).join() === wanted.join();
  });
}

async function becomes(page: Page, column: string, field: string): Promise<void> {
  await page.getByRole('combobox', { name: `“${column}” becomes` }).click();
  await page.getByRole('option', { name: field, exact: true }).click();
}

test('P10: a file with mistakes becomes contacts: wrong files first, then mapped, foreseen, made, and what was refused comes back', async () => {
  const { page, context, complaints, elsewhere } = await atWork(served, '/admin/contacts');
  await page.getByRole('button', { name: 'More about this list' }).click();
  await page.getByRole('menuitem', { name: 'Import contacts' }).click();
  await refuseWrongFiles(page);
  // The browser says of every refusal that it was one.
  complaints.length = 0;
  await offer(page, file('fair.csv', FAIR));
  await page.getByText('5 rows · separated by semicolons · Windows-1252').waitFor();
  await mapAndForesee(page);
  await page.keyboard.press('Escape');
  await page.getByRole('table', { name: 'Earlier imports' }).getByText('Not imported yet').waitFor();
  await page.getByRole('link', { name: 'fair.csv' }).click();
  await page.getByRole('combobox', { name: '“Adresse” becomes' }).getByText('E-mail').waitFor();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.getByText('Import finished').waitFor();
  await counts(page, [2, 0, 1, 2]);
  await isForEverybody(page);
  await takeRefused(page);
  await page.getByRole('link', { name: 'Show contacts' }).click();
  await page.locator('tbody').getByText('Jürgen Müller').click();
  await page.getByRole('heading', { name: 'Jürgen Müller' }).waitFor();
  await page.getByRole('link', { name: 'Bäckerei Müller' }).waitFor();
  assert.deepEqual([complaints, elsewhere], [[], []]);
  await context.close();
});

async function refuseWrongFiles(page: Page): Promise<void> {
  await offer(page, file('fair.xlsx', 'PK'));
  await page.getByText('fair.xlsx is not one of these').waitFor();
  await offer(page, file('fair.csv', 'PK\u0003\u0004\u0000\u0000'));
  await page.getByText('This is no text. Save the sheet as CSV').waitFor();
  await offer(page, file('heading.csv', 'Nom;Adresse\r\n'));
  await page.getByText('This file has no rows below its heading.').waitFor();
  await isForEverybody(page);
}

async function mapAndForesee(page: Page): Promise<void> {
  await counts(page, [4, 0, 0, 1]);
  await becomes(page, 'Adresse', 'E-mail');
  await counts(page, [2, 0, 1, 2]);
  await page.getByText('E-mail: Write an e-mail address we can answer').waitFor();
  await page.getByText('This row has 2 cells; the heading has 4.').waitFor();
  const companies = page.getByRole('checkbox', { name: 'Add companies that are not there yet' });
  await companies.click();
  await companies.and(page.locator('[data-checked]')).waitFor();
  await page.getByRole('button', { name: 'Import 2 rows' }).and(page.locator(':enabled')).waitFor();
  await isForEverybody(page);
}

async function takeRefused(page: Page): Promise<void> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download refused rows' }).click();
  const refused = await readFile(await (await download).path(), 'utf8');
  assert.match(
    refused,
    /^\uFEFFNom,Société,Adresse,Fonction,Line,Why\r\nZoé Lefèvre,Four à Pain,zoe\.lefevre,/,
  );
  assert.match(refused, /Trop court,Pétrin,,,4,/);
}

test('P10: by keyboard from the command menu, on a telephone too; a name is needed before anything is foreseen', async () => {
  const { page, context, complaints } = await atWork(served, '/admin', { width: 360 });
  await page.getByRole('main').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('import leads');
  await page.getByRole('option', { name: 'Import leads' }).and(page.locator('[data-highlighted]')).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/imports\?kind=lead/);
  await page.locator('#screen:focus').waitFor();
  await offer(page, file('stand.csv', 'Wer,Mail\r\nEwa Lis,ewa@lis.example'));
  await page.getByText('Choose the column that holds the name.').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled());
  await becomes(page, 'Wer', 'Name');
  await counts(page, [1, 0, 0, 0]);
  await fits(page);
  await page.getByRole('button', { name: 'Import 1 row' }).press('Enter');
  await page.getByText('Import finished').waitFor();
  await fits(page);
  const { body } = await ask(served, house.key, 'GET', '/api/leads?q=ewa');
  assert.equal((body.items as { name: string }[])[0]?.name, 'Ewa Lis');
  assert.deepEqual(complaints, []);
  await context.close();
});

test('ABUSE 26: the file of a list holds no formula', async () => {
  const name = '=HYPERLINK("https://evil.example")';
  const made = await ask(served, house.key, 'POST', '/api/contacts', { name });
  assert.equal(made.status, 201);
  const { page, context } = await atWork(served, '/admin/contacts?q=hyperlink');
  await page.locator('tbody').getByText(name).waitFor();
  await page.getByRole('button', { name: 'More about this list' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Download as CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  assert.match(text, /"'=HYPERLINK\(""https/);
  await context.close();
});
