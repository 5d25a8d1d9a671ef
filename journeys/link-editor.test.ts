import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let house: Served;
let termika: Settled;

before(async () => {
  house = await serveForJourney();
  termika = await settle(house);
});
after(() => house.close());

const api = async (method: string, path: string, body?: unknown) =>
  (await ask(house, termika.key, method, path, body)).body;

async function idOf(slug: string): Promise<string> {
  const { items } = await api('GET', '/api/links?limit=100');
  return (items as { id: string; slug: string }[]).find((link) => link.slug === slug)!.id;
}

/** The page that visitors see, in the frame beside the settings; while a newer one comes, that one. */
const pageIn = (page: Page): FrameLocator =>
  page
    .getByTitle(/^Preview of/)
    .last()
    .contentFrame();

test('L2: each part of the settings is set once, and the very page follows after every save, where one is in it', async () => {
  await termika.share({ title: 'Oven tour', slug: 'oven-tour' });
  const id = await idOf('oven-tour');
  const { page, complaints, elsewhere } = await atWork(house, `/admin/links/${id}`);
  const now = () => api('GET', `/api/links/${id}`);
  await pageIn(page).getByText('Preview. Nothing can be booked here.').waitFor();

  await changeThePage(page);
  await changeTheForm(page);
  await changeTheRest(page, now);
  assert.deepEqual([complaints, elsewhere], [[], []]);
  await isForEverybody(page);
  for (const width of [768, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await fits(page);
  }
  await page.context().close();
});

async function changeThePage(page: Page): Promise<void> {
  const preview = pageIn(page);
  await page.getByLabel('Title').fill('Tour of the workshop');
  await preview.getByRole('heading', { level: 1, name: 'Tour of the workshop' }).waitFor();
  assert.equal(await focused(page), 'Tour of the workshop', 'the focus stays where one types');

  await page.getByRole('button', { name: 'Duration', exact: true }).click();
  await page.getByRole('menuitem', { name: '45 min' }).click();
  await preview.getByRole('link', { name: '45 min' }).waitFor();
  await page.getByLabel('Buffer after').fill('15');
  await page.getByLabel('Description').fill('An hour among the ovens.');
  await preview.getByText('An hour among the ovens.').waitFor();
}

/** One stands on the form, and each save leaves one there. */
async function changeTheForm(page: Page): Promise<void> {
  const preview = pageIn(page);
  await preview.locator('.slot').first().press('Enter');
  await preview.getByLabel('Name', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Footer' }).click();
  await page.keyboard.type('Ring the bell twice.');
  await preview.getByText('Ring the bell twice.').waitFor();
  await page.getByRole('button', { name: 'Question', exact: true }).click();
  await page.getByRole('menuitem', { name: 'One line' }).click();
  await preview.getByLabel(/Your question/).waitFor();
  await page.getByRole('checkbox', { name: 'Visitors may bring guests' }).click();
  await preview.getByLabel(/Other people/).waitFor();
  await page.getByRole('button', { name: 'Consent', exact: true }).click();
  await preview.getByText('I agree that my details are kept to prepare the meeting.').waitFor();
  await preview.getByRole('button', { name: /^Book / }).waitFor();
}

async function changeTheRest(page: Page, now: () => ReturnType<typeof api>): Promise<void> {
  await page.getByRole('radio', { name: /^Everyone/ }).click();
  await page.getByLabel('Per day', { exact: true }).fill('4');
  await page.getByLabel('Page after booking').fill('https://termika.example/thanks');
  await page.getByLabel('Website that may show this page').fill('shop.example');
  await page.keyboard.press('Enter');
  await page.getByText('https://shop.example', { exact: true }).waitFor();
  await until('all of it kept', async () => {
    const { verification, caps, redirectUrl, embedOrigins, bufferAfterMinutes } = await now();
    return (
      JSON.stringify([verification, caps, redirectUrl, embedOrigins, bufferAfterMinutes]) ===
      JSON.stringify([
        'everyone',
        { perDay: 4 },
        'https://termika.example/thanks',
        ['https://shop.example'],
        15,
      ])
    );
  });
}

/** What stands in the field under the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement;
    return field.value;
  });
}

test('L2: a form tried in the preview books nothing and says so; a wrong website is told what is right', async () => {
  await termika.share({ title: 'Tried', slug: 'tried' });
  const { page } = await atWork(house, `/admin/links/${await idOf('tried')}`);
  const preview = pageIn(page);
  await preview.locator('.slot').first().press('Enter');
  await preview.getByLabel('Name', { exact: true }).fill('Chloé Girard');
  await preview.getByLabel('E-mail', { exact: true }).fill('chloe@girard-pains.example');
  await preview.getByRole('button', { name: /^Book / }).press('Enter');
  await preview.getByRole('alert').getByText('Preview. Nothing can be booked here.').waitFor();
  assert.equal(await preview.getByLabel('Name', { exact: true }).inputValue(), 'Chloé Girard');
  assert.deepEqual((await api('GET', '/api/bookings')).items, []);
  const website = page.getByLabel('Website that may show this page');
  await website.fill('https://shop.example/page');
  await page.keyboard.press('Enter');
  await page.getByText(/^Write the address of a website without a page/).waitFor();
  assert.equal(await website.inputValue(), 'https://shop.example/page', 'what was typed stays');
  await page.context().close();
});

test('L2: what keeps a link empty is said beside its settings, in the reader’s language, and goes when it is put right', async () => {
  const late = { minimumNoticeMinutes: 20 * 1440, horizon: { rollingDays: 10 } };
  await termika.share({ title: 'Late', slug: 'late', ...late });
  const id = await idOf('late');
  const { page } = await atWork(house, `/admin/links/${id}`);
  await page.getByText(/^The notice is longer than the link can be booked ahead/).waitFor();
  const notice = page.getByRole('textbox', { name: 'Notice', exact: true });
  await notice.fill('1');
  await page.getByText(/^The notice is longer/).waitFor({ state: 'detached' });
  for (const [locale, words] of [
    ['fr', /Les débuts se comptent toutes les 60 min/],
    ['pl', /Początki liczone są co 60 min/],
  ] as const) {
    const weekly = [1, 2, 3].map((day) => ({ day, start: '09:30', end: '17:30' }));
    await api('PATCH', `/api/links/${id}`, { durationsMinutes: [60], hours: { weekly, overrides: [] } });
    await api('PATCH', `/api/members/${termika.annaId}`, { locale });
    await page.reload();
    await page.getByText(words).waitFor();
    await isForEverybody(page);
  }
  await api('PATCH', `/api/members/${termika.annaId}`, { locale: 'en' });
  await page.context().close();
});
