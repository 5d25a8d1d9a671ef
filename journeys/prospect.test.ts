import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, serveForJourney, type Served } from './house.test-support.ts';
import { atWork, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let house: Served;
let termika: Settled;

before(async () => {
  house = await serveForJourney();
  termika = await settle(house);
  const { status } = await api('PATCH', `/api/members/${termika.annaId}`, { locale: 'fr' });
  assert.equal(status, 200);
});
after(() => house.close());

const api = (method: string, path: string, body?: unknown) => ask(house, termika.key, method, path, body);

test('P1: a name that is there is said while typing, and the one that has it can be opened', async () => {
  await api('POST', '/api/companies', { name: 'Fournil du Port' });
  const { page } = await atWork(house, '/admin/companies');
  await page.getByRole('heading', { name: 'Prospects', level: 1 }).waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Nouveau prospect' });
  await dialog.getByLabel('Nom', { exact: false }).first().fill('fournil DU port');
  await dialog.getByRole('link', { name: 'Fournil du Port' }).waitFor();
  await isForEverybody(page);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.getByRole('link', { name: 'Ouvrir Fournil du Port' }).click();
  await page.getByRole('heading', { name: 'Fournil du Port', level: 1 }).waitFor();
});

test('P1, P8: a field is changed where it stands, and its history says from what to what', async () => {
  const { body } = await api('POST', '/api/companies', { name: 'Pains d’Oc', employees: '11–50' });
  const { page } = await atWork(house, `/admin/companies/${body.id as string}`);
  await page.getByRole('button', { name: /Effectif/ }).click();
  await page.getByRole('combobox', { name: 'Effectif' }).fill('51–200');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Historique' }).getByText('11–50').waitFor();
  await page.getByRole('button', { name: /CA annuel/ }).click();
  await page.getByRole('textbox', { name: 'CA annuel' }).fill('12k');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /CA annuel.*12/ }).waitFor();
  const kept = await api('GET', `/api/companies/${body.id as string}`);
  assert.deepEqual(
    [kept.body.employees, kept.body.annualRevenue],
    ['51–200', { amount: 1_200_000, currency: 'EUR' }],
  );
});
