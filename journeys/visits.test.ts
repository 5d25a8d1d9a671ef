import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { openDatabase, type Database } from '../src/platform/db/database.ts';
import { dump, type Dump } from '../soak/dump.ts';
import { serveForJourney, until, visitor, type Served, type VisitorOptions } from './house.test-support.ts';
import { everyField, monthsAhead, settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;
let path: string;
// It has free days enough, whatever today is.
const month = monthsAhead(1);

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
  path = await house.share({ ...everyField, slug: 'consultation' });
});
after(() => served.close());

const visits: (VisitorOptions & { says: RegExp; day: number })[] = [
  { locale: 'en-US', script: true, width: 1440, says: /Meeting booked/, day: 2 },
  { locale: 'fr-FR', script: false, width: 360, says: /Rendez-vous réservé/i, day: 3 },
  { locale: 'pl-PL', script: true, width: 360, dark: true, says: /Spotkanie umówione/i, day: 4 },
  { locale: 'en-GB', script: false, width: 1440, dark: true, says: /Meeting booked/, day: 5 },
  { locale: 'fr-CA', script: true, width: 360, says: /Rendez-vous réservé/i, day: 6 },
  { locale: 'pl-PL', script: false, width: 1440, says: /Spotkanie umówione/i, day: 7 },
];

test('every visitor books: three languages, with script and without, on a telephone and on a desk', async () => {
  await Promise.all(visits.map((one) => book(one)));
});

async function book({ says, day, ...options }: (typeof visits)[number]): Promise<void> {
  const name = `${options.locale} ${options.script ? 'with' : 'without'} script, ${options.width}`;
  const { page, context, elsewhere } = await visitor(served, options);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
  await page.goto(`${served.url}${path}?month=${month}`);
  assert.equal(await page.getAttribute('html', 'lang'), options.locale!.slice(0, 2));
  await fits(page, `${name}: month`);
  await page.click(`.days a >> nth=${day}`);
  await page.waitForFunction(
    (at) => document.querySelectorAll('.days a')[at]?.hasAttribute('aria-current'),
    day,
  );
  await page.click('.slot >> nth=0');
  await page.waitForSelector('#f-name');
  await fits(page, `${name}: form`);
  await page.fill('#f-name', 'Zofia Wójcik');
  await page.waitForTimeout(2100);
  await page.click('button.main');
  await page.waitForSelector('#wrongs');
  await fits(page, `${name}: faults`);
  await page.fill('#f-email', `visitor-${day}@mail.example`);
  await page.check('[name="answer.bread"] >> nth=1');
  await page.check('#f-consent-keep');
  await page.click('button.main');
  await page.waitForSelector('#done');
  assert.match((await page.textContent('#done'))!, says, name);
  await fits(page, `${name}: done`);
  assert.deepEqual(elsewhere, [], name);
  // With script a 422 is fetched; the browser writes that down as an error of its own.
  assert.deepEqual(
    errors.filter((error) => !/422/.test(error)),
    [],
    name,
  );
  await keepsNothing(page, context, name);
  await context.close();
}

async function fits(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${where} is ${over} px too wide`);
}

async function keepsNothing(page: Page, context: BrowserContext, name: string): Promise<void> {
  assert.deepEqual(await context.cookies(), [], name);
  if (!(await page.evaluate('true').catch(() => false))) return;
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const workers = await navigator.serviceWorker.getRegistrations();
    return localStorage.length + sessionStorage.length + databases.length + workers.length;
  });
  assert.equal(kept, 0, name);
}

test('ABUSE 17: a full visit of every mailed link, with script running, changes nothing', async () => {
  const strangers = await house.share({ slug: 'visit', verification: 'everyone', title: 'Visit' });
  const { page, context } = await visitor(served);
  await page.goto(`${served.url}${strangers}?timeZone=Europe/Paris&month=${month}`);
  await page.click('.slot >> nth=3');
  await page.fill('#f-name', 'Marek Zieliński');
  await page.fill('#f-email', 'marek@mail.example');
  await page.waitForTimeout(2100);
  await page.click('button.main');
  await page.waitForSelector('#done');
  const links = [
    await house.mailed('marek@mail.example', 'verification'),
    await house.mailed('visitor-2@mail.example', 'confirmation'),
  ];
  const database = openDatabase({ url: undefined, file: join(served.dataDir, 'rondo.sqlite') });
  const before = await atRest(() => rowsOf(database));
  for (const link of links) {
    await lookAround(page, link);
    await lookAround(page, `${link}?step=reschedule`);
    await lookAround(page, `${link}?new=1`);
  }
  const after = await rowsOf(database);
  await database.close();
  await context.close();
  assert.deepEqual(after, before);
});

/** Every row but the ticks of the house's own clock, which go on whoever visits. */
async function rowsOf(database: Database): Promise<Dump> {
  const rows = await dump(database);
  return { ...rows, outbox: rows.outbox!.filter((row) => !row.startsWith('{"workspace_id":"-"')) };
}

/** What stands there once nothing has moved for a second: mails are still on their way at first. */
async function atRest<State>(look: () => Promise<State>): Promise<State> {
  let last = await look();
  await until('a house at rest', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const before = last;
    last = await look();
    return isDeepStrictEqual(before, last);
  });
  return last;
}

/** As a curious person or an eager program would: opens, unfolds, tabs through, walks back and forward, reloads. */
async function lookAround(page: Page, link: string): Promise<void> {
  await page.goto(link);
  for (const fold of await page.$$('summary')) await fold.click();
  for (let tab = 0; tab < 12; tab++) await page.keyboard.press('Tab');
  await page.goBack();
  await page.goForward();
  await page.reload();
  await page.waitForTimeout(150);
}
