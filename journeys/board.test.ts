import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { members, PASSWORD } from '../demo/cast.ts';
import { findings } from './axe.test-support.ts';
import { PATIENCE_MS, serveForJourney, until, type Served } from './house.test-support.ts';
import { settle } from './termika.test-support.ts';

let served: Served;
let page: Page;
const complaints: string[] = [];

before(async () => {
  served = await serveForJourney();
  await settle(served);
  page = await openParts();
});
after(() => served.close());

async function openParts(touch = false): Promise<Page> {
  const context = await served.browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Warsaw',
    viewport: touch ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: 'reduce',
  });
  await context.request.post(`${served.url}/api/auth/sign-in/email`, {
    data: { email: members.anna.email, password: PASSWORD },
    headers: { origin: served.url },
  });
  const opened = await context.newPage();
  opened.on('pageerror', (error) => complaints.push(error.message));
  opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await opened.goto(`${served.url}/admin/parts`);
  await opened.locator('#files').waitFor();
  return opened;
}

const board = (on: Page = page): Locator => on.getByRole('region', { name: 'Deals', exact: true });
const stage = (id: string, on: Page = page): Locator => board(on).locator(`[data-stage="${id}"]:not(button)`);
const card = (id: string, on: Page = page): Locator => board(on).locator(`[data-card="${id}"]`);

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function focused(selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.matches(wanted) ?? false, selector, {
    timeout: PATIENCE_MS,
  });
}

async function said(words: string, within: Locator = board()): Promise<void> {
  await within.locator('output', { hasText: words }).waitFor({ state: 'attached', timeout: PATIENCE_MS });
}

async function middle(part: Locator): Promise<{ x: number; y: number }> {
  await part.scrollIntoViewIfNeeded();
  const box = await part.boundingBox();
  assert.ok(box, 'not shown');
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
}

test('P3: the board is one tab stop; arrows go from card to card, Shift with an arrow changes the stage, Enter opens', async () => {
  assert.equal(await board().locator('[data-card][tabindex="0"]').count(), 1);
  await card('d0').focus();
  await press('ArrowDown', 'ArrowRight');
  await focused('[data-card=d4]');
  await press('ArrowRight');
  await focused('[data-card=d6]');
  await press('ArrowLeft', 'Home', 'Shift+ArrowRight');
  await said('Holding furnace, line 2: Offer, 1 of 3');
  await focused('[data-stage=offer] [data-card=d3]');
  await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
  await said('There is no stage beyond this one.');
  await focused('[data-stage=won] [data-card=d3]');
  await press('Enter');
  await page.locator('[data-told]', { hasText: 'open d3' }).waitFor();
  await card('d2').focus();
  await press('Shift+ArrowRight');
  await said('Proofing rooms cannot be moved by you.');
  assert.equal(await stage('discovery').locator('[data-card=d2]').count(), 1);
});

test('a folded stage is passed over by arrows and opens for what is moved into it', async () => {
  await board().getByRole('button', { name: 'Fold Survey' }).click();
  await card('d0').focus();
  await press('ArrowRight');
  await focused('[data-stage=offer] [data-card]');
  await card('d0').focus();
  await press('Shift+ArrowRight');
  await focused('[data-stage=survey] [data-card=d0]');
  assert.equal(await board().getByRole('button', { name: 'Show Survey' }).count(), 0);
});

test('P3: by mouse a card is carried to another stage, which says what it means; Escape leaves it where it was', async () => {
  const from = await middle(card('d5'));
  const to = await middle(stage('talks'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.getByText('From Offer, 50 to 70 %').waitFor();
  await press('Escape');
  await page.mouse.up();
  assert.equal(await stage('offer').locator('[data-card=d5]').count(), 1);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.getByText('From Offer, 50 to 70 %').waitFor();
  await page.mouse.up();
  await stage('talks').locator('[data-card=d5]').waitFor();
  await said('Heat recovery, furnace 3: Negotiation, 1 of 2');
  assert.equal(await page.locator('[data-told]', { hasText: 'open d5' }).count(), 0);
});

test('without carrying, the card’s menu moves it', async () => {
  await card('d1').hover();
  await board().getByRole('button', { name: 'Move Tunnel kiln audit' }).click();
  await page.getByRole('menuitem', { name: 'Offer' }).click();
  await stage('offer').locator('[data-card=d1]').waitFor();
});

test('a thousand cards: only those in sight are drawn, and keys reach the last', async () => {
  const many = page.getByRole('region', { name: 'Many deals' });
  assert.ok((await many.locator('[data-card]').count()) < 60);
  await many.locator('[data-card=m0]').focus();
  await press('End');
  await focused('[data-card=m998]');
  await press('ArrowRight');
  await focused('[data-card=m999]');
  await press('Shift+ArrowLeft');
  await said('Spare burner 1000: Discovery, 1 of 501', many);
  await focused('[data-stage=discovery] [data-card=m999]');
  assert.ok((await many.locator('[data-card]').count()) < 60);
});

test('P10: rows are ticked by Space, by ranges with Shift, all by Ctrl A; Esc clears', async () => {
  const table = page.getByRole('table', { name: 'Bookings' });
  const bar = page.getByRole('region', { name: 'What was chosen' });
  await table.locator('[data-row="0"]').focus();
  await press('Space', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp');
  await bar.getByText('3 chosen').waitFor();
  await table
    .getByRole('checkbox', { name: 'Choose Sofia Reis' })
    .first()
    .click({ modifiers: ['Shift'] });
  await bar.getByText('6 chosen').waitFor();
  await table.locator('[data-row="6"]').focus();
  await press('Control+a');
  await bar.getByText('200 chosen').waitFor();
  await bar.getByRole('button', { name: 'Choose all 10,000' }).click();
  await bar.getByText('10,000 chosen').waitFor();
  assert.ok((await table.locator('tbody tr').count()) < 60);
  await press('Escape');
  await bar.waitFor({ state: 'detached' });
});

test('P10: conditions are added and taken away by keys; the chips say what is in force', async () => {
  const lists = page.locator('#lists');
  await lists.getByText('Stage is any of Prospect, Customer').waitFor();
  await lists.getByText('Revenue is between €100,000 and €5,000,000.50').waitFor();
  await lists.getByRole('button', { name: 'Remove the condition on Name' }).focus();
  await press('Enter');
  await lists.getByRole('button', { name: 'Add a condition' }).first().focus();
  await press('Enter');
  const row = lists.locator('[data-condition="4"]');
  await focused('[data-condition="4"] [role=combobox]');
  await press('Tab', 'Tab');
  await row.getByRole('textbox', { name: 'Value' }).fill('Garonne');
  await lists.getByText('Name contains Garonne').waitFor();
  await lists.getByRole('button', { name: 'Remove Name Garonne' }).click();
  await row.waitFor({ state: 'detached' });
});

test('P10: columns are chosen and ordered by keys', async () => {
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  const popup = page.getByRole('dialog', { name: 'Columns shown' });
  await popup.getByRole('checkbox', { name: 'City' }).press('Space');
  assert.ok(await popup.getByRole('checkbox', { name: 'City' }).isChecked());
  await popup.getByRole('button', { name: 'Move City' }).press('ArrowUp');
  await said('City is now 2 of 4', popup);
  assert.deepEqual(await findings(page), []);
  await press('Escape');
  await popup.waitFor({ state: 'detached' });
});

test('P10: a file that cannot be taken is refused with its reason; a good one is taken', async () => {
  const drop = page.getByRole('group', { name: 'File to import' });
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await drop.locator('input').setInputFiles(file('people.pdf', 'x'));
  await drop.getByText('people.pdf is not one of these: .csv.').waitFor();
  await drop.locator('input').setInputFiles(file('people.csv', ''));
  await drop.getByText('people.csv is empty.').waitFor();
  await drop.locator('input').setInputFiles(file('people.csv', 'name\nEwa Lis'));
  await drop.getByRole('button', { name: 'Remove people.csv' }).click();
  await drop.getByRole('button', { name: 'Choose a file' }).waitFor();
});

test('money is typed as people write it; what cannot be read stays with the reason', async () => {
  const amount = page.locator('#files').getByRole('textbox', { name: 'Amount' });
  await amount.fill('12k');
  await press('Tab');
  await until('thousands', async () => (await amount.inputValue()) === '12,000');
  await amount.fill('a lot');
  await press('Enter');
  await page.getByText('Write the amount like 1,234.50.').waitFor();
  await press('Escape');
  await until('what it was', async () => (await amount.inputValue()) === '12,000');
});

test('axe finds nothing on the page of parts, light or dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    assert.deepEqual(await findings(page), [], colorScheme);
  }
});

test('on a phone one stage is seen; a card held by a finger is carried onto the strip of stages, a quick finger scrolls', async () => {
  const phone = await openParts(true);
  assert.equal(await board(phone).locator('[data-stage]:not(button)').count(), 1);
  const target = board(phone).getByRole('button', { name: 'Survey 2' });
  const to = await middle(target);
  const from = await middle(card('d0', phone));
  const finger = await phone.context().newCDPSession(phone);
  await swipe(finger, from, { x: from.x, y: from.y - 120 }, 0);
  assert.equal(await card('d0', phone).count(), 1);
  const held = await middle(card('d0', phone));
  await swipe(finger, held, { x: to.x, y: (await middle(target)).y }, 450);
  await board(phone).getByRole('button', { name: 'Survey 3' }).click();
  await stage('survey', phone).locator('[data-card=d0]').waitFor();
  assert.deepEqual(await findings(phone), []);
  await phone.context().close();
});

interface Point {
  x: number;
  y: number;
}

async function swipe(finger: CDPSession, from: Point, to: Point, holdMs: number): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [from]);
  await page.waitForTimeout(holdMs);
  for (let step = 1; step <= 5; step++)
    await touch('touchMove', [
      { x: from.x + ((to.x - from.x) * step) / 5, y: from.y + ((to.y - from.y) * step) / 5 },
    ]);
  await page.waitForTimeout(80);
  await touch('touchEnd', []);
  await page.waitForTimeout(100);
}

test('no part complains or breaks the page’s own policy', () => {
  assert.deepEqual(complaints, []);
});
