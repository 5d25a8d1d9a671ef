import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask, serveForJourney, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody, type AtWork } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let termika: Settled;
let anna: AtWork;
let page: Page;

before(async () => {
  served = await serveForJourney();
  termika = await settle(served);
  anna = await atWork(served, '/admin/settings/you');
  page = anna.page;
  page.setDefaultTimeout(5000);
});
after(() => served.close());

const api = async (path: string) => (await ask(served, termika.key, 'GET', path)).body;
const open = (section: string) => page.goto(`${served.url}/admin/settings/${section}`);
/** While a toast is not focused it is read out by its text alone. */
const undoInToast = () => page.locator('[data-base-ui-portal] button', { hasText: 'Undo' }).last();
const saved = () => page.getByText(/^Saved \d/).waitFor();

test('You: a name saves itself when it is left, and is taken back by Undo', async () => {
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Anna Maria Nowak');
  await name.press('Enter');
  await saved();
  assert.equal((await api(`/api/members/${termika.annaId}`)).name, 'Anna Maria Nowak');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('input[autocomplete=name]')?.value === 'Anna Nowak',
  );
  await name.fill('');
  await name.blur();
  await page.getByText('Write something here.').waitFor();
  await name.press('Escape');
  assert.equal(await name.inputValue(), 'Anna Nowak', 'Esc brings back what is kept');
  await isForEverybody(page);
});

test('You: dark stays after a reload, in this browser alone', async () => {
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.reload();
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
  await page.getByRole('button', { name: 'As the system' }).click();
});

test('A1: hours by keyboard: another end, a lunch break, a night past midnight, a copy to other days', async () => {
  await open('hours');
  const end = page.getByLabel('Monday, 1: to');
  await end.fill('1230');
  await end.press('Enter');
  await page.getByRole('button', { name: 'Add hours on Monday' }).press('Enter');
  const from = page.getByLabel('Monday, 2: from');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Monday, 2: from');
  await from.fill('14');
  await from.press('Tab');
  await page.keyboard.type('2:00');
  await page.keyboard.press('Enter');
  await page.getByLabel('Monday, 2: to (next day)').waitFor();
  await page.getByRole('button', { name: 'Copy Monday to other days' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Friday', exact: true }).press('Enter');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await saved();
  const spans = [
    { start: '09:00', end: '12:30' },
    { start: '14:00', end: '02:00' },
  ];
  await untilWeek((week) => week.filter(({ day }) => day === 5).length === 2);
  await page.keyboard.press('Escape');
  const { weekly } = (await api(`/api/members/${termika.annaId}/hours`)) as unknown as { weekly: Span[] };
  for (const day of [1, 5])
    assert.deepEqual(
      weekly.filter((one) => one.day === day).map(({ start, end }) => ({ start, end })),
      spans,
    );
  await isForEverybody(page);
});

test('A1: spans that meet are said at their day and are not saved until they are mended', async () => {
  const from = page.getByLabel('Monday, 2: from');
  await from.fill('12:00');
  await from.press('Enter');
  await page.getByText(/12:00 – 02:00 next day meets 09:00 – 12:30/).waitFor();
  await untilWeek((week) => week.some(({ day, start }) => day === 1 && start === '14:00'));
  await from.fill('13:00');
  await from.press('Enter');
  await untilWeek((week) => week.some(({ day, start }) => day === 1 && start === '13:00'));
});

test('A1: other hours on a date, an absence and its undo show in the month that results', async () => {
  await page.getByRole('button', { name: 'Add date with hours of its own' }).click();
  await page.getByRole('textbox', { name: 'Date' }).fill('tomorrow');
  await page.getByRole('textbox', { name: 'Date' }).press('Enter');
  await page.getByRole('button', { name: 'Close all day' }).click();
  await page.getByText('Closed all day').waitFor();
  await page.getByRole('button', { name: 'Add an absence' }).click();
  await page.getByRole('textbox', { name: 'First day' }).fill('today');
  await page.getByRole('textbox', { name: 'First day' }).press('Tab');
  await page.getByRole('textbox', { name: 'Reason' }).fill('Leave');
  await page.getByRole('button', { name: 'Close these days' }).click();
  await page.getByRole('cell', { name: /Absence, Leave/ }).waitFor();
  await page.getByRole('button', { name: /^Remove the absence/ }).click();
  await page.getByText('The absence is removed').waitFor();
  await undoInToast().click();
  await page.getByRole('cell', { name: /Absence, Leave/ }).waitFor();
});

test('two tabs: a change elsewhere that meets mine is a choice, one that does not goes through', async () => {
  await open('workspace');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.waitFor();
  await ask(served, termika.key, 'PATCH', '/api/workspace', { country: 'PL' });
  await name.fill('Termika Ovens');
  await name.press('Enter');
  await saved();
  assert.equal((await api('/api/workspace')).name, 'Termika Ovens', 'nobody met');
  await ask(served, termika.key, 'PATCH', '/api/workspace', { name: 'Termika Lyon' });
  await name.fill('Termika Paris');
  await name.press('Enter');
  await page.getByRole('dialog').getByText('Termika Lyon').waitFor();
  await page.getByRole('button', { name: 'Save mine' }).click();
  await saved();
  assert.equal((await api('/api/workspace')).name, 'Termika Paris');
  await isForEverybody(page);
});

test('the address of the workspace is asked about, because shared links end with it', async () => {
  const slug = page.getByRole('textbox', { name: 'Address' });
  await slug.fill('termika-lyon');
  await slug.press('Enter');
  await page
    .getByRole('alertdialog')
    .getByText(/stop working/)
    .waitFor();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await slug.press('Escape');
  assert.equal((await api('/api/workspace')).slug, 'termika');
});

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

test('B8: holidays come by country and year; next year goes into the same list', async () => {
  await open('holidays');
  await page.getByRole('button', { name: 'Import holidays' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Country' }).fill('pol');
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
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete the key Website' }).waitFor({ state: 'detached' });
  assert.equal((await ask(served, key, 'GET', '/api/me')).status, 401);
});

test('mail: a test to oneself, and what became of it', async () => {
  await open('mail');
  await page.getByRole('button', { name: /Send a test to anna@/ }).click();
  await page.getByText(/Kept here; it would have gone to/).waitFor();
  await isForEverybody(page);
});

test('a server that fails leaves what was typed, says so, and saves when asked again', async () => {
  await open('you');
  const name = page.getByRole('textbox', { name: 'Name' });
  await page.route('**/api/members/*', (route) => route.fulfill({ status: 500, body: '{}' }));
  await name.fill('Anna N.');
  await name.press('Enter');
  await page
    .getByText(/not saved yet/)
    .first()
    .waitFor();
  assert.equal(await name.inputValue(), 'Anna N.');
  await page.unroute('**/api/members/*');
  anna.complaints.length = 0;
  await page.locator('button', { hasText: 'Try again' }).click();
  await saved();
  assert.equal((await api(`/api/members/${termika.annaId}`)).name, 'Anna N.');
});

test('every section fits a phone, with text twice as large too, and asks nobody else', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open('');
  await page.getByRole('link', { name: 'Holidays' }).waitFor();
  for (const section of SECTIONS) {
    await open(section);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await fits(page);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await fits(page);
  }
  assert.deepEqual(anna.elsewhere, []);
  assert.deepEqual(
    anna.complaints.filter((said) => !/422|409|412/.test(said)),
    [],
  );
});

const SECTIONS = [
  'you',
  'hours',
  'calendars',
  'security',
  'workspace',
  'appointment-page',
  'branding',
  'members',
  'teams',
  'holidays',
  'api-keys',
  'mail',
];

interface Span {
  day: number;
  start: string;
  end: string;
}

/** Saving goes on behind the screen: looked at until it is as said. */
async function untilWeek(isSo: (week: Span[]) => boolean): Promise<void> {
  for (let look = 0; look < 40; look++) {
    const { weekly } = (await api(`/api/members/${termika.annaId}/hours`)) as unknown as { weekly: Span[] };
    if (isSo(weekly)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail('the week never became so');
}
