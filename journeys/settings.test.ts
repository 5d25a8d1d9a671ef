import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask, PATIENCE_MS, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody, tellScreensLate, type AtWork } from './staff.test-support.ts';
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
  page.setDefaultTimeout(PATIENCE_MS);
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
  await until('what is kept, by Esc', async () => (await name.inputValue()) === 'Anna Nowak');
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

test('A1: hours added just after others were saved are added to those', async () => {
  const { page: fresh, context } = await atWork(served);
  await tellScreensLate(fresh);
  await fresh.goto(`${served.url}/admin/settings/hours`);
  const end = fresh.getByLabel('Tuesday, 1: to');
  await end.fill('1130');
  const answer = fresh.waitForResponse((one) => one.request().method() === 'PUT');
  await end.press('Enter');
  await answer;
  await fresh.getByRole('button', { name: 'Add hours on Tuesday' }).click();
  await untilWeek((week) => week.filter(({ day }) => day === 2).length === 2);
  assert.equal(await end.inputValue(), '11:30');
  await untilWeek((week) => week.some(({ day, end: last }) => day === 2 && last === '11:30'));
  await context.close();
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
  await until('my name', async () => (await api('/api/workspace')).name === 'Termika Paris');
  await isForEverybody(page);
});

test('two tabs: what is not decided stays typed, and theirs can be kept', async () => {
  const name = page.getByRole('textbox', { name: 'Name' });
  await ask(served, termika.key, 'PATCH', '/api/workspace', { name: 'Termika Nantes' });
  await name.fill('Termika Lille');
  await name.press('Enter');
  const question = page.getByRole('dialog');
  await question.getByText('Termika Nantes').waitFor();
  // An Esc of somebody quicker than the question takes the focus.
  await page.locator('main input').first().dispatchEvent('keydown', { key: 'Escape' });
  await question.waitFor({ state: 'detached' });
  assert.equal(await name.inputValue(), 'Termika Lille');
  await ask(served, termika.key, 'PATCH', '/api/workspace', { name: 'Termika Brest' });
  await name.press('Enter');
  await page.getByRole('button', { name: 'Keep theirs' }).click();
  await page.waitForFunction(
    () => document.querySelector('main input')?.getAttribute('value') === 'Termika Brest',
  );
  await ask(served, termika.key, 'PATCH', '/api/workspace', { name: 'Termika' });
  await page.reload();
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

test('a section that cannot be loaded says so and is asked for again', async () => {
  await page.route('**/api/members/*/time*', (route) => route.fulfill({ status: 500, body: '{}' }));
  await open('hours');
  const again = page.getByRole('button', { name: 'Try again' });
  await again.waitFor({ timeout: PATIENCE_MS });
  await page.unroute('**/api/members/*/time*');
  await again.click();
  await page.getByLabel('Monday, 1: to').waitFor();
  anna.complaints.length = 0;
});

test('every section fits a phone, with text twice as large too, and asks nobody else', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open('');
  await page.getByRole('link', { name: 'Holidays' }).waitFor();
  for (const section of SECTIONS) {
    const asked = await requestsOf(() => open(section));
    assert.ok(asked.length <= 3, `${section} asks ${asked.join(', ')}`);
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

/** What a screen asks the server for before it rests. */
async function requestsOf(act: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const note = (request: { url: () => string }) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  };
  page.on('request', note);
  await act();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  page.off('request', note);
  return asked;
}

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
  await until('the week as said', async () => {
    const { weekly } = (await api(`/api/members/${termika.annaId}/hours`)) as unknown as { weekly: Span[] };
    return isSo(weekly);
  });
}
