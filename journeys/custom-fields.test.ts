import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask, serveForJourney, until, visitor, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody, tellScreensLate } from './staff.test-support.ts';
import { monthsAhead, settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;
let anaId: string;

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
  anaId = (await api('POST', '/api/leads', { name: 'Ana Costa' })).id as string;
  await api('POST', '/api/leads', { name: 'Bruno Blé' });
});
after(() => served.close());

async function api(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const asked = await ask(served, house.key, method, path, body);
  assert.ok(asked.status < 300, JSON.stringify(asked.body));
  return asked.body;
}

interface OwnField {
  label: string;
  key: string;
  choices: { label: string }[];
}

const fields = async () => (await api('GET', '/api/custom-fields?kind=lead')).items as OwnField[];
const labels = async () => (await fields()).map(({ label }) => label).join(', ');
const valuesOf = async (id: string) => (await api('GET', `/api/leads/${id}`)).custom as object;

/** Opens the dialog of a new field and says what it holds. */
async function begin(page: Page, name: string, type: RegExp): Promise<void> {
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New field of leads' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('radio', { name: type }).click();
}

async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('P5: leads get a choice and a date of the workspace’s own, in the order they are put; a deleted one comes back', async () => {
  const { page, context, complaints } = await atWork(served, '/admin/settings/fields?kind=lead');
  await page.getByRole('heading', { name: 'Leads have no fields of your own yet' }).waitFor();
  await begin(page, 'Oven', /^Choice/);
  await page.getByRole('textbox', { name: 'Choice 1' }).fill('Deck oven');
  await page.getByRole('textbox', { name: 'Choice 1' }).press('Enter');
  await page.keyboard.type('Rack oven');
  await isForEverybody(page);
  await finish(page);
  await page.getByText('Deck oven, Rack oven').waitFor();
  await begin(page, 'First visit', /^Date/);
  await finish(page);
  await page.getByRole('button', { name: 'Move First visit' }).press('ArrowUp');
  await until('the order', async () => (await labels()) === 'First visit, Oven');
  await page.getByRole('button', { name: 'Delete Oven' }).click();
  await page.getByRole('heading', { name: 'Deleted fields' }).waitFor();
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Restore Oven' }).click();
  await page.getByRole('button', { name: 'Oven', exact: true }).waitFor();
  assert.equal(await labels(), 'First visit, Oven');
  await page.setViewportSize({ width: 360, height: 800 });
  await fits(page);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('P8: values are given where they stand, and the history tells them by their names', async () => {
  const { page, context, complaints } = await atWork(served, `/admin/leads/${anaId}`);
  await page.getByRole('combobox', { name: 'Oven' }).click();
  await page.getByRole('option', { name: 'Rack oven' }).click();
  await page.getByRole('textbox', { name: 'First visit' }).fill('1 Dec 2031');
  await page.keyboard.press('Enter');
  await until('both values', async () => {
    const { oven, firstVisit } = (await valuesOf(anaId)) as Record<string, unknown>;
    return oven !== undefined && firstVisit === '2031-12-01';
  });
  const history = page.getByRole('region', { name: 'History' });
  await history.getByText('Rack oven').waitFor();
  await history.getByText('1 Dec 2031').waitFor();
  await isForEverybody(page);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('P8: of several choices the second is added to the first, also where the screen has not heard of it yet', async () => {
  const choices = [{ label: 'Bread' }, { label: 'Pizza' }];
  await api('POST', '/api/custom-fields', { kind: 'ticket', label: 'Bakes', type: 'multi-choice', choices });
  const { id } = await api('POST', '/api/tickets', { subject: 'Oven 3 is cold' });
  const { page, context, complaints } = await atWork(served);
  await tellScreensLate(page);
  await page.goto(`${served.url}/admin/tickets/${id as string}`);
  for (const { label } of choices) {
    await page.getByRole('combobox', { name: 'Bakes' }).fill(label);
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await page.getByRole('option', { name: label }).click();
    await saved;
  }
  const { custom } = await api('GET', `/api/tickets/${id as string}`);
  assert.deepEqual(custom, { bakes: ['bread', 'pizza'] });
  assert.deepEqual(complaints, []);
  await context.close();
});

test('P10: the list of leads shows them to whoever chooses them, and is filtered by them', async () => {
  const { page, context, complaints } = await atWork(served, '/admin/leads');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Oven' }).click();
  await page.keyboard.press('Escape');
  const table = page.getByRole('table', { name: 'Leads' });
  await table.getByRole('columnheader', { name: 'Oven' }).getByRole('button').click();
  await table.getByText('Rack oven').waitFor();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const filter = page.getByRole('dialog');
  await filter.getByRole('button', { name: 'Add a condition' }).click();
  await filter.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'Oven' }).click();
  await filter.getByRole('combobox', { name: 'Value' }).click();
  await page.getByRole('option', { name: 'Rack oven' }).click();
  await page.keyboard.press('Escape');
  await table.getByText('Bruno Blé').waitFor({ state: 'detached' });
  await table.getByText('Ana Costa').waitFor();
  await isForEverybody(page);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('B7: a question of a link fills the field of whoever books, with its choices and without a script', async () => {
  const path = await house.share({ title: 'Oven talk', verification: 'never' });
  const { items } = (await api('GET', '/api/links')) as { items: { id: string; title: string }[] };
  const { id } = items.find(({ title }) => title === 'Oven talk')!;
  const { page, context, complaints } = await atWork(served, `/admin/links/${id}`);
  await page.getByRole('button', { name: 'Question', exact: true }).click();
  await page.getByRole('menuitem', { name: 'One line' }).click();
  const question = page.getByRole('group', { name: 'Your question' });
  await question.getByRole('combobox', { name: 'Fills in the lead' }).click();
  await page.getByRole('option', { name: 'Oven' }).click();
  await question.getByText('Deck oven, Rack oven').waitFor();
  await until('the question', async () =>
    JSON.stringify((await api('GET', `/api/links/${id}`)).questions).includes('Rack oven'),
  );
  await isForEverybody(page);
  assert.deepEqual(complaints, []);
  await context.close();
  await book(path);
  const lead = await until('the lead', async () => {
    const { items: leads } = (await api('GET', '/api/leads?q=Chlo')) as { items: { id: string }[] };
    return leads[0];
  });
  const [, oven] = await fields();
  assert.deepEqual(await valuesOf(lead.id), { oven: 'deck-oven' }, JSON.stringify(oven));
});

async function book(path: string): Promise<void> {
  const { page, context } = await visitor(served, { script: false, width: 360 });
  await page.goto(`${served.url}${path}?month=${monthsAhead(1)}`);
  await page.click('.days a >> nth=1');
  await page.click('.slot >> nth=0');
  await page.getByRole('textbox', { name: 'Name' }).fill('Chloé Martin');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('chloe@frais.example');
  await page.getByRole('radio', { name: 'Deck oven' }).check();
  await fits(page);
  // Nobody fills in a form in under two seconds, and Rondo knows it (ABUSE 14).
  await page.waitForTimeout(2_200);
  await page.click('button.main');
  await page.waitForSelector('#done');
  await context.close();
}
