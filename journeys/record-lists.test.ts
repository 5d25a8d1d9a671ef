import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask, serveForJourney, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
  const leads = [
    { name: 'Ana Costa', status: 'new', source: 'Fair' },
    { name: 'Bruno Blé', status: 'contacted' },
    { name: 'Chloé Girard', status: 'contacted', ownerId: house.annaId },
    { name: 'Z'.repeat(200), status: 'lost' },
  ];
  for (const lead of leads) await make('/api/leads', lead);
  await make('/api/contacts', { name: 'Marek Nowak', jobTitle: 'Baker' });
});
after(() => served.close());

async function make(path: string, body: object): Promise<void> {
  const made = await ask(served, house.key, 'POST', path, body);
  assert.equal(made.status, 201, JSON.stringify(made.body));
}

const names = (page: Page) => page.locator('tbody [data-row] bdi').allTextContents();

async function shows(page: Page, wanted: string[]): Promise<void> {
  const last = page.locator('tbody [data-row]').nth(wanted.length);
  await last.waitFor({ state: 'detached' });
  for (const [at, name] of wanted.entries())
    await page.locator(`tbody [data-row="${at}"]`).getByText(name, { exact: true }).waitFor();
  assert.deepEqual(await names(page), wanted);
}

test('P10: filtered, ordered, with other columns; kept as a view and opened again', async () => {
  const { page, context, complaints, elsewhere } = await atWork(served, '/admin/leads');
  await page.getByRole('table', { name: 'Leads' }).waitFor();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const filter = page.getByRole('dialog');
  await filter.getByRole('button', { name: 'Add a condition' }).click();
  await filter.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'Status' }).click();
  await filter.getByRole('combobox', { name: 'Value' }).click();
  await page.getByRole('option', { name: 'Contacted' }).click();
  await page.keyboard.press('Escape');
  await shows(page, ['Chloé Girard', 'Bruno Blé']);
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await shows(page, ['Bruno Blé', 'Chloé Girard']);
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Source' }).click();
  await page.getByRole('columnheader', { name: 'Source' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('In talks');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'In talks' }).waitFor();
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await page.getByText('Ana Costa').waitFor();
  await page.getByRole('link', { name: 'In talks' }).click();
  await shows(page, ['Bruno Blé', 'Chloé Girard']);
  await page.getByRole('columnheader', { name: 'Source' }).waitFor();
  await opensWithInTalks(page);
  assert.deepEqual([complaints, elsewhere], [[], []]);
  await context.close();
});

/** The list opens with the view for whoever says so, until they say otherwise. */
async function opensWithInTalks(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More about In talks' }).click();
  await page.getByRole('menuitem', { name: 'Open the list with it' }).click();
  await page.getByRole('link', { name: 'In talks (the list opens with it)' }).waitFor();
  await page.goto(`${served.url}/admin/leads`);
  await shows(page, ['Bruno Blé', 'Chloé Girard']);
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await page.getByText('Ana Costa').waitFor();
  await page.getByRole('link', { name: /^In talks/ }).click();
  await page.getByRole('button', { name: 'More about In talks' }).click();
  await page.getByRole('menuitem', { name: 'Open the list without it' }).click();
  await page.getByRole('link', { name: 'In talks', exact: true }).waitFor();
}

test('P10: many at once, by keyboard: another owner; the trash and back', async () => {
  const { page, context, complaints } = await atWork(served, '/admin/leads?sort=name');
  await page.locator('tbody [data-row="0"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Change owner' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Anna' }).waitFor();
  await page.keyboard.press('Home');
  await page.getByRole('menuitem', { name: 'Anna' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('2 records changed').waitFor();
  const { body } = await ask(served, house.key, 'GET', `/api/leads?ownerId=${house.annaId}`);
  assert.equal((body.items as object[]).length, 3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('tbody [data-row="0"]').getByText('Anna').waitFor({ state: 'detached' });
  await page.locator('tbody [data-row="0"]').focus();
  await page.keyboard.press('Space');
  await page.getByRole('region', { name: /./ }).getByRole('button', { name: 'Delete' }).press('Enter');
  await page.getByText('1 record is in the trash').waitFor();
  await page.locator('tbody').getByText('Ana Costa').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('tbody').getByText('Ana Costa').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('P10: the file holds what the list shows, and a telephone has room for it', async () => {
  const { page, context } = await atWork(served, '/admin/contacts?q=mar', { width: 360 });
  await page.locator('tbody').getByText('Marek Nowak').waitFor();
  await isForEverybody(page);
  await fits(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More about this list' }).click();
  await page.getByRole('menuitem', { name: 'Download as CSV' }).click();
  assert.equal((await download).suggestedFilename(), 'contacts.csv');
  await page.goto(`${served.url}/admin/leads`);
  await page.locator('tbody').getByText('Ana Costa').waitFor();
  await fits(page);
  await page.goto(`${served.url}/admin/leads?q=nobody`);
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await page.locator('tbody').getByText('Ana Costa').waitFor();
  await context.close();
});
