import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD } from '../demo/cast.ts';
import { PATIENCE_MS, ask, serveForJourney, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
  const path = await house.share({ title: 'Oven consultation', verification: 'never' });
  for (const [name, email] of VISITORS) await book(path, name, email);
});
after(() => served.close());

const VISITORS = [
  ['Marek Zieliński', 'marek@piekarnia.example'],
  ['Chloé Martin', 'chloe@lyon.example'],
] as const;

async function book(path: string, name: string, email: string): Promise<void> {
  const today = Temporal.Now.plainDateISO('UTC');
  const asked = `from=${today.add({ days: 1 }).toString()}&to=${today.add({ days: 14 }).toString()}&timeZone=Europe/Warsaw`;
  const { body } = await ask(served, '', 'GET', `/api/public${path}/slots?${asked}`);
  const start = (body.days as { slots: string[] }[])[0]!.slots[0]!;
  const visitor = { name, email };
  const made = await ask(served, '', 'POST', `/api/public${path}/bookings`, {
    start,
    timeZone: 'Europe/Paris',
    visitor,
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
}

test('home shows the day, what is missing and where each step is taken; nothing goes elsewhere', async () => {
  const { page, context, elsewhere, complaints } = await atWork(served);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
  await page.getByText('Mail is kept here, not sent').waitFor();
  await isForEverybody(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await fits(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Anna Nowak' }).click();
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('dialog').getByText('Find and act').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Invite a colleague' }).click();
  await page.waitForURL(/settings\/members/);
  assert.deepEqual([elsewhere, complaints], [[], []]);
  await context.close();
});

test('a visitor’s mail is read as they read it, as text and as an invitation', async () => {
  const { page, context, complaints } = await atWork(served, '/admin/mail');
  await page.getByRole('link', { name: 'marek@piekarnia.example' }).first().click();
  const mail = page.frameLocator('iframe[title="As read"]');
  await mail.getByText('Oven consultation').first().waitFor();
  await page.getByRole('button', { name: 'Invitation' }).click();
  await page.getByText('BEGIN:VCALENDAR').waitFor();
  await isForEverybody(page);
  // On a phone it takes the list's place: its cross must be in reach.
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'As read' }).click();
  await fits(page);
  const cross = await page.getByRole('complementary').getByRole('button', { name: 'Close' }).boundingBox();
  assert.ok(cross && cross.x + cross.width <= 390, 'the mail reaches beyond the phone');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Escape');
  await page.getByLabel('Filter', { exact: true }).fill('nobody there');
  await page.getByText('No mail fits this filter').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a lead is found, changed in place, written about, deleted and taken back', async () => {
  const { page, context, complaints } = await atWork(served, '/admin/leads');
  await page.getByRole('link', { name: 'Chloé Martin' }).click();
  await page.getByRole('link', { name: /Oven consultation/ }).waitFor();
  await page.getByRole('button', { name: /^Edit Company/ }).click();
  await page.getByRole('textbox', { name: 'Company' }).fill('Four à Chloé');
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').filter({ hasText: 'Company' }).getByText('Four à Chloé').first().waitFor();
  await page.getByRole('textbox', { name: 'Note' }).fill('Wants a deck oven.\nCalls on Friday.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Calls on Friday.').waitFor();
  await isForEverybody(page);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByText('Chloé Martin is in the trash').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('link', { name: 'Chloé Martin' }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a contact is written down by keyboard alone, and found again with Ctrl K, whatever its accents', async () => {
  const { page, context } = await atWork(served, '/admin/contacts');
  await page.getByText('People you know').waitFor();
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByLabel('Name').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('Łucja Żak');
  await page.keyboard.press('Tab');
  await page.keyboard.type('not an address');
  await page.keyboard.press('Enter');
  await page.getByText(/Write an e-mail address/).waitFor();
  await page.getByLabel('E-mail').fill('lucja@sopot.example');
  await page.keyboard.press('Enter');
  await page.waitForURL(/contacts\/[\w-]{36}/);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('lucja');
  await page.getByRole('option', { name: /Łucja Żak/ }).waitFor();
  await isForEverybody(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('Mail');
  await page.keyboard.press('Enter');
  await page.waitForURL(/admin\/mail/);
  await page.locator('#screen:focus').waitFor();
  await context.close();
});

test('when the session ends, one signs in where one is and goes on with what was typed', async () => {
  const { page, context } = await atWork(served, '/admin/leads');
  await page.getByRole('link', { name: 'Marek Zieliński' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Do not lose this.');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Add note' }).click();
  const door = page.getByRole('dialog');
  await door.getByLabel('Password').fill('not this one');
  await door.getByRole('button', { name: 'Sign in' }).click();
  await door.getByText('The password is wrong. Try again.').waitFor();
  await door.getByLabel('Password').fill(PASSWORD);
  await door.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Do not lose this.' }).waitFor();
  await context.close();
});

test('a server that fails is said beside what failed, and asked again', async () => {
  const { page, context } = await atWork(served, '/admin/leads');
  await page.getByRole('link', { name: 'Marek Zieliński' }).waitFor();
  await page.route('**/api/contacts?**', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.getByRole('link', { name: 'Contacts' }).click();
  await page.getByText('The list could not be loaded').waitFor({ timeout: PATIENCE_MS });
  await page.unroute('**/api/contacts?**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Contacts' }).waitFor();
  await noProblem(page);
  await context.close();
});

async function noProblem(page: Page): Promise<void> {
  await page.getByText('The list could not be loaded').waitFor({ state: 'detached' });
}

test('the app speaks the member’s language, and every screen fits a phone with large text', async () => {
  const { status } = await ask(served, house.key, 'PATCH', `/api/members/${house.annaId}`, { locale: 'pl' });
  assert.equal(status, 200);
  const { page, context } = await atWork(served, '/admin', { width: 390 });
  await page.getByRole('link', { name: 'Kalendarz', exact: true }).waitFor();
  for (const path of ['', '/leads', '/contacts', '/mail', '/bookings', '/links', '/settings']) {
    await page.goto(`${served.url}/admin${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await fits(page);
  }
  await context.close();
  await ask(served, house.key, 'PATCH', `/api/members/${house.annaId}`, { locale: 'en' });
});
