import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody, tellScreensLate } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
});
after(() => served.close());

async function made(path: string, body: object): Promise<string> {
  const answer = await ask(served, house.key, 'POST', path, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id as string;
}

test('P4: a lead becomes a contact with its company and a deal, by keyboard alone', async () => {
  const emails = [{ address: 'yanis@garonne.example', primary: true }];
  const lead = await made('/api/leads', { name: 'Yanis Ferhat', companyName: 'Garonne', emails });
  await made(`/api/leads/${lead}/notes`, { html: '<p>Two deck ovens</p>' });
  const { page, context, complaints } = await atWork(served, `/admin/leads/${lead}`);
  const { keyboard } = page;
  await page.getByRole('button', { name: 'Convert' }).focus();
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Convert Yanis Ferhat into a contact' });
  await dialog.getByRole('radio', { name: /^Garonne, made/ }).waitFor();
  await dialog.getByRole('checkbox', { name: 'Make a deal too' }).focus();
  await keyboard.press('Space');
  await isForEverybody(page);
  await dialog.getByLabel('Title of the deal').focus();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Ovens for Garonne');
  await keyboard.press('Enter');
  await page.getByRole('link', { name: 'Contacts' }).first().waitFor();
  await page.getByRole('heading', { level: 1, name: 'Yanis Ferhat' }).waitFor();
  await page.getByText('Yanis Ferhat is a contact now').waitFor();
  await page.getByText('Two deck ovens').waitFor();
  await page.getByRole('link', { name: 'Garonne', exact: true }).first().waitFor();
  await isForEverybody(page);
  const { body } = await ask(served, house.key, 'GET', '/api/deals?q=Garonne');
  assert.equal((body.items as unknown[]).length, 1);
  await page.goto(`${served.url}/admin/leads/${lead}`);
  await page.getByText('This lead was converted').waitFor();
  await isForEverybody(page);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('P5: a ticket is written down by keys, gets a status where it stands, and leaves the open ones', async () => {
  const { page, context, complaints } = await atWork(served, '/admin/tickets');
  await page.getByRole('heading', { level: 1, name: 'Tickets' }).waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await dialog.getByLabel('Subject').fill('Oven 3 does not hold 230 °C');
  await isForEverybody(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Oven 3 does not hold 230 °C' }).waitFor();
  await isForEverybody(page);
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Solved' }).click();
  await until('a ticket that is solved', async () => {
    const { body } = await ask(served, house.key, 'GET', '/api/tickets?status=solved');
    return (body.items as unknown[]).length === 1;
  });
  await page.getByRole('link', { name: 'Tickets' }).last().click();
  await page.getByRole('heading', { level: 1, name: 'Tickets' }).waitFor();
  await page.getByRole('link', { name: 'Solved' }).click();
  await page.getByRole('row', { name: /Oven 3/ }).waitFor();
  await isForEverybody(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await fits(page);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('A second field is saved over the first, also where the screen has not heard of the first yet', async () => {
  const lead = await made('/api/leads', { name: 'Ana Costa' });
  const { page, context, complaints } = await atWork(served);
  await tellScreensLate(page);
  await page.goto(`${served.url}/admin/leads/${lead}`);
  await fillIn(page, 'Job title', 'Baker');
  await fillIn(page, 'Skype', 'ana.costa');
  const { body } = await ask(served, house.key, 'GET', `/api/leads/${lead}`);
  assert.deepEqual([body.jobTitle, body.skype], ['Baker', 'ana.costa']);
  assert.deepEqual(complaints, []);
  await context.close();
});

async function fillIn(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole('button', { name: `Edit ${name}` }).click();
  await page.getByRole('textbox', { name, exact: true }).fill(value);
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await page.keyboard.press('Enter');
  assert.equal((await saved).status(), 200);
}
