import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  openRadicale,
  PASSWORD,
  radicaleProgram,
  type Radicale,
} from '../src/calendars/outside/caldav/radicale.test-support.ts';
import { ask, PATIENCE_MS, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody, type AtWork } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

const program = radicaleProgram();
const skip = 'skip' in program ? program.skip : false;
let radicale: Radicale;
let served: Served;
let termika: Settled;
let anna: AtWork;
let page: Page;
let link: string;

/** Next week's Tuesday in Paris; the dentist is from nine to eleven. */
const today = Temporal.Now.plainDateISO('Europe/Paris');
const day = today.add({ days: 9 - today.dayOfWeek });
const date = day.toString();
const atHour = (hour: number) =>
  day.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: { hour } }).toInstant();
const compact = (hour: number) => `${atHour(hour).toString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

before(async () => {
  if ('skip' in program) return;
  radicale = await openRadicale(program.path);
  await radicale.makeCalendar('anna', 'work', calendarText());
  served = await serveForJourney({ PRIVATE_HOSTS: radicale.host });
  termika = await settle(served);
  link = await termika.share({ slug: 'ovens', withinHostHours: false });
  anna = await atWork(served, '/admin', { timezoneId: 'Europe/Paris' });
  page = anna.page;
  page.setDefaultTimeout(PATIENCE_MS);
});
after(async () => {
  await served?.close();
  await radicale?.close();
});

function calendarText(): string {
  const dentist = `BEGIN:VEVENT\r\nUID:dentist\r\nDTSTAMP:${compact(1)}\r\nDTSTART:${compact(9)}\r\nDTEND:${compact(11)}\r\nSUMMARY:Dentist\r\nEND:VEVENT`;
  const head = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Termika//EN\r\nX-WR-CALNAME:Work';
  return `${head}\r\n${dentist}\r\nEND:VCALENDAR\r\n`;
}

/** The hours of Paris at which the link can be booked on that day. */
async function freeHours(): Promise<number[]> {
  const asked = `from=${date}&to=${date}&timeZone=Europe/Paris`;
  const { body } = await ask(served, '', 'GET', `/api/public${link}/slots?${asked}`);
  const starts = ((body.days ?? []) as { slots: string[] }[]).flatMap(({ slots }) => slots);
  const hours = starts.map((start) => Temporal.Instant.from(start).toZonedDateTimeISO('Europe/Paris').hour);
  return [...new Set(hours)];
}

const row = () => page.getByRole('listitem').filter({ hasText: 'Work' }).last();
const banner = () => page.getByText(/“Work” has not been read since/);

test('home leads a new member to the calendar that they have already', { skip }, async () => {
  await page.getByRole('link', { name: 'Connect your calendar' }).click();
  await page.getByText('Connect the calendar you already have').waitFor();
  await isForEverybody(page);
});

test('K1: a wrong password is said at its field; the right one shows what was found', { skip }, async () => {
  await page.getByRole('button', { name: 'Connect a calendar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await until('the focus where it was', () =>
    page.evaluate(() => document.activeElement?.textContent === 'Connect a calendar'),
  );
  await page.keyboard.press('Enter');
  await dialog.getByRole('combobox', { name: 'Where is your calendar?' }).click();
  await page.getByRole('option', { name: 'Another CalDAV server' }).click();
  await dialog.getByRole('textbox', { name: 'Address' }).fill(radicale.url);
  await dialog.getByRole('textbox', { name: 'User name' }).fill('anna');
  const password = dialog.getByRole('textbox', { name: 'App password' });
  await password.fill('cold-bricks');
  await password.press('Enter');
  await dialog.getByText(/does not accept this name and password/).waitFor();
  assert.equal(await password.getAttribute('aria-invalid'), 'true');
  await isForEverybody(page);
  await password.fill(PASSWORD);
  await password.press('Enter');
  await dialog.getByText('One calendar was found').waitFor();
  await isForEverybody(page);
  await dialog.getByRole('button', { name: 'Done' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await focusIs('All calendars');
});

test('K4: the row says when it was read, and what it is for', { skip }, async () => {
  await row()
    .getByText(/^Read (just now|\d+ minutes? ago)$/)
    .waitFor();
  await row().getByText('Bookings are written here').waitFor();
  await isForEverybody(page);
  assert.equal(anna.complaints.filter((said) => !/422/.test(said)).length, 0);
});

test(
  'A3: its events stand in the week, say where they are from, and close those times',
  { skip },
  async () => {
    assert.deepEqual(await freeHours(), [11, 12, 13, 14, 15, 16]);
    await page.goto(`${served.url}/admin/calendar?date=${date}`);
    await page.locator('[data-span]', { hasText: 'Dentist' }).click();
    await page.getByText('In your calendar “Work”. It is changed there.').waitFor();
    await isForEverybody(page);
    await page.keyboard.press('Escape');
  },
);

test(
  'K1: what is not checked for conflicts closes nothing, and is hollow in the week',
  { skip },
  async () => {
    await openCalendars();
    await row().getByRole('switch', { name: 'Check for conflicts: Work' }).click();
    await until('nine is free', async () => (await freeHours()).includes(9));
    await page.goto(`${served.url}/admin/calendar?date=${date}`);
    await page.locator('[data-span][data-kind=free]', { hasText: 'Dentist' }).waitFor();
    await openCalendars();
    await row().getByRole('switch', { name: 'Check for conflicts: Work' }).click();
    await until('nine is taken', async () => !(await freeHours()).includes(9));
  },
);

test(
  'A9: a server that died closes the page and says so; once it is back all opens again',
  { skip },
  async () => {
    await radicale.kill();
    await unreadFor({ hours: 2 });
    assert.deepEqual(await freeHours(), []);
    await page.goto(`${served.url}/admin`);
    await banner().waitFor();
    await page.getByText('Anna Nowak cannot be booked').waitFor();
    await isForEverybody(page);
    await page.getByRole('link', { name: 'Look at it' }).click();
    await row().getByRole('button', { name: 'Read now: Work' }).click();
    await row().getByText('Not read since').waitFor();
    await row().getByText('The server cannot be reached.').waitFor();
    await isForEverybody(page);
    await radicale.start();
    await row().getByRole('button', { name: 'Read now: Work' }).click();
    await row()
      .getByText(/^Read (just now|\d+ minutes? ago)$/)
      .waitFor();
    await banner().waitFor({ state: 'detached' });
    assert.deepEqual(await freeHours(), [11, 12, 13, 14, 15, 16]);
  },
);

test('the section fits a phone, in dark and in Polish, and asks nobody else', { skip }, async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  await fits(page);
  await isForEverybody(page);
  await ask(served, termika.key, 'PATCH', `/api/members/${termika.annaId}`, { locale: 'pl' });
  await page.reload();
  await page.getByText('Spotkania są zapisywane w').waitFor();
  await fits(page);
  await isForEverybody(page);
  await ask(served, termika.key, 'PATCH', `/api/members/${termika.annaId}`, { locale: 'en' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.reload();
  assert.deepEqual(anna.elsewhere, []);
});

test('K5: a new feed address ends the old one, after a question', { skip }, async () => {
  const address = page.getByRole('textbox', { name: 'Address of your calendar feed' });
  const before = await address.inputValue();
  await page.getByRole('button', { name: 'Make a new address' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new address' }).click();
  await until('another address', async () => (await address.inputValue()) !== before);
  assert.equal((await fetch(before)).status, 404);
  assert.equal((await fetch(await address.inputValue())).status, 200);
});

test(
  'K1: what was connected is disconnected after a question, and closes nothing more',
  { skip },
  async () => {
    await page.getByRole('button', { name: 'More about anna' }).click();
    await page.getByRole('menuitem', { name: 'Disconnect' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText(/nothing is deleted there/).waitFor();
    await isForEverybody(page);
    await question.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('Connect the calendar you already have').waitFor();
    await focusIs('All calendars');
    assert.ok((await freeHours()).includes(9));
  },
);

/** Where the keyboard goes on from, once what had the focus is gone. */
async function focusIs(name: string): Promise<void> {
  await until(`the focus on ${name}`, () =>
    page.evaluate((label) => document.activeElement?.getAttribute('aria-label') === label, name),
  );
}

async function openCalendars(): Promise<void> {
  await page.goto(`${served.url}/admin/settings/calendars`);
  await row().waitFor();
}

/** Nobody waits for an hour: the last reading is put back instead. */
async function unreadFor({ hours }: { hours: number }): Promise<void> {
  const database = new DatabaseSync(join(served.dataDir, 'rondo.sqlite'), { timeout: PATIENCE_MS });
  // A reading that had its answers before the server died would count as a new one.
  const underWay = database.prepare('select 1 from outside_calendars where reading_until is not null');
  await until('nobody reads', async () => underWay.get() === undefined);
  const then = Temporal.Now.instant().subtract({ hours }).toString({ smallestUnit: 'millisecond' });
  database.prepare('update outside_calendars set last_success_at = ?').run(then);
  database.close();
}
