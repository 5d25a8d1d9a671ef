import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD } from '../demo/cast.ts';
import { PATIENCE_MS, ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, isForEverybody } from './staff.test-support.ts';
import { monthsAhead, settle, type Settled } from './termika.test-support.ts';

let served: Served;
let termika: Settled;
let page: Page;

before(async () => {
  served = await serveForJourney();
  termika = await settle(served);
  page = (await atWork(served, '/admin/settings/members')).page;
  page.setDefaultTimeout(PATIENCE_MS);
});
after(() => served.close());

const api = async (path: string) => (await ask(served, termika.key, 'GET', path)).body;
const open = (section: string) => page.goto(`${served.url}/admin/settings/${section}`);
/** While a toast is not focused it is read out by its text alone. */
const undoInToast = () => page.locator('[data-base-ui-portal] button', { hasText: 'Undo' }).last();
const saved = () => page.getByText(/^Saved \d/).waitFor();

/** Answers to requests for this address wait; `arrive` lets them through, and is done when the page has drawn them. */
async function holdAnswers(address: string): Promise<{ arrive: () => Promise<void> }> {
  const held = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    await held.promise;
    await route.continue();
  });
  const answered = page.waitForResponse(address);
  return {
    arrive: async () => {
      held.resolve();
      await (await answered).finished();
      await page.unroute(address);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    },
  };
}

test('N1: a colleague is invited; the address of the invitation can be passed on while mail is kept here', async () => {
  await open('members');
  await page.getByRole('link', { name: /Anna/ }).first().waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Bo Lindqvist');
  await dialog.getByRole('textbox', { name: 'E-mail address' }).fill('bo');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await dialog.getByText(/Write an e-mail address/).waitFor();
  await dialog.getByRole('textbox', { name: 'E-mail address' }).fill('bo@termika.example');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await dialog.waitFor({ state: 'detached' });
  const link = page.getByRole('textbox', { name: 'Address of the invitation' });
  await link.waitFor();
  assert.match(await link.inputValue(), /\/invitation\?token=/);
  await page.getByRole('checkbox', { name: /Manage links/ }).click();
  await saved();
  await isForEverybody(page);
});

test('N1: what is ticked while the tick before is still being saved is kept with it', async () => {
  const boxes = [/Manage rotations/, /See all records/].map((name) => page.getByRole('checkbox', { name }));
  const answer = await holdAnswers('**/api/members/*');
  for (const box of boxes) await box.click();
  for (const box of boxes) assert.equal(await box.getAttribute('aria-checked'), 'true');
  await answer.arrive();
  await until('both permissions', async () => {
    const { items } = (await api('/api/members')) as unknown as { items: { permissions: string[] }[] };
    return items.some(
      ({ permissions }) =>
        permissions.includes('manage-rotations') &&
        permissions.includes('see-all-records') &&
        permissions.length === 3,
    );
  });
  for (const box of boxes) assert.equal(await box.getAttribute('aria-checked'), 'true');
});

test('N2: deactivating says what follows and is asked first; coming back is one press', async () => {
  await page.getByRole('button', { name: 'Deactivate' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByText('0 bookings to come will need another host.').waitFor();
  await question.getByRole('button', { name: 'Deactivate' }).click();
  await page.getByRole('button', { name: 'Reactivate' }).click();
  await page.getByRole('button', { name: 'Deactivate' }).waitFor();
  const { items } = (await api('/api/members')) as unknown as { items: { name: string; active: boolean }[] };
  assert.ok(items.find(({ name }) => name === 'Bo Lindqvist')?.active);
});

test('a team is made, filled, deleted and brought back', async () => {
  await open('teams');
  await page.getByRole('button', { name: 'Make the team' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Sales');
  await dialog.getByRole('combobox', { name: 'Members' }).fill('lind');
  await page.getByRole('option', { name: /Bo Lindqvist/ }).click();
  await dialog.getByRole('button', { name: 'Make the team' }).click();
  await page.getByRole('button', { name: 'Delete the team Sales' }).click();
  await undoInToast().click();
  await page.getByRole('button', { name: 'Delete the team Sales' }).waitFor();
  const { items } = (await api('/api/teams')) as unknown as { items: { memberIds: string[] }[] };
  assert.equal(items[0]?.memberIds.length, 1);
  await isForEverybody(page);
});

test('B8: holidays come by country and year; what is typed stays when an answer arrives late', async () => {
  const answers = await holdAnswers('**/api/home');
  await open('holidays');
  await page.getByRole('button', { name: 'Import holidays' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Country' }).fill('pol');
  await answers.arrive();
  await page.getByRole('option', { name: /Poland/ }).click();
  await dialog.getByRole('button', { name: 'Import holidays' }).click();
  await page.getByRole('heading', { name: /Poland/ }).waitFor();
  await page.getByRole('button', { name: /^\d+ days$/ }).click();
  await page.getByRole('textbox', { name: 'Date' }).fill('tomorrow');
  await page.getByRole('textbox', { name: 'Date' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Oven fair');
  await page.getByRole('button', { name: 'Add day' }).click();
  await page.getByRole('button', { name: 'Remove Oven fair' }).waitFor();
  await isForEverybody(page);
});

test('B8: the appointment page cannot open without a link; with one it does, and its hosts are chosen here', async () => {
  const path = await termika.share({ kind: 'round-robin', title: 'Talk to sales' });
  await open('appointment-page');
  const isOpen = page.getByRole('switch', { name: /The page is open/ });
  await isOpen.click();
  await page.getByText(/Choose the link/).waitFor();
  await page.getByRole('combobox', { name: 'Shows the link' }).click();
  await page.getByRole('option', { name: /Talk to sales/ }).click();
  await page.getByRole('heading', { name: 'Who takes these meetings' }).waitFor();
  await isOpen.click();
  await page.getByText('Visitors can book through it.').waitFor();
  const hosts = page.getByRole('combobox', { name: 'Hosts' });
  await hosts.fill('Bo');
  await page.getByRole('option', { name: /Bo Lindqvist/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove Bo Lindqvist' }).waitFor();
  await isForEverybody(page);
  assert.equal((await fetch(`${served.url}/book_appointment`)).status, 200, path);
});

test('B8: a holiday list that ends before the times on offer is said, and one press adds the year', async () => {
  const days = [{ date: monthsAhead(0).concat('-01'), name: 'First of the month' }];
  const list = await ask(served, termika.key, 'POST', '/api/holiday-lists', { name: 'Poland, short', days });
  await termika.share({
    kind: 'round-robin',
    title: 'Far ahead',
    horizon: { rollingDays: 500 },
    holidayListId: list.body.id,
  });
  await open('holidays');
  await page.getByText(/“Poland, short” ends on/).waitFor();
  await page.getByRole('link', { name: /^Add \d{4}/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Put them into' }).getByText('Poland, short').waitFor();
  assert.equal(await dialog.getByRole('combobox', { name: 'Country' }).inputValue(), 'Poland');
  await dialog.getByRole('button', { name: 'Import holidays' }).click();
  await page.getByText(/“Poland, short” ends on/).waitFor({ state: 'detached' });
});

test('branding: a colour is applied at once, and every pair can be read', async () => {
  await open('branding');
  await page.getByRole('button', { name: 'Plum' }).click();
  await saved();
  await page.waitForFunction(() =>
    document.documentElement.style.getPropertyValue('--accent').startsWith('light-dark'),
  );
  assert.equal((await api('/api/workspace')).accent, '#84388f');
  const figures = await page.locator('table td').allTextContents();
  assert.equal(figures.length, 6);
  for (const figure of figures) assert.ok(Number.parseFloat(figure) >= 4.5, figure);
  await isForEverybody(page);
});

test('an API key is shown once, works, and is deleted after a question', async () => {
  await open('api-keys');
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Website');
  await page.getByRole('button', { name: 'Make a key' }).last().click();
  const key = await page.getByRole('textbox', { name: 'API key' }).inputValue();
  assert.equal((await ask(served, key, 'GET', '/api/me')).status, 200);
  await page.getByRole('button', { name: 'I have it' }).click();
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Delete the key Website' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Delete' }).click();
  // While it asks, nothing behind it is there by its role.
  await question.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Delete the key Website' }).waitFor({ state: 'detached' });
  assert.equal((await ask(served, key, 'GET', '/api/me')).status, 401);
});

test('mail: a test to oneself, and what became of it', async () => {
  await open('mail');
  await page.getByRole('button', { name: /Send a test to anna@/ }).click();
  await page.getByText(/Kept here; it would have gone to/).waitFor();
  await isForEverybody(page);
});

test('N1: a plain member finds their own settings, and nothing they may not change', async () => {
  const bo = { name: 'Ines Caron', email: 'ines@termika.example', password: PASSWORD };
  assert.equal((await ask(served, termika.key, 'POST', '/api/members', bo)).status, 201);
  const { page: screen } = await atWork(served, '/admin/settings/members', { email: bo.email });
  await screen.getByRole('link', { name: /Anna/ }).first().click();
  await screen.getByText('Only admins change members.').waitFor();
  assert.equal(await screen.getByRole('textbox', { name: 'Name' }).getAttribute('readonly'), '');
  const index = screen.getByRole('navigation', { name: 'Sections of the settings' });
  const sections = await index.getByRole('link').allTextContents();
  assert.deepEqual(sections, [
    'You',
    'Hours',
    'Calendars',
    'Security',
    'API keys',
    'Members',
    'Teams',
    'Holidays',
    'E-mail templates',
  ]);
  assert.equal(await screen.getByRole('button', { name: 'Invite a member' }).count(), 0);
  for (const path of ['/settings/workspace', '/settings/mail']) {
    await screen.goto(`${served.url}/admin${path}`);
    await screen.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  }
  await screen.goto(`${served.url}/admin/settings/hours?member=${termika.annaId}`);
  await screen.getByRole('heading', { name: /^Weekly hours of Anna/ }).waitFor();
  assert.equal(await screen.getByRole('textbox', { name: /Monday/ }).count(), 0);
});
