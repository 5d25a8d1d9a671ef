import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let termika: Settled;
let page: Page;
let contactId: string;

/** A Tuesday at least a week from now, nineteen o'clock in Warsaw: below what a calendar shows at first. */
const day = (() => {
  const from = Temporal.Now.plainDateISO('Europe/Warsaw').add({ days: 8 });
  return from.add({ days: (9 - from.dayOfWeek) % 7 }).toString();
})();
const start = Temporal.PlainDateTime.from(`${day}T19:00`)
  .toZonedDateTime('Europe/Warsaw')
  .toInstant()
  .toString();
const hours = { weekly: [2].map((weekday) => ({ day: weekday, start: '18:00', end: '21:00' })) };

before(async () => {
  served = await serveForJourney();
  termika = await settle(served);
  const timeZone = 'Europe/Warsaw';
  await termika.share({ title: 'Evening tour', slug: 'evening', timeZone, hours });
  await termika.share({ title: 'Evening call', slug: 'call', timeZone, hours });
  const contact = { name: 'Ewa Lis', emails: [{ address: 'ewa@bakery.example' }] };
  contactId = (await ask(served, termika.key, 'POST', '/api/contacts', contact)).body.id as string;
  const visitor = { name: 'Ewa Lis', email: 'ewa@bakery.example' };
  const booked = await ask(served, '', 'POST', '/api/public/termika/evening/bookings', {
    start,
    timeZone,
    visitor,
  });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  page = (await atWork(served, `/admin/contacts/${contactId}?tab=activities`)).page;
  page.setDefaultTimeout(PATIENCE_MS);
});
after(() => served.close());

/** Whether a visitor of another link can book that time now. */
async function isFreeElsewhere(): Promise<boolean> {
  const path = `/api/public/termika/call/slots?from=${day}&to=${day}&timeZone=Europe/Warsaw`;
  const { body } = await ask(served, '', 'GET', path);
  return (body.days as { slots: string[] }[]).flatMap(({ slots }) => slots).includes(start);
}

const meetings = () => page.getByRole('region', { name: 'Meetings' });
const panel = () => page.getByRole('complementary');

test('L7: from the record to the calendar: the meeting is marked, on the screen and open, and its title is changed there', async () => {
  const row = meetings().getByRole('link', { name: /Evening tour/ });
  await row.waitFor();
  assert.match((await row.textContent())!, /19:00.*Evening tour.*Ewa Lis.*Anna Nowak.*Scheduled/s);
  await isForEverybody(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await fits(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await row.click();
  await page.waitForURL(new RegExp(`/calendar\\?date=${day}`));
  await panel().getByRole('heading', { name: /19:00/ }).waitFor();
  const block = page.locator('[data-span][data-open]');
  await block.waitFor();
  await until('a block on the screen', () =>
    block.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top > 0 && bottom <= window.innerHeight;
    }),
  );
  await isForEverybody(page);
  await panel()
    .getByRole('button', { name: /Edit: Title|Title/ })
    .first()
    .click();
  const field = panel().getByRole('textbox', { name: 'Title' });
  await field.fill('Evening tour with bread');
  await field.press('Enter');
  await page.locator('[data-span][data-open]', { hasText: 'Evening tour with bread' }).waitFor();
  assert.equal(await isFreeElsewhere(), false);
});

test('L7, E9: deleted there, the visitor is told, the time is free in another link, and it left the activities', async () => {
  await panel().getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const question = page.getByRole('alertdialog');
  await question
    .getByText(/Ewa Lis/)
    .first()
    .waitFor();
  await question.getByRole('button', { name: 'Delete the booking' }).click();
  await panel().waitFor({ state: 'detached' });
  await page.locator('[data-span][data-open]').waitFor({ state: 'detached' });
  assert.equal(await isFreeElsewhere(), true);
  await until('a mail that says so', async () => {
    const { body } = await ask(served, termika.key, 'GET', '/api/mail?to=ewa%40bakery.example');
    return (body.items as { kind: string }[]).some(({ kind }) => kind === 'cancelled');
  });
  await page.goto(`${served.url}/admin/contacts/${contactId}?tab=activities`);
  await meetings().getByText('No meetings to come.').waitFor();
  await page.getByRole('link', { name: 'History' }).click();
  await page
    .getByText(/deleted/)
    .first()
    .waitFor();
});

test('L7: a host reads their meetings among their tasks', async () => {
  const visitor = { name: 'Ewa Lis', email: 'ewa@bakery.example' };
  const wish = { start, timeZone: 'Europe/Warsaw', visitor };
  assert.equal((await ask(served, '', 'POST', '/api/public/termika/call/bookings', wish)).status, 201);
  await page.goto(`${served.url}/admin/tasks`);
  await meetings()
    .getByRole('link', { name: /Evening call/ })
    .waitFor();
  await isForEverybody(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await fits(page);
});
