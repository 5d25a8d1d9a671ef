import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, serveForJourney, until, visitor, type Served } from './house.test-support.ts';
import { everyField, monthsAhead, settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;
let path: string;

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
  path = await house.share({
    ...everyField,
    slug: 'consultation',
    durationsMinutes: [30],
    guests: { allowed: false, max: 0 },
    horizon: { from: `${monthsAhead(1)}-01`, to: `${monthsAhead(2)}-28` },
  });
});
after(() => served.close());

/** What has the focus: its id, or else its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const here = document.activeElement;
    return here?.id ? `#${here.id}` : (here?.getAttribute('aria-label') ?? here?.textContent ?? '').trim();
  });
const said = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('#said')?.textContent ?? '');
const arrived = (page: Page, focus: string): Promise<unknown> =>
  page.waitForFunction((selector) => document.activeElement?.matches(selector), focus, {
    timeout: PATIENCE_MS,
  });

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('a meeting is booked with the keyboard alone, and the focus is always where the next thing is', async () => {
  const { page } = await visitor(served, { timezoneId: 'Europe/Paris' });
  await page.goto(`${served.url}${path}?timeZone=Europe/Paris`);
  assert.equal(await said(page), '', 'nothing is said on arriving');
  await press(page, 'Tab');
  assert.equal(await focused(page), 'Skip to the times');

  await press(page, 'Tab');
  assert.equal(await focused(page), '#later', 'a month arrow that leads nowhere is passed over');
  await press(page, 'Tab');
  const first = await focused(page);
  assert.match(first, /^\w+ \d+ \w+ \d{4}, \d+ times?$/);
  await press(page, 'ArrowRight');
  const second = await focused(page);
  assert.notEqual(second, first);
  await press(page, 'Home', 'End', 'ArrowLeft', 'ArrowRight');
  await press(page, 'Tab', 'Shift+Tab');
  const chosen = await focused(page);
  assert.match(chosen, /\d{4}, \d+ times?$/, 'the month is one stop');
  await press(page, 'Enter');
  await arrived(page, '#times');
  await until('the day in words', async () => (await said(page)) === chosen);

  await press(page, 'Tab');
  assert.match(await focused(page), /^\d\d:\d\d, \w+ \d/);
  await press(page, 'Enter');
  await arrived(page, '#form-title');
  await fillIn(page);
  await arrived(page, '#done');
  assert.match((await page.textContent('#done'))!, /Meeting booked/);
});

async function fillIn(page: Page): Promise<void> {
  await press(page, 'Tab');
  assert.equal(await focused(page), '#f-name');
  await page.keyboard.type('Marek Zieliński');
  await page.waitForTimeout(2100);
  await press(page, 'Enter');
  await arrived(page, '#wrongs');
  assert.match((await page.textContent('#wrongs h2'))!, /3 things to put right/);
  assert.equal(await page.inputValue('#f-name'), 'Marek Zieliński');
  await press(page, 'Tab', 'Enter');
  await arrived(page, '#f-email');
  await page.keyboard.type('marek@piekarnia-zielinski.example');
  assert.equal(
    await page.getAttribute('#f-email', 'aria-invalid'),
    null,
    'once it is right its message goes',
  );
  await press(page, 'Tab', 'Tab', 'Space');
  assert.equal(await page.isChecked('[name="answer.bread"] >> nth=0'), true);
  await page.focus('#f-consent-keep');
  await press(page, 'Space', 'Tab', 'Enter');
}

test('Page Up and Page Down walk the months, and each is said with its free days', async () => {
  const { page } = await visitor(served);
  await page.goto(`${served.url}${path}?timeZone=Europe/Paris`);
  const title = (): Promise<string | null> => page.textContent('#month');
  const [begin] = [await title()];
  await page.focus('.days a[tabindex="0"]');
  await press(page, 'PageDown');
  await page.waitForFunction((was) => document.querySelector('#month')?.textContent !== was, begin);
  await arrived(page, '.days a');
  const words = new RegExp(`^${await title()}, \\d+ days with free times$`);
  await until('the month in words', async () => words.test(await said(page)));
  await press(page, 'PageUp');
  await page.waitForFunction((was) => document.querySelector('#month')?.textContent === was, begin);
  await arrived(page, '.days a');
  await press(page, 'PageUp');
  // Where there is nothing, that is said.
  await until('no free times', async () => (await said(page)).endsWith('no free times'));
});

test('the zone is changed by its form; the times are said to be in it; Back undoes it', async () => {
  const { page } = await visitor(served);
  await page.goto(`${served.url}${path}?timeZone=Europe/Paris`);
  const before = await page.textContent('.slot >> nth=0');
  await page.focus('#zone-change');
  await press(page, 'Enter');
  await arrived(page, '#timeZone');
  await page.selectOption('#timeZone', 'Europe/London');
  await press(page, 'Tab', 'Enter');
  await page.waitForURL(/timeZone=Europe\/London/);
  await arrived(page, '#zone-change');
  await until('the zone in words', async () => /Times now in London time/.test(await said(page)));
  assert.notEqual(await page.textContent('.slot >> nth=0'), before);
  await page.goBack();
  await page.waitForURL(/timeZone=Europe\/Paris/);
  await page.waitForFunction((time) => document.querySelector('.slot')?.textContent === time, before);
});

test('Back and Forward lead through day, form and back, and reload keeps the place and what was typed', async () => {
  const { page } = await visitor(served);
  await page.goto(`${served.url}${path}?timeZone=Europe/Paris`);
  await page.click('.days a >> nth=2');
  await arrived(page, '#times');
  const day = page.url();
  const time = await page.textContent('.slot >> nth=1');
  await page.click('.slot >> nth=1');
  await arrived(page, '#form-title');
  const form = page.url();
  await page.fill('#f-name', 'Awa Diop');
  await page.goBack();
  await page.waitForURL(day);
  await page.waitForSelector('.slot');
  await page.goForward();
  await page.waitForURL(form);
  await page.waitForSelector('#f-name');
  assert.equal(await page.inputValue('#f-name'), 'Awa Diop', 'what was typed stays');
  await page.reload();
  assert.match((await page.textContent('.when-time'))!, new RegExp(`^${time}`));
});
