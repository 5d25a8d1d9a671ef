import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page, Route } from 'playwright-core';
import { ask, serveForJourney, visitor, type Served } from './house.test-support.ts';
import { monthsAhead, settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;
let address: string;

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
  const path = await house.share({ slug: 'visit', durationsMinutes: [30, 60] });
  address = `${served.url}${path}?timeZone=Europe/Paris&month=${monthsAhead(1)}`;
});
after(() => served.close());

const said = (page: Page): Promise<string> => page.textContent('#said').then((text) => text ?? '');
const isPage = (url: URL): boolean => url.pathname.startsWith('/termika/');

/** Stands between the page and the server: each request meets the next of the fates, the last of them for ever. */
async function between(page: Page, ...fates: ((route: Route) => unknown)[]): Promise<() => number> {
  let met = 0;
  await page.route(isPage, (route) => void fates[Math.min(met++, fates.length - 1)]?.(route));
  return () => met;
}

const pass = (route: Route): Promise<void> => route.continue();
const cut = (route: Route): Promise<void> => route.abort('connectionfailed');
const late =
  (milliseconds: number) =>
  (route: Route): void =>
    void setTimeout(() => void route.continue(), milliseconds);
const failing = (route: Route): Promise<void> =>
  route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' });

interface Heard {
  words: string;
  /** Since the last press of a mouse. */
  afterMs: number;
  isBusy: boolean;
  month: string | null;
}

/** Writes down in the page what is said, and what is seen at that moment: a look from here would come too late. */
async function listen(page: Page): Promise<() => Promise<Heard[]>> {
  const heard = await page.evaluateHandle(() => {
    const all: Heard[] = [];
    let pressed = 0;
    addEventListener('click', () => (pressed = performance.now()), true);
    const region = document.querySelector('#said')!;
    const note = (): void => {
      const [main, month] = ['main', '#month'].map((one) => document.querySelector(one));
      const afterMs = performance.now() - pressed;
      const isBusy = main!.hasAttribute('aria-busy');
      all.push({ words: region.textContent, afterMs, isBusy, month: month!.textContent });
    };
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
    return all;
  });
  return () => heard.jsonValue();
}

async function opened(): Promise<Page> {
  const { page } = await visitor(served);
  await page.goto(address);
  return page;
}

async function toTheForm(page: Page): Promise<void> {
  await page.click('.slot >> nth=2');
  await page.waitForSelector('#f-name');
  await page.fill('#f-name', 'Marek Zieliński');
  await page.fill('#f-email', 'marek@mail.example');
}

test('a slow month: after 300 ms its name and still shapes, then its days; a quick one says nothing of it', async () => {
  const page = await opened();
  await between(page, late(1200), pass);
  const before = await page.textContent('#month');
  const heard = await listen(page);
  await page.click('#later');
  await page.locator('#said', { hasText: /days with free times$/ }).waitFor({ state: 'attached' });
  await page.waitForSelector('main:not([aria-busy]) .days a');
  const [first, ...rest] = (await heard()).filter(({ words }) => words !== '');
  assert.match(first!.words, /^Loading \w+ \d{4}$/);
  assert.ok(first!.afterMs > 250, `nothing is said of what is quick: ${first!.afterMs} ms`);
  assert.ok(first!.isBusy);
  assert.notEqual(first!.month, before);
  assert.deepEqual(
    rest.map(({ words }) => words),
    [await said(page)],
  );
  await page.context().close();
});

test('a page that does not come: this one stays, and trying again brings it', async () => {
  const page = await opened();
  const day = await page.textContent('#day');
  await between(page, cut, failing, pass);
  await page.click('.days a >> nth=3');
  await page.waitForFunction(() => document.activeElement?.id === 'trouble');
  assert.equal(await page.textContent('#day'), day, 'the times are still there');
  assert.match((await page.textContent('#trouble'))!, /Nothing you typed is lost/);
  await page.click('#trouble button');
  await page.waitForFunction(() => document.querySelector('#trouble button:not([aria-busy])'));
  await page.click('#trouble button');
  await page.waitForFunction(() => document.activeElement?.id === 'times');
  assert.notEqual(await page.textContent('#day'), day);
  assert.equal(await page.$('#trouble'), null);
  await page.context().close();
});

test('a form that gets no answer keeps every word; sent again it books once', async () => {
  const page = await opened();
  await toTheForm(page);
  let arrived = 0;
  // The first press arrives, but its answer is lost on the way; the second meets a server that fails.
  const lost = async (route: Route): Promise<void> => {
    await route.fetch();
    arrived++;
    await route.abort('connectionreset');
  };
  await between(page, lost, failing, pass);
  await page.click('button.main');
  await page.waitForFunction(() => document.activeElement?.id === 'trouble');
  assert.equal(arrived, 1);
  assert.match((await page.textContent('#trouble'))!, /nothing is done twice/);
  assert.equal(await page.inputValue('#f-name'), 'Marek Zieliński');
  assert.equal(await page.getAttribute('button.main', 'aria-busy'), null, 'the button can be pressed again');
  await page.click('button.main');
  await page.waitForFunction(() => document.activeElement?.id === 'trouble');
  await page.click('#trouble button');
  await page.waitForSelector('#done');
  assert.match((await page.textContent('#done'))!, /Meeting booked/);
  await page.context().close();
  assert.equal(await bookings(), 1);
});

test('two presses in a hurry are one booking, and a browser that fills in at once is no robot', async () => {
  const page = await opened();
  const requests = await between(page, pass);
  await toTheForm(page);
  const before = requests();
  await page.dblclick('button.main');
  await page.waitForSelector('#done');
  assert.equal(requests() - before, 1);
  await page.context().close();
  assert.equal(await bookings(), 2);
});

test('Back while a page is on its way stays where the address says', async () => {
  const page = await opened();
  await page.click('.days a >> nth=1');
  await page.waitForFunction(() => document.activeElement?.id === 'times');
  const day = await page.textContent('#day');
  await page.click('.slot >> nth=0');
  await page.waitForSelector('#form-title');
  await between(page, late(500), pass);
  await page.goBack();
  await page.goForward();
  await page.waitForTimeout(800);
  assert.ok(await page.$('#form-title'), 'the form, not the times that were overtaken');
  await page.goBack();
  await page.waitForFunction((words) => document.querySelector('#day')?.textContent === words, day);
  await page.context().close();
});

test('a visitor’s own zone comes by itself and stands in the address; who chooses before gets it too', async () => {
  const { page } = await visitor(served, { timezoneId: 'Asia/Kathmandu' });
  await page.goto(address.replace('timeZone=Europe/Paris&', ''));
  await page.waitForURL(/timeZone=Asia\/Kath?mandu/);
  await page.waitForSelector('#zone[data-shown^="Asia/Kat"]');
  assert.match((await page.textContent('.slot >> nth=0'))!, /^\d\d:\d5$/, 'Kathmandu is 5:45 ahead');
  assert.equal(await said(page), '', 'nothing is said of it');
  assert.equal(await page.evaluate(() => history.length), 2, 'Back leads away, not to another zone');

  const hasty = (await visitor(served, { timezoneId: 'Asia/Kathmandu' })).page;
  await between(hasty, pass, late(3000), pass);
  await hasty.goto(address.replace('timeZone=Europe/Paris&', ''));
  await hasty.click('.days a >> nth=2');
  await hasty.waitForSelector('#zone[data-shown^="Asia/Kat"]');
  await hasty.waitForURL(/day=.*timeZone=Asia\/Kath?mandu|timeZone=Asia\/Kath?mandu.*day=/);
  await Promise.all([page, hasty].map((one) => one.context().close()));
});

async function bookings(): Promise<number> {
  const { body } = await ask(served, house.key, 'GET', '/api/bookings?status=scheduled');
  return (body.items as unknown[]).length;
}
