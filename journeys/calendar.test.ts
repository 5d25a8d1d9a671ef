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

/** Next week's Monday in Paris; every journey has a day of its own. */
const today = Temporal.Now.plainDateISO('Europe/Paris');
const monday = today.add({ days: 8 - today.dayOfWeek });
const day = (index: number) => monday.add({ days: index }).toString();
const at = (index: number, time: string) =>
  `${monday.add({ days: index }).toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: time }).toInstant().toString().slice(0, 16)}:00Z`;

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
  const { name, email } = members.bo;
  const bo = { name, email, password: PASSWORD, seat: true, timeZone: 'Asia/Kolkata' };
  boId = (await call('POST', '/api/members', bo)).id as string;
});
after(() => served.close());

async function call(method: string, path: string, given?: unknown): Promise<Record<string, unknown>> {
  const { status, body } = await ask(served, house.key, method, path, given);
  assert.ok(status < 300, `${method} ${path}: ${JSON.stringify(body)}`);
  return body;
}

const event = (title: string, index: number, from: string, to: string) =>
  call('POST', `/api/members/${house.annaId}/events`, { title, start: at(index, from), end: at(index, to) });

/** What stands in Anna's calendar by that name, as the server knows it. */
async function kept(title: string): Promise<Span | undefined> {
  const { items } = await call(
    'GET',
    `/api/members/${house.annaId}/events?from=${at(0, '00:00')}&to=${at(6, '00:00')}&limit=200`,
  );
  return (items as (Span & { title: string })[]).find((one) => one.title === title);
}

type Span = { start: string; end: string };

const open = async (query = '') => {
  const work = await atWork(served, `/admin/calendar?date=${day(0)}${query}`, { timezoneId: 'Europe/Paris' });
  work.page.setDefaultTimeout(PATIENCE_MS);
  await work.page.locator('main [data-lane]').first().waitFor();
  await work.page.locator('[aria-busy]').waitFor({ state: 'detached' });
  return work;
};

const block = (page: Page, title: string): Locator => page.locator('[data-span]', { hasText: title });
const toast = (page: Page, words: string) => page.getByText(words).last().waitFor();

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Down `hours` and right `days`, from a point of the grid. */
async function drag(page: Page, from: { x: number; y: number }, days: number, hours: number): Promise<void> {
  const { right, down } = await page.evaluate(() => {
    const lane = (column: number) =>
      document.querySelector(`[data-lane="${column}:0"]`)!.getBoundingClientRect();
    return { right: lane(1).left - lane(0).left, down: lane(0).height / 24 };
  });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + days * right + 6, from.y + (hours * down) / 2, { steps: 3 });
  await page.mouse.move(from.x + days * right, from.y + hours * down, { steps: 3 });
  await page.mouse.up();
}

async function boxOf(spot: Locator) {
  const box = await spot.boundingBox();
  assert.ok(box);
  return box;
}

test('by mouse an event is made by a drag, carried to another day and stretched', async () => {
  const { page, complaints, elsewhere } = await open();
  const lane = await boxOf(page.locator('[data-lane="1:0"]'));
  const pane = await boxOf(page.getByRole('grid'));
  await drag(page, { x: lane.x + 20, y: pane.y + pane.height / 2 }, 0, 1);
  await page.getByRole('textbox', { name: 'Title' }).fill('Lunch');
  await press(page, 'Enter');
  await toast(page, '“Lunch” added');
  const first = await kept('Lunch');
  assert.ok(first);

  const box = await boxOf(block(page, 'Lunch'));
  await drag(page, { x: box.x + 20, y: box.y + 10 }, 1, 0);
  await toast(page, '“Lunch” changed');
  assert.equal(Date.parse((await kept('Lunch'))!.start) - Date.parse(first.start), 86_400_000);
  const moved = await boxOf(block(page, 'Lunch'));
  await drag(page, { x: moved.x + 20, y: moved.y + moved.height - 2 }, 0, 1);
  const length = ({ start, end }: Span) => Date.parse(end) - Date.parse(start);
  await until('an hour more', async () => length((await kept('Lunch'))!) === length(first) + 3_600_000);

  assert.deepEqual([complaints, elsewhere], [[], []]);
  await page.context().close();
});

test('an event is changed in its form, deleted there, and put back', async () => {
  await event('Lunch break', 0, '12:00', '13:00');
  const { page } = await open();
  await block(page, 'Lunch break').click();
  const form = page.getByRole('form', { name: 'Change the event' });
  await form.getByRole('textbox', { name: 'Title' }).fill('Long lunch');
  await form.getByRole('button', { name: 'Free' }).click();
  await isForEverybody(page);
  await press(page, 'Enter');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.locator('[data-kind=free]', { hasText: 'Long lunch' }).waitFor();
  await block(page, 'Long lunch').click();
  await page.getByRole('button', { name: 'Delete the event' }).click();
  await toast(page, '“Long lunch” deleted');
  await block(page, 'Long lunch').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /Undo/ }).first().click();
  await block(page, 'Long lunch').waitFor();
  await page.context().close();
});

test('by keyboard alone an event is made, moved, stretched, deleted and taken back; other days and views have keys', async () => {
  const { page } = await open();
  await page.getByRole('grid').focus();
  await press(page, 'Home', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter');
  await page.getByRole('textbox', { name: 'Title' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('Stocktaking');
  await press(page, 'Enter');
  await toast(page, '“Stocktaking” added');
  const made = (await kept('Stocktaking'))!;
  assert.equal(Date.parse(made.end) - Date.parse(made.start), 45 * 60_000);
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'grid');

  const saved = () => page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await press(page, 'Home', 'j');
  let answered = saved();
  await press(page, 'm', 'ArrowDown', 'ArrowDown', 'Enter');
  await answered;
  assert.equal(Date.parse((await kept('Stocktaking'))!.start) - Date.parse(made.start), 30 * 60_000);
  answered = saved();
  await press(page, 'm', 'Shift+ArrowDown', 'Enter');
  await answered;
  assert.equal(Date.parse((await kept('Stocktaking'))!.end) - Date.parse(made.end), 45 * 60_000);
  await press(page, 'Delete');
  await toast(page, '“Stocktaking” deleted');
  assert.equal(await kept('Stocktaking'), undefined);
  await press(page, 'Control+z');
  await block(page, 'Stocktaking').waitFor();

  await press(page, 'PageDown');
  await page.waitForURL(new RegExp(`date=${day(7)}`));
  await page.getByRole('button', { name: 'Today' }).focus();
  await press(page, 'd');
  await page.waitForURL(/view=day/);
  await press(page, 't', 'w');
  await page.waitForURL((url) => !/view=|date=/.test(url.search));
  await page.context().close();
});

test('E8: a booking dragged to another time asks first and says who is told; outside hours it asks again, and left it springs back', async () => {
  const { id } = await call('POST', '/api/bookings', {
    start: at(3, '10:00'),
    durationMinutes: 30,
    visitor: { name: 'Marek Zieliński', email: 'marek@piekarnia.example' },
    hostId: house.annaId,
  });
  const { page } = await open();
  const box = await boxOf(block(page, 'Marek'));
  await drag(page, { x: box.x + 20, y: box.y + 8 }, 0, 1);
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText(/A mail goes at once to Marek Zieliński and Anna Nowak/).waitFor();
  await isForEverybody(page);
  await dialog.getByRole('button', { name: 'Leave it where it was' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.ok(Math.abs((await boxOf(block(page, 'Marek'))).y - box.y) < 2);

  await drag(page, { x: box.x + 20, y: box.y + 8 }, 0, 1);
  await dialog.getByRole('button', { name: /^Move it to .*11:00$/ }).click();
  await toast(page, 'Moved to');
  assert.equal((await call('GET', `/api/bookings/${id as string}`)).start, at(3, '11:00'));

  const now = await boxOf(block(page, 'Marek'));
  await drag(page, { x: now.x + 20, y: now.y + 8 }, 0, -3);
  await dialog.getByRole('button', { name: /^Move it to/ }).click();
  await dialog.getByText('This lies outside the hours').waitFor();
  await dialog.getByRole('button', { name: /all the same$/ }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.ok(String((await call('GET', `/api/bookings/${id as string}`)).start) < at(3, '09:00'));
  await page.context().close();
});

test('L7: a booking opens beside the calendar, where it can be moved or cancelled; Esc gives the grid back', async () => {
  await call('POST', '/api/bookings', {
    start: at(4, '10:00'),
    durationMinutes: 30,
    visitor: { name: 'Chloé Girard', email: 'chloe@girard.example' },
    hostId: house.annaId,
  });
  const { page } = await open();
  await block(page, 'Chloé').click();
  await page.waitForURL(/open=/);
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Cancel meeting' }).waitFor();
  await isForEverybody(page);
  await press(page, 'Escape');
  await page.waitForURL((url) => !url.search.includes('open='));
  await page.context().close();
});

test('412: what was changed elsewhere meanwhile is shown beside what one wanted, and chosen', async () => {
  const { id } = await event('Planning', 2, '14:00', '15:00');
  const { page } = await open();
  await call('PATCH', `/api/members/${house.annaId}/events/${id as string}`, {
    start: at(2, '15:30'),
    end: at(2, '16:30'),
  });
  const box = await boxOf(block(page, 'Planning'));
  await drag(page, { x: box.x + 20, y: box.y + 10 }, 0, -1);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('15:30 – 16:30').waitFor();
  await dialog.getByText('13:00 – 14:00').waitFor();
  await dialog.getByRole('button', { name: /mine/i }).click();
  await toast(page, '“Planning” changed');
  assert.equal((await kept('Planning'))!.start, at(2, '13:00'));
  await page.context().close();
});

test('people stand side by side with their own zone and the time that both have; W says why a time is closed', async () => {
  const { page } = await open();
  await page.getByRole('button', { name: 'Choose a person' }).click();
  await page.getByRole('combobox', { name: 'Whose calendars' }).fill('Bo');
  await page.getByRole('option', { name: /Bo Lindqvist/ }).click();
  await page.waitForURL(new RegExp(boId));
  await page.getByText('Kolkata').first().waitFor();
  await press(page, 'Escape', 'Escape');
  await page.getByText(/^Both free on Monday:/).waitFor();
  await page.getByRole('grid').focus();
  await press(page, 'Home', 'ArrowUp', 'w');
  await page.getByRole('dialog').getByText('Outside hours').waitFor();
  await isForEverybody(page);
  await press(page, 'Escape');
  await page.getByRole('button', { name: /Remove.*Bo Lindqvist/ }).click();
  await page.waitForURL((url) => !url.search.includes('who='));
  await page.context().close();
});

test('a failing server: the calendar says so, and is there on the next try', async () => {
  const { page } = await open();
  let fails = true;
  await page.route('**/api/calendar?**', (route) =>
    fails ? route.fulfill({ status: 500, body: '{}' }) : route.continue(),
  );
  await page.goto(`${served.url}/admin/calendar?date=2027-03-28`);
  await page.getByText('The calendar could not be read').waitFor({ timeout: PATIENCE_MS });
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('main [data-lane]').first().waitFor();
  await page.context().close();
});

test('on a phone one day stands below its week; everything fits, and both themes are for everybody', async () => {
  await event('Phone call', 1, '10:00', '11:00');
  const { page } = await atWork(served, `/admin/calendar?date=${day(1)}`, {
    width: 390,
    timezoneId: 'Europe/Paris',
  });
  await block(page, 'Phone call').waitFor();
  await fits(page);
  await isForEverybody(page);
  await page.getByRole('navigation', { name: 'Days of the week' }).getByRole('button').nth(2).click();
  await page.waitForURL(new RegExp(day(2)));
  await page.context().close();
});
