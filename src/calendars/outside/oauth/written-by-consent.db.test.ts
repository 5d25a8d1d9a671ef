import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../../../demo/cast.ts';
import { consentedHouse } from './consented-house.test-support.ts';

const t = await consentedHouse();
after(() => t.close());
const { google, microsoft } = t;
const day = '2026-12-01';
const link = await t.share({ durationsMinutes: [60] });
const isOpen = async (hour: string) => (await t.starts(link, day)).includes(`${day}T${hour}:00Z`);

async function book(hour: string): Promise<string> {
  const { status, body } = await t.book(link, `${day}T${hour}:00Z`, visitors.chloe);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

const inGoogle = () => google.events('anna@example.com').map(({ start }) => start?.dateTime?.slice(11, 16));
const inMicrosoft = () => microsoft.events('main==').map(({ start }) => start?.dateTime.slice(11, 16));

test('K3: a booking stands in Google once, whatever is lost on the way; read back it is our own', async () => {
  await t.consent('google');
  await t.workOff();
  // The event is made, and the answer never arrives.
  google.loseNext('POST');
  const id = await book('09:00');
  await t.workOff();
  await t.workLater();
  assert.deepEqual(inGoogle(), ['09:00']);
  await t.workLater();
  const { body } = await t.call('GET', `/api/bookings/${id}`);
  assert.equal(body.status, 'scheduled');
  assert.equal(await isOpen('09:00'), false);
  await t.call('POST', `/api/bookings/${id}/cancellation`, {});
  assert.equal(await isOpen('09:00'), true, 'A3: what it left in the calendar closes nothing');
  await t.workOff();
  assert.deepEqual(inGoogle(), []);
});

test('K3: moved here it is moved in Google; moved there its owner is asked, and nothing is overwritten', async () => {
  const id = await book('11:00');
  await t.workOff();
  assert.deepEqual(inGoogle(), ['11:00']);
  const moved = await t.call('POST', `/api/bookings/${id}/reschedule`, { start: `${day}T12:00:00Z` });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  await t.workOff();
  assert.deepEqual(inGoogle(), ['12:00']);
  const [event] = google.events('anna@example.com');
  const times = { start: { dateTime: `${day}T14:00:00Z` }, end: { dateTime: `${day}T15:00:00Z` } };
  google.put('anna@example.com', { id: event!.id, ...times });
  await t.workLater();
  await t.workLater();
  assert.deepEqual(inGoogle(), ['14:00']);
  assert.equal(await isOpen('14:00'), false, 'A3: where its owner put it, it blocks until they answer');
});

test('K3: the calendar that is chosen gets the booking, Microsoft’s too', async () => {
  await t.consent('microsoft');
  await t.workOff();
  const path = `/api/members/${t.anna.id}/calendars`;
  const { body } = await t.call('GET', path);
  const { id } = body.items.find((one: { kind: string }) => one.kind === 'microsoft');
  assert.equal((await t.call('PATCH', `${path}/${id}`, { writeHere: true })).status, 200);
  const booked = await book('09:00');
  await t.workOff();
  assert.ok(inMicrosoft().includes('09:00'));
  await t.workLater();
  await t.workLater();
  assert.equal(inMicrosoft().filter((start) => start === '09:00').length, 1);
  await t.call('POST', `/api/bookings/${booked}/cancellation`, {});
  await t.workOff();
  assert.ok(!inMicrosoft().includes('09:00'));
});
