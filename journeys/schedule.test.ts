import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { members, PASSWORD } from '../demo/cast.ts';
import { PATIENCE_MS, ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;
let boId: string;
let rotationId: string;
let dealId: string;
let leadId: string;

type Body = Record<string, unknown>;

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
  boId = await hire('bo');
  await hire('ines', { permissions: ['book-for-others'] });
  const tomaszId = await hire('tomasz');
  const rotation = {
    name: 'Industrial demos',
    members: [boId, house.annaId, tomaszId].map((id) => ({ kind: 'member', id })),
  };
  rotationId = (await call('POST', '/api/rotations', rotation)).id as string;
  const off = `/api/rotations/${rotationId}/members/${tomaszId}/availability`;
  await call('PUT', off, { available: false });
  await call('POST', `/api/members/${boId}/absences`, { from: day(-7), to: day(20), reason: 'Fair' });
  const emails = [{ address: 'ewa@huta.example', primary: true }];
  const { id: ewaId } = await call('POST', '/api/contacts', { name: 'Ewa Lis', emails });
  const deal = { title: 'Heat recovery, furnace 3', contactIds: [ewaId] };
  dealId = (await call('POST', '/api/deals', deal)).id as string;
  const lead = { name: 'Kamil Wójcik', emails: [{ address: 'kamil@huta.example', primary: true }] };
  leadId = (await call('POST', '/api/leads', { ...lead, ownerId: tomaszId })).id as string;
  await call('PATCH', `/api/deals/${dealId}`, { ownerId: (await memberNamed('ines')).id });
});
after(() => served.close());

async function call(method: string, path: string, given?: unknown): Promise<Body> {
  const { status, body } = await ask(served, house.key, method, path, given);
  assert.ok(status < 300, `${method} ${path}: ${JSON.stringify(body)}`);
  return body;
}

async function hire(who: 'bo' | 'ines' | 'tomasz', more: object = {}): Promise<string> {
  const { name, email } = members[who];
  const member = { name, email, password: PASSWORD, seat: true, timeZone: 'Europe/Paris', ...more };
  return (await call('POST', '/api/members', member)).id as string;
}

async function memberNamed(who: 'ines' | 'tomasz'): Promise<{ id: string }> {
  const { items } = await call('GET', '/api/members');
  return (items as { id: string; name: string }[]).find(({ name }) => name === members[who].name)!;
}

/** Days from next week's Monday on. */
function day(index: number): string {
  const today = Temporal.Now.plainDateISO('Europe/Paris');
  return today.add({ days: 8 - today.dayOfWeek + index }).toString();
}

async function open(path: string, who: 'ines' | 'tomasz', options: { width?: number; touch?: boolean } = {}) {
  const { email } = members[who];
  const work = await atWork(served, path, { email, timezoneId: 'Europe/Paris', ...options });
  work.page.setDefaultTimeout(PATIENCE_MS);
  return work;
}

const grid = (page: Page): Locator => page.getByRole('grid');
/** The host's free times, as they are drawn. */
const offered = (page: Page): Locator => page.locator('[data-kind="offered"]');
const weekOf = (page: Page, name: string) =>
  page.getByRole('grid', { name: new RegExp(`^${name}`) }).waitFor();

async function lastBooking(): Promise<Body> {
  const { items } = await call('GET', '/api/bookings?sort=-start');
  const found = (items as Body[]).toSorted((one, other) =>
    (one.id as string) < (other.id as string) ? 1 : -1,
  );
  return call('GET', `/api/bookings/${found[0]!.id as string}`);
}

test('R3, R5: from a deal, by keys alone: the host whose turn it is has a full week, another is taken with a reason', async () => {
  const { page, complaints } = await open(`/admin/deals/${dealId}`, 'ines');
  await page.getByRole('link', { name: 'Schedule a meeting' }).waitFor();
  await page.keyboard.press('s');
  await weekOf(page, 'Ines Caron');
  await page.getByRole('combobox', { name: 'Rotation' }).focus();
  await page.keyboard.type('Indus');
  await page.getByRole('option', { name: /Industrial demos/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Bo Lindqvist is next').waitFor();
  await weekOf(page, 'Bo Lindqvist');
  await page.getByText('Bo has no free 30 min on these days.').waitFor();
  const off = page.getByRole('radio', { name: /^Tomasz Wrona/ });
  assert.equal(await off.isDisabled(), true);
  await isForEverybody(page);

  await page.getByRole('radio', { name: /^Bo Lindqvist/ }).focus();
  await page.keyboard.press('ArrowDown');
  await weekOf(page, 'Anna Nowak');
  await page.getByText('Bo stays first in line').waitFor();
  await page.getByRole('button', { name: 'Calendar full' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Date' }).fill(day(1));
  await page.keyboard.press('Tab');
  await offered(page).first().waitFor();
  await grid(page).focus();
  await nextFree(page);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Book \d\d:\d\d with Anna/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^Booked: .*Anna Nowak/).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Heat recovery, furnace 3' }).waitFor();

  await isAnnasInsteadOfBos(await lastBooking());
  await page
    .getByText(/booked/)
    .first()
    .waitFor();
  assert.deepEqual(complaints, []);
});

async function isAnnasInsteadOfBos(booking: Body): Promise<void> {
  assert.deepEqual(booking.hostIds, [house.annaId]);
  assert.equal((booking.visitor as Body).email, 'ewa@huta.example');
  assert.equal(((booking.assignment as Body).byHand as Body).reason, 'Calendar full');
  assert.equal((booking.rotation as Body).id, rotationId);
  const proposal = await call('GET', `/api/rotations/${rotationId}/proposal`);
  assert.equal(proposal.memberId, boId, 'who was skipped stays first in line');
}

/** J goes from one thing to the next, until it is a free time. */
async function nextFree(page: Page): Promise<void> {
  const cell = page.locator('[role="gridcell"][aria-selected]');
  for (let presses = 0; presses < 20; presses += 1) {
    const before = await cell.getAttribute('aria-label');
    if (before?.includes('free for')) return;
    await page.keyboard.press('j');
    await until('the cursor has moved', async () => (await cell.getAttribute('aria-label')) !== before);
  }
  throw new Error('no free time was reached');
}

test('R1: without the permission there is no rotation to choose, and the API says no; one books for oneself', async () => {
  const { page } = await open(`/admin/schedule?kind=lead&id=${leadId}&rotationId=${rotationId}`, 'tomasz');
  await weekOf(page, 'Tomasz Wrona');
  await page.getByText('You book for yourself.').waitFor();
  assert.equal(await page.getByRole('combobox', { name: 'Rotation' }).count(), 0);
  const origin = { origin: served.url };
  const asked = await page.request.get(`${served.url}/api/rotations/${rotationId}/proposal`, {
    headers: origin,
  });
  assert.equal(asked.status(), 403);
  const start = `${day(2)}T09:00:00Z`;
  const wish = { start, durationMinutes: 30, record: { kind: 'lead', id: leadId } };
  const path = `${served.url}/api/rotations/${rotationId}/bookings`;
  assert.equal((await page.request.post(path, { data: wish, headers: origin })).status(), 403);

  await page.getByRole('textbox', { name: 'Date' }).fill(day(2));
  await page.keyboard.press('Tab');
  await offered(page).nth(3).click();
  await page.getByLabel('Title').fill('First visit');
  await page.getByRole('button', { name: /^Book \d\d:\d\d/ }).click();
  await page.getByText(/^Booked: .*Tomasz Wrona/).waitFor();
  const booking = await lastBooking();
  assert.deepEqual(
    [booking.title, booking.rotation, (booking.record as Body).id],
    ['First visit', null, leadId],
  );
});

test('by finger on a phone: a step at a time, and what was typed stays when the server fails', async () => {
  const { page } = await open(`/admin/deals/${dealId}`, 'ines', { width: 390, touch: true });
  await page.getByRole('link', { name: 'Schedule' }).tap();
  await weekOf(page, 'Ines Caron');
  await page.getByRole('button', { name: 'Host', exact: true }).tap();
  await page.getByRole('combobox', { name: 'Rotation' }).fill('Indus');
  await page.getByRole('option', { name: /Industrial demos/ }).tap();
  await page.getByRole('radio', { name: /^Anna Nowak/ }).tap();
  await page.getByText('Bo stays first in line').waitFor();
  await fits(page);
  await page.getByRole('button', { name: 'Time', exact: true }).tap();
  await weekOf(page, 'Anna Nowak');
  await page.getByRole('button', { name: 'Later days' }).waitFor();
  const next = page.getByRole('navigation', { name: 'Days of the week' }).getByRole('button');
  await next.nth(3).tap();
  await until('free times of that day', () => offered(page).count());
  await offered(page).nth(4).tap();
  await fits(page);
  await page.getByRole('button', { name: 'Go on to the details' }).tap();
  await page.getByLabel('Title').fill('By phone');
  await isForEverybody(page);
  await page.route('**/api/rotations/*/bookings', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.getByRole('button', { name: /^Book \d\d:\d\d with Anna/ }).tap();
  await page.getByText('The server could not do it. Nothing is lost; try again.').waitFor();
  assert.equal(await page.getByLabel('Title').inputValue(), 'By phone');
  await page.unroute('**/api/rotations/*/bookings');
  await page.getByRole('button', { name: /^Book \d\d:\d\d with Anna/ }).tap();
  await page.getByText(/^Booked: .*Anna Nowak/).waitFor();
  assert.equal((await lastBooking()).title, 'By phone');
});

test('Ctrl K on a record’s page knows the way; a time that is taken meanwhile is refused with others near it', async () => {
  const { page } = await open(`/admin/leads/${leadId}`, 'tomasz');
  await page.getByRole('link', { name: 'Schedule a meeting' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Schedule a');
  await page.getByRole('option', { name: /Schedule a meeting/ }).waitFor();
  await page.keyboard.press('Enter');
  await weekOf(page, 'Tomasz Wrona');
  await page.getByRole('textbox', { name: 'Date' }).fill(day(3));
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: 'Time' }).fill('10:05');
  await page.keyboard.press('Tab');
  const book = page.getByRole('button', { name: 'Book 10:05' });
  await book.waitFor();
  await page.getByLabel('Where').click();
  await page.getByRole('option', { name: 'Phone' }).click();
  await page.getByLabel('Number').fill('+48 22 100 10 10');
  await page.route('**/api/bookings', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: '/problems/time-taken',
        reason: 'busy',
        alternatives: [`${day(3)}T10:00:00Z`],
      }),
    }),
  );
  await book.click();
  await page.getByText('That time is taken by now.').waitFor();
  assert.equal(await page.getByLabel('Number').inputValue(), '+48 22 100 10 10');
  await page.unroute('**/api/bookings');
  await page.getByRole('alert').getByRole('button').first().click();
  await page.getByRole('button', { name: /^Book \d\d:00/ }).click();
  await page.getByText(/^Booked:/).waitFor();
  assert.deepEqual((await lastBooking()).location, { kind: 'phone', value: '+48 22 100 10 10' });
});
