import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let termika: Settled;
let page: Page;

before(async () => {
  served = await serveForJourney();
  termika = await settle(served);
  page = (await atWork(served, '/admin/settings/plan')).page;
  page.setDefaultTimeout(PATIENCE_MS);
});
after(() => served.close());

const kept = async () => (await ask(served, termika.key, 'GET', '/api/workspace')).body.plan;
const plan = (name: RegExp) => page.getByRole('radio', { name });

test('L8: a smaller plan is asked about, with who is over it; nothing is switched off; New link says what to do', async () => {
  await termika.share({ title: 'Second link', slug: 'second' });
  await page.reload();
  await plan(/^Advanced/).click();
  const question = page.getByRole('alertdialog');
  await question.getByText(/Anna Nowak \(2\)/).waitFor();
  await isForEverybody(page);
  await question.getByRole('button', { name: 'Keep the plan' }).click();
  await question.waitFor({ state: 'detached' });
  assert.equal(await plan(/^Unlimited/).isChecked(), true);
  await plan(/^Advanced/).click();
  await question.getByRole('button', { name: 'Change to Advanced' }).click();
  await page.getByText('Over the limit').waitFor();
  await page.getByText('2 of 1').waitFor();
  assert.equal((await ask(served, '', 'GET', '/api/public/termika/second')).status, 200);

  await page.goto(`${served.url}/admin/links/new?kind=personal`);
  await page.getByText('All links of your plan are in use').waitFor();
  await page.getByText(/The plan Advanced allows 1 active link/).waitFor();
  assert.equal(await page.getByRole('textbox').count(), 0, 'nothing is asked for that would be refused');
  await isForEverybody(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await fits(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: 'Offer specific times' }).click();
  await page.waitForURL(/kind=specific-times/);
});

test('L8: switching a link on over the limit says why in one’s own language, and it stays off', async () => {
  await ask(served, termika.key, 'PATCH', `/api/members/${termika.annaId}`, { locale: 'pl' });
  await page.goto(`${served.url}/admin/links?state=on`);
  const toggle = page.getByRole('switch', { name: /Second link/ });
  await toggle.click();
  await page.locator('[role=switch][aria-checked=false]').first().waitFor();
  await toggle.waitFor();
  await page.goto(`${served.url}/admin/links?q=second`);
  await page.getByRole('switch', { name: /Second link/ }).click();
  await page
    .getByText(/Plan Advanced pozwala każdej osobie mieć 1 włączony link/)
    .first()
    .waitFor();
  await until('a link that stayed off', async () => {
    const { body } = await ask(served, termika.key, 'GET', '/api/links?q=second');
    return !(body.items as { active: boolean }[])[0]!.active;
  });
  await ask(served, termika.key, 'PATCH', `/api/members/${termika.annaId}`, { locale: 'en' });
});

test('L8: the admin switches LeadBooster on and the limit is gone; a plan of one’s own has its figures', async () => {
  await page.goto(`${served.url}/admin/settings/plan`);
  await page.getByRole('switch', { name: /LeadBooster/ }).click();
  await until('an add-on', async () => ((await kept()) as { addOns: { on: boolean }[] }).addOns[0]?.on);
  await page.goto(`${served.url}/admin/links/new?kind=personal`);
  await page.getByRole('textbox').first().waitFor();
  await page.goto(`${served.url}/admin/settings/plan`);
  await plan(/^Your own/).click();
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Ours');
  await page.keyboard.press('Enter');
  await until('our plan', async () => ((await kept()) as { name: string }).name === 'Ours');
  await page.getByRole('button', { name: 'Add an add-on' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Weekend');
  await page.keyboard.press('Enter');
  await page.getByRole('switch', { name: /Weekend/ }).waitFor();
  await isForEverybody(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await fits(page);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('L8: without the scheduler visitors read that booking is closed, and colleagues why', async () => {
  const addOns = { addOns: [] };
  await ask(served, termika.key, 'PATCH', '/api/workspace', {
    plan: { name: 'Unlimited', generalLinksPerMember: null, ...addOns },
  });
  await page.goto(`${served.url}/admin/settings/plan`);
  await plan(/^Essential/).click();
  const question = page.getByRole('alertdialog');
  await question.getByText(/will say that booking is closed/).waitFor();
  await question.getByRole('button', { name: 'Change to Essential' }).click();
  await until('a plan', async () => ((await kept()) as { name: string }).name === 'Essential');
  await page.goto(`${served.url}/admin/links`);
  await page.getByText('The plan Essential is without the scheduler').waitFor();
  await isForEverybody(page);
  const { body } = await ask(served, termika.key, 'GET', '/api/links?active=true');
  await page.goto((body.items as { url: string }[])[0]!.url);
  await page.getByRole('heading', { name: 'Booking is closed at the moment' }).waitFor();
});
