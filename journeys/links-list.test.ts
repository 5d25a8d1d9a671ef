import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let house: Served;
let termika: Settled;

before(async () => {
  house = await serveForJourney();
  termika = await settle(house);
});
after(() => house.close());

test('B6: from the list a link is copied, switched off and on, duplicated, deleted and brought back', async () => {
  await termika.share({ title: 'On the list', slug: 'on-the-list' });
  const { page, context } = await atWork(house, '/admin/links?q=on+the+list');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the address of On the list' }).click();
  await page.getByText(/^Copied: /).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\/termika\/on-the-list$/);

  const status = async () => (await ask(house, '', 'GET', '/api/public/termika/on-the-list')).status;
  const toggle = page.getByRole('switch', { name: /On the list/ });
  await toggle.click();
  await page.getByText(/On the list is switched off/).waitFor();
  assert.equal(await status(), 410);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.locator('[role=switch][aria-checked=true]').waitFor();
  await until('an open page', async () => (await status()) === 200);

  await page.getByRole('button', { name: 'More for On the list' }).click();
  await page.getByRole('menuitem', { name: 'Delete the link' }).click();
  await page.getByText(/On the list is deleted/).waitFor();
  assert.equal(await status(), 410);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await toggle.waitFor();
  await until('an open page', async () => (await status()) === 200);

  await page.getByRole('button', { name: 'More for On the list' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await page.getByRole('heading', { name: 'On the list (copy)', level: 1 }).waitFor();
  const { body } = await ask(house, termika.key, 'GET', '/api/links?q=copy');
  assert.deepEqual(
    (body.items as { active: boolean }[]).map(({ active }) => active),
    [false],
  );
  await page.context().close();
});

test('the list is looked through by what is typed, its address says so, and clearing the filter clears the field', async () => {
  await termika.share({ title: 'Two chairs' });
  await termika.share({ title: 'One of us' });
  const { page } = await atWork(house, '/admin/links?whose=everyone');
  await page.getByRole('link', { name: 'Two chairs', exact: true }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('no such link');
  await page.getByText('No link fits this filter').waitFor();
  await page.waitForURL(/q=no(\+|%20)such/);
  await page.getByRole('link', { name: 'Clear the filter' }).click();
  await page.getByRole('link', { name: 'Two chairs', exact: true }).waitFor();
  await until('an empty field', async () => (await page.getByRole('searchbox').inputValue()) === '');
  await page.getByRole('link', { name: 'Free times of One of us' }).click();
  await page
    .getByRole('complementary')
    .getByText(/\d+ times/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
  await page.context().close();
});
