import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  openRadicale,
  PASSWORD,
  radicaleProgram,
  type Radicale,
} from '../src/calendars/outside/caldav/radicale.test-support.ts';
import { ask, PATIENCE_MS, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, isForEverybody, type AtWork } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

const program = radicaleProgram();
const skip = 'skip' in program ? program.skip : false;
let radicale: Radicale;
let served: Served;
let termika: Settled;
let anna: AtWork;
let page: Page;
let calendar: string;
let calendarId: string;
let bookingId: string;

/** Next week's Wednesday in Paris; the visitor books at noon. */
const today = Temporal.Now.plainDateISO('Europe/Paris');
const date = today.add({ days: 10 - today.dayOfWeek });
const atHour = (hour: number) =>
  date.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: { hour } }).toInstant();
const compact = (hour: number) => `${atHour(hour).toString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

before(async () => {
  if ('skip' in program) return;
  radicale = await openRadicale(program.path);
  calendar = await radicale.makeCalendar('anna', 'work');
  served = await serveForJourney({ PRIVATE_HOSTS: radicale.host });
  termika = await settle(served);
  const account = { kind: 'caldav', url: radicale.url, username: 'anna', password: PASSWORD };
  const { status, body } = await api('POST', `/api/members/${termika.annaId}/calendars`, account);
  assert.equal(status, 201);
  calendarId = String(body.id);
  await until('a first reading', async () => (await health()) === 'ok');
  anna = await atWork(served, '/admin', { timezoneId: 'Europe/Paris' });
  page = anna.page;
  page.setDefaultTimeout(PATIENCE_MS);
});
after(async () => {
  await served?.close();
  await radicale?.close();
});

const api = (method: string, path: string, body?: object) => ask(served, termika.key, method, path, body);
const booking = async () => (await api('GET', `/api/bookings/${bookingId}`)).body;

async function health(): Promise<string> {
  const { body } = await api('GET', `/api/members/${termika.annaId}/calendars`);
  return (body.items as { id: string; health: { state: string } }[]).find(({ id }) => id === calendarId)!
    .health.state;
}

/** The one object that stands in the calendar, with its name. */
async function standing(): Promise<[string, string] | undefined> {
  const all = [...(await radicale.list(calendar))];
  assert.ok(all.length <= 1, 'never two events of one meeting');
  return all[0];
}

const readNow = () => api('POST', `/api/members/${termika.annaId}/calendars/${calendarId}/sync`);
const tab = () => page.getByRole('link', { name: /^Moved in a calendar/ });
const shows = (text: RegExp) => page.getByText(text).waitFor();

test('K3: what a visitor books stands in the host’s calendar, once', { skip }, async () => {
  const link = await termika.share({ slug: 'ovens', withinHostHours: false });
  const visit = {
    start: `${atHour(12).toString().slice(0, 16)}:00Z`,
    timeZone: 'Europe/Paris',
    visitor: { name: 'Chloé Petit', email: 'chloe@client.example' },
  };
  const { status, body } = await ask(served, '', 'POST', `/api/public${link}/bookings`, visit);
  assert.equal(status, 201, JSON.stringify(body));
  bookingId = String(body.id);
  await until('the event', async () => (await standing())?.[1].includes(`DTSTART:${compact(12)}`) ?? false);
});

test('A3: moved there, it is asked about here, and closes where it stands until then', { skip }, async () => {
  const [name, text] = (await standing())!;
  const moved = text.replaceAll(compact(12), compact(15)).replace(/DTEND.*/, `DTEND:${compact(16)}`);
  const answer = await radicale.ask('PUT', `${calendar}${name}`, moved, { 'content-type': 'text/calendar' });
  assert.ok(answer.ok);
  await readNow();
  await page.goto(`${served.url}/admin/bookings?open=${bookingId}`);
  await until('the question', async () => {
    await page.reload();
    return page.getByText('Anna moved it in the calendar').isVisible();
  });
  await shows(/There it stands on .*, 15:00/);
  await isForEverybody(page);
  await tab().click();
  await page.getByRole('row').filter({ hasText: 'Chloé Petit' }).click();
  await shows(/There it stands on .*, 15:00/);
  const explained = await api(
    'GET',
    `/api/links/${await linkId()}/explanation?start=${atHour(15).toString().slice(0, 16)}:00Z`,
  );
  assert.equal(explained.body.offered, false);
});

test(
  'A3: home leads to it; kept, the meeting follows and everybody is told the new time',
  { skip },
  async () => {
    await page.goto(`${served.url}/admin`);
    await shows(/was moved in your calendar/);
    await isForEverybody(page);
    await page.getByRole('link', { name: 'Answer' }).click();
    await page.getByRole('button', { name: 'Move the meeting there' }).click();
    await page.getByText('Anna moved it in the calendar').waitFor({ state: 'detached' });
    await page.goto(`${served.url}/admin/bookings?open=${bookingId}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await tab().waitFor({ state: 'detached' });
    await until(
      'the new time',
      async () => (await booking()).start === `${atHour(15).toString().slice(0, 16)}:00Z`,
    );
    await until('one event, there', async () => (await standing())?.[1].includes(compact(15)) ?? false);
    const { body } = await api('GET', '/api/mail?to=chloe@client.example&limit=1');
    assert.equal((body.items as { kind: string }[])[0]!.kind, 'rescheduled');
  },
);

test('A3: deleted there, it is asked about; restored, it stands there again', { skip }, async () => {
  const [name] = (await standing())!;
  await radicale.ask('DELETE', `${calendar}${name}`);
  await readNow();
  await until('the question', async () => {
    await page.reload();
    return page.getByText('Anna deleted it in the calendar').isVisible();
  });
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Put it back in the calendar' }).click();
  await until('the event', async () => (await standing()) !== undefined);
  assert.equal((await booking()).status, 'scheduled');
});

test('E9: called off here, it is gone there', { skip }, async () => {
  assert.equal((await api('POST', `/api/bookings/${bookingId}/cancellation`, {})).status, 200);
  await until('an empty calendar', async () => (await standing()) === undefined);
});

async function linkId(): Promise<string> {
  const { body } = await api('GET', '/api/links?limit=50');
  return (body.items as { id: string; slug: string }[]).find(({ slug }) => slug === 'ovens')!.id;
}
