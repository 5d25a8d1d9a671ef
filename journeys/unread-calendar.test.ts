import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { isoFrom, openRow, panel, said, serveBookings, type Booked } from './bookings.test-support.ts';
import { until } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';

/** Bo's calendar elsewhere, until somebody takes it away. */
const FILE = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Elsewhere//EN\r\nEND:VCALENDAR\r\n';
let isThere = true;
const elsewhere = createServer((_asked, answer) => {
  answer.writeHead(isThere ? 200 : 404, { 'content-type': 'text/calendar' }).end(isThere ? FILE : '');
});
let house: Booked;
let calendars: string;
let calendarId: string;

before(async () => {
  elsewhere.listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const host = `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  house = await serveBookings({ PRIVATE_HOSTS: host });
  calendars = `/api/members/${house.boId}/calendars`;
  const made = await house.call('POST', calendars, { kind: 'ics', url: `http://${host}/bo.ics` });
  calendarId = String(made.id);
  await until('a first reading', async () => (await health()) === 'ok');
  isThere = false;
  await house.call('POST', `${calendars}/${calendarId}/sync`);
  await until('a calendar that is gone', async () => (await health()) === 'failing');
});
after(async () => {
  await house.served.close();
  elsewhere.close();
});

async function health(): Promise<string> {
  const { items } = await house.call('GET', calendars);
  const known = items as { id: string; health: { state: string } }[];
  return known.find(({ id }) => id === calendarId)!.health.state;
}

const bookingsOf = async (search: string) =>
  (await house.call('GET', `/api/bookings?q=${search}`)).items as { id: string; start: string }[];
const UNREAD = /calendar cannot be read at present, so nobody knows/;

test('E13, A9: a new booking outside hours shows both reasons before it is made', async () => {
  const path = `/admin/bookings/new?start=${isoFrom(9, '21:30')}&minutes=30&hostId=${house.boId}`;
  const { page, context } = await atWork(house.served, path);
  await page.getByLabel('Visitor’s name').fill('Owen Price');
  await page.getByLabel('E-mail').fill('owen@price.example');
  await said(page, /outside Bo’s hours/);
  await page.getByRole('button', { name: /all the same$/ }).click();
  await said(page, UNREAD);
  await said(page, /outside Bo’s hours/);
  assert.deepEqual(await bookingsOf('owen'), []);
  await isForEverybody(page);
  await page.getByRole('button', { name: /all the same$/ }).click();
  await page.waitForURL(/open=/);
  await context.close();
});

test('E8, A9: so does moving a meeting', async () => {
  const { page, context } = await atWork(house.served, '/admin/bookings?view=all');
  await openRow(page, 'Owen');
  const [{ start } = { start: '' }] = await bookingsOf('owen');
  await page.getByRole('button', { name: 'Reschedule' }).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('textbox', { name: 'Time' });
  await field.fill('22:10');
  await field.blur();
  await dialog.getByText(/outside Bo’s hours/).waitFor();
  await dialog.getByRole('button', { name: /all the same$/ }).click();
  await dialog.getByText(UNREAD).waitFor();
  await dialog.getByText(/outside Bo’s hours/).waitFor();
  assert.equal((await bookingsOf('owen'))[0]!.start, start);
  await isForEverybody(page);
  await dialog.getByRole('button', { name: /all the same$/ }).click();
  await panel(page).getByRole('heading', { name: /22:10/ }).waitFor();
  await context.close();
});

/** A meeting that Anna has, for Bo was closed. */
async function bookedByTilda(): Promise<void> {
  const hours = { weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, start: '06:00', end: '22:00' })) };
  const hostIds = [house.annaId, house.boId];
  const given = { kind: 'round-robin', title: 'Tasting', timeZone: 'Europe/Paris', hours, hostIds };
  const { slug } = await house.call('POST', '/api/links', given);
  const visitor = { name: 'Tilda Moss', email: 'tilda@visitors.example' };
  const visit = { start: isoFrom(11, '10:00'), timeZone: 'Europe/Paris', visitor };
  await house.call('POST', `/api/public/termika/${String(slug)}/bookings`, visit);
}

test('E11, A9: a colleague whose calendar is unread takes a meeting over after a warning', async () => {
  await bookedByTilda();
  const { page, context } = await atWork(house.served, '/admin/bookings?view=all', { width: 390 });
  await openRow(page, 'Tilda');
  await page.getByRole('button', { name: 'Change host' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /The calendars of those .* cannot be read/ }).waitFor();
  await dialog.getByRole('radio', { name: /Bo Lindqvist/ }).click();
  await said(page, /Their calendar cannot be read at present/);
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Bo is on the telephone');
  await fits(page);
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Hand it over all the same' }).click();
  await panel(page).getByText('Handed over from Anna Nowak to Bo Lindqvist').waitFor();
  await context.close();
});
