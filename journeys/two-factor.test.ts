import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { members, PASSWORD } from '../demo/cast.ts';
import { codeAt } from '../src/people/totp.ts';
import { serveForJourney, visitor, type Served } from './house.test-support.ts';
import { settle } from './termika.test-support.ts';

const SECURITY = '/admin/settings/security';
const HALF_MINUTE = 30_000;
const { email } = members.anna;

let served: Served;
let secret = '';
let codes: string[] = [];

before(async () => {
  served = await serveForJourney();
  await settle(served);
});
after(() => served.close());

async function password(page: Page, path = `/sign-in?next=${SECURITY}`): Promise<void> {
  await page.goto(`${served.url}${path}`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function code(page: Page, label: string, typed: string): Promise<void> {
  await page.getByLabel(label).fill(typed);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${served.url}${SECURITY}`);
}

function rows(page: Page) {
  return page.getByRole('listitem').filter({ hasText: 'signed in' });
}

async function switchOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Switch on' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').fill('not the password');
  await page.keyboard.press('Enter');
  await dialog.getByText('This is not your present password.').waitFor();
  await dialog.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  secret = (await dialog.locator('code').innerText()).replaceAll(' ', '');
  assert.match(secret, /^[A-Z2-7]{32}$/);
  await dialog.getByLabel('Code the app shows').fill(codeAt(secret, Date.now()));
  await page.keyboard.press('Enter');
  await dialog.getByText('Keep these recovery codes').waitFor();
  codes = await dialog.getByRole('listitem').allInnerTexts();
  assert.equal(codes.length, 10);
  const downloaded = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  assert.equal((await downloaded).suggestedFilename(), 'rondo-recovery-codes.txt');
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 recovery codes left').waitFor();
}

test('two-factor: on, in by a code without script, in by a recovery code, one browser out, all browsers out', async () => {
  const here = await visitor(served);
  await password(here.page);
  await here.page.waitForURL(`${served.url}${SECURITY}`);
  await switchOn(here.page);

  const plain = await visitor(served, { script: false });
  await password(plain.page);
  await code(plain.page, 'Code', codeAt(secret, Date.now() + HALF_MINUTE));

  const paper = await visitor(served);
  await password(paper.page);
  await paper.page.getByRole('link', { name: 'Use a recovery code instead' }).click();
  await code(paper.page, 'Recovery code', codes[0]!.toLowerCase());
  await paper.page.getByText('9 recovery codes left').waitFor();

  await here.page.reload();
  await rows(here.page).nth(2).waitFor();
  assert.equal(await rows(here.page).count(), 3);
  const others = rows(here.page).filter({ hasNotText: 'This browser' });
  assert.match(await others.first().innerText(), /Chrome on Linux/);
  await others.last().getByRole('button').click();
  await rows(here.page).nth(2).waitFor({ state: 'detached' });
  await plain.page.goto(served.url);
  assert.equal(plain.page.url(), `${served.url}/sign-in`, 'the browser without script is out');

  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.page.waitForURL(`${served.url}/sign-in`);
  await paper.page.goto(served.url);
  assert.equal(paper.page.url(), `${served.url}/sign-in`);
  assert.deepEqual([...here.elsewhere, ...plain.elsewhere, ...paper.elsewhere], []);
});

test('two-factor by keyboard alone: into the dialog, back out of it, and the focus where it was', async () => {
  const { page } = await visitor(served);
  await password(page);
  await page.getByRole('link', { name: 'Use a recovery code instead' }).click();
  await code(page, 'Recovery code', codes[1]!);
  const renew = page.getByRole('button', { name: 'New recovery codes' });
  await renew.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Tab');
  await page.keyboard.type(codes[2]!);
  await page.keyboard.press('Enter');
  await page.getByText('Keep these recovery codes').waitFor();
  const fresh = await page.getByRole('dialog').getByRole('listitem').allInnerTexts();
  assert.equal(fresh.length, 10);
  assert.ok(!fresh.includes(codes[3]!));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('10 recovery codes left').waitFor();
});
