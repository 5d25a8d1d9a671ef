import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { members, PASSWORD } from '../demo/cast.ts';
import { codeAt } from '../src/people/totp.ts';
import { ask, serveForJourney, visitor, type Served } from './house.test-support.ts';
import { settle } from './termika.test-support.ts';

const SECURITY = '/admin/settings/security';
const HALF_MINUTE = 30_000;
const { email } = members.anna;

let served: Served;
let secret = '';
let codes: string[] = [];
let fresh: string[] = [];
let key = '';

before(async () => {
  served = await serveForJourney();
  ({ key } = await settle(served));
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
  await page.getByRole('dialog').getByLabel('Password').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Tab');
  await page.keyboard.type(codes[2]!);
  await page.keyboard.press('Enter');
  await page.getByText('Keep these recovery codes').waitFor();
  fresh = await page.getByRole('dialog').getByRole('listitem').allInnerTexts();
  assert.equal(fresh.length, 10);
  assert.ok(!fresh.includes(codes[3]!));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('10 recovery codes left').waitFor();
});

test('a colleague who lost phone and codes is let in by an admin, after a question that says what follows', async () => {
  const bo = { name: 'Bo Lindqvist', email: 'bo@termika.example', password: PASSWORD, seat: true };
  assert.equal((await ask(served, key, 'POST', '/api/members', bo)).status, 201);
  const theirs = await protectedColleague(bo.email);
  const { page } = await visitor(served);
  await page.goto(`${served.url}/sign-in?next=/admin/settings/members`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Use a recovery code instead' }).click();
  await page.getByLabel('Recovery code').fill(fresh[0]!);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: bo.name }).click();
  await page.getByRole('button', { name: 'Switch off two-factor' }).click();
  await page.getByRole('alertdialog').getByText('They are signed out everywhere').waitFor();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Switch off two-factor' }).click();
  await page.getByText('Bo Lindqvist now signs in with the password alone').waitFor();
  await theirs.page.reload();
  assert.match(theirs.page.url(), /sign-in/);
});

/** Bo, with two-factor switched on in a browser of his own. */
async function protectedColleague(address: string) {
  const theirs = await visitor(served);
  const headers = { origin: served.url };
  const post = (path: string, data: object) =>
    theirs.context.request.post(`${served.url}/api/auth/${path}`, { data, headers });
  assert.equal((await post('sign-in/email', { email: address, password: PASSWORD })).status(), 200);
  const begun = (await (await post('two-factor', { password: PASSWORD })).json()) as { secret: string };
  const code = codeAt(begun.secret, Date.now());
  assert.equal((await post('two-factor/activation', { code })).status(), 200);
  await theirs.page.goto(`${served.url}/admin`);
  return theirs;
}
