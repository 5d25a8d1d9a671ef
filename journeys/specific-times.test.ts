import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { members, PASSWORD } from '../demo/cast.ts';
import { ask, serveForJourney, until, visitor, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let house: Served;
let termika: Settled;
let boId: string;

before(async () => {
  house = await serveForJourney();
  termika = await settle(house);
  const bo = { ...members.bo, role: 'member', password: PASSWORD, seat: true };
  boId = (await api('POST', '/api/members', bo)).id as string;
});
after(() => house.close());

async function api(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const answer = await ask(house, termika.key, method, path, body);
  assert.ok(answer.status < 300, JSON.stringify(answer.body));
  return answer.body;
}

const PICK = '/admin/links/new?kind=specific-times';
const said = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();
const chosen = (page: Page): Locator => page.getByRole('button', { name: /^Take back / });
const hasChosen = (page: Page, count: number) =>
  page.getByRole('heading', { name: `Times ${count}`, exact: true }).waitFor();

/** The middle of the lane of one day, at that hour of its clock. */
async function at(page: Page, column: number, hour: number): Promise<{ x: number; y: number }> {
  const lane = (await page.locator(`[data-lane="${column}:0"]`).boundingBox())!;
  return { x: lane.x + lane.width / 2, y: lane.y + (lane.height * hour) / 24 };
}

async function press(page: Page, column: number, hour: number): Promise<void> {
  const { x, y } = await at(page, column, hour);
  await page.mouse.click(x, y);
}

async function drag(page: Page, column: number, from: number, to: number): Promise<void> {
  const [start, end] = [await at(page, column, from), await at(page, column, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 3 });
  await page.mouse.up();
}

/** The week after the one the page opens with, where nothing has passed; answers the local midnight with which it begins. */
async function toNextWeek(page: Page): Promise<Temporal.ZonedDateTime> {
  await page.getByRole('grid').waitFor();
  const begins = (url: string) => Temporal.Instant.from(new URL(url).searchParams.get('from')!);
  // The answer for the week with tomorrow, which the page opens with, may still be on its way: on Sundays that is next week.
  const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/Paris').startOfDay().add({ days: 1 }).toInstant();
  const asked = page.waitForResponse(
    (answer) =>
      answer.url().includes('/api/calendar?') && Temporal.Instant.compare(begins(answer.url()), tomorrow) > 0,
  );
  await page.getByRole('button', { name: 'Later' }).click();
  return begins((await asked).url()).toZonedDateTimeISO('Europe/Paris');
}

const iso = (time: Temporal.ZonedDateTime) => `${time.toInstant().toString().slice(0, 16)}:00Z`;

async function madeLink(page: Page): Promise<Record<string, unknown>> {
  await page.waitForURL(/\/admin\/links\/[0-9a-f-]{36}/);
  await page.getByRole('heading', { name: 'Meeting with Anna Nowak', level: 1 }).waitFor();
  return api('GET', `/api/links/${/links\/([0-9a-f-]{36})/.exec(page.url())![1]}`);
}

test('L3: times are picked in the week, over busy time when one says so, and booked until the page says that one was', async () => {
  const { page, complaints, elsewhere } = await atWork(house, PICK);
  const monday = await nextWeekWithDentist(page);
  await page.getByRole('button', { name: '45 min' }).click();
  await press(page, 1, 10.05);
  await said(page, /10:00 – 10:45 is offered/);
  await drag(page, 2, 14.05, 15.45);
  await said(page, /14:00 – 15:30 is offered/);
  await hasChosen(page, 2);

  await overBusyTime(page);
  await takenBackAndAgain(page);
  const end = monday.add({ days: 20 }).toPlainDate();
  await withBoUntil(page, end.toString());
  await isForEverybody(page);
  await fits(page);
  await page.getByRole('button', { name: /Create the link/ }).click();
  const link = await madeLink(page);
  const day = (days: number, hour: number, minute = 0) => iso(monday.add({ days }).with({ hour, minute }));
  assert.deepEqual(link.times, [
    { start: day(1, 10), end: day(1, 10, 45) },
    { start: day(2, 14), end: day(2, 15, 30) },
    { start: day(3, 10, 45), end: day(3, 11, 30) },
  ]);
  assert.deepEqual(
    [link.hostIds, link.offerAnyway, link.singleUse, link.expiresAt],
    [
      [termika.annaId, boId],
      true,
      true,
      iso(end.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '18:00' })),
    ],
  );
  assert.deepEqual([complaints, elsewhere], [[], []]);
  await page.context().close();
  await bookedByVisitor(link);
});

/** On the fourth day of the next week Anna is away from 11 to 12. */
async function nextWeekWithDentist(page: Page): Promise<Temporal.ZonedDateTime> {
  const monday = await toNextWeek(page);
  const busy = monday.add({ days: 3 }).with({ hour: 11 });
  const dentist = { title: 'Dentist', start: iso(busy), end: iso(busy.add({ hours: 1 })) };
  await api('POST', `/api/members/${termika.annaId}/events`, dentist);
  await page.reload();
  await toNextWeek(page);
  await page.locator('[data-kind="busy"]', { hasText: 'Dentist' }).waitFor();
  return monday;
}

/** L3: busy time is asked about, and the no leaves all as it was. */
async function overBusyTime(page: Page): Promise<void> {
  await press(page, 3, 10.8);
  const question = page.getByRole('alertdialog', { name: /10:45 – 11:30 all the same/ });
  await question.getByText('Anna Nowak: Dentist, 11:00 – 12:00').waitFor();
  await question.getByRole('button', { name: 'Choose another time' }).click();
  await question.waitFor({ state: 'detached' });
  await hasChosen(page, 2);
  await press(page, 3, 10.8);
  await question.getByRole('button', { name: 'Offer anyway' }).click();
  await hasChosen(page, 3);
  await page.getByRole('checkbox', { name: /Offer even if/, checked: true }).waitFor();
}

async function takenBackAndAgain(page: Page): Promise<void> {
  await page.locator('button[data-kind="picked"]', { hasText: '14:00' }).click();
  await said(page, /14:00 – 15:30 is taken back/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await hasChosen(page, 3);
}

/** Bo's week beside Anna's, and an end for the offer. */
async function withBoUntil(page: Page, date: string): Promise<void> {
  await page.getByRole('combobox', { name: /Hosts/ }).fill('Bo L');
  await page.getByRole('option', { name: /Bo Lindqvist/ }).click();
  await page.locator('[data-lane="0:1"]').first().waitFor();
  await page.getByLabel('Offer ends on').fill(date);
  await page.keyboard.press('Tab');
  await page.getByLabel('At', { exact: true }).fill('18:00');
  await page.keyboard.press('Tab');
  await page.getByText('From then on the page says').waitFor();
}

/** A visitor books one of them; then nothing of the link is left, and of another link that shares the time neither. */
async function bookedByVisitor(link: Record<string, unknown>): Promise<void> {
  const times = link.times as { start: string; end: string }[];
  const shared = { kind: 'specific-times', title: 'The same', timeZone: 'Europe/Paris', times: [times[1]] };
  const other = await api('POST', '/api/links', shared);
  const { page } = await visitor(house, { timezoneId: 'Europe/Paris', locale: 'en-GB' });
  await page.goto(link.url as string);
  await page.getByRole('heading', { name: 'Choose one of 3 times' }).waitFor();
  await page.getByRole('link', { name: /14:00\s–\s15:30/ }).click();
  await page.fill('[name=name]', 'Ewa Lis');
  await page.fill('[name=email]', 'ewa@lis.example');
  await page.getByRole('button', { name: /^Book / }).click();
  await page.getByRole('heading', { name: 'Meeting booked' }).waitFor();
  await page.goto(link.url as string);
  await page.getByRole('heading', { name: 'One of these times has been booked' }).waitFor();
  await isForEverybody(page);
  await page.goto(other.url as string);
  await page.getByRole('heading', { name: 'These times are all taken' }).waitFor();
  await isForEverybody(page);
  await fits(page);
  await page.context().close();
}

test('L3: by keys alone times are placed, drawn longer, taken back, and the link is made', async () => {
  const { page } = await atWork(house, PICK);
  await toNextWeek(page);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await hasChosen(page, 1);
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await hasChosen(page, 2);
  await page.getByRole('listitem').filter({ hasText: '60 min' }).first().waitFor();
  await page.keyboard.press('Delete');
  await hasChosen(page, 1);
  await said(page, /is taken back/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await hasChosen(page, 2);
  await chosen(page).first().focus();
  await page.keyboard.press('Enter');
  await hasChosen(page, 1);
  await chosen(page).first().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Control+Enter');
  assert.equal(((await madeLink(page)).times as unknown[]).length, 1);
  await page.context().close();
});

test('L3: on a phone a tap places a time; the link is edited later, where its times stand', async () => {
  const { page } = await atWork(house, PICK, { width: 360, touch: true });
  await toNextWeek(page);
  const { x, y } = await at(page, 1, 10.05);
  await page.touchscreen.tap(x, y);
  await hasChosen(page, 1);
  await fits(page);
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Create the link' }).click();
  const link = await madeLink(page);
  await chosen(page).first().waitFor();
  await page.getByRole('checkbox', { name: /One booking closes the rest/ }).click();
  await until('each of them once', async () => {
    return (await api('GET', `/api/links/${link.id as string}`)).singleUse === false;
  });
  await fits(page);
  await page.context().close();
});
