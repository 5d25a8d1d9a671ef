import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { consentedHouse } from './consented-house.test-support.ts';

const t = await consentedHouse();
after(() => t.close());
const { anna, google, microsoft } = t;
const day = '2026-12-01';
const link = await t.share({ durationsMinutes: [60] });
const isOpen = async (hour: string) => (await t.starts(link, day)).includes(`${day}T${hour}:00Z`);

const google9 = { start: { dateTime: `${day}T09:00:00Z` }, end: { dateTime: `${day}T10:00:00Z` } };
const utc = (hour: string) => ({ dateTime: `${day}T${hour}:00.0000000`, timeZone: 'UTC' });

test('A3, K1: busy time of Google and of Microsoft closes; what is moved or deleted there opens again', async () => {
  google.put('anna@example.com', { id: 'dentist', summary: 'Dentist', ...google9 });
  microsoft.put('main==', { id: 'school', subject: 'School', start: utc('11:00'), end: utc('12:00') });
  await t.consent('google');
  await t.consent('microsoft');
  assert.equal(await isOpen('13:00'), false, 'A9: nothing is free before it was read');
  await t.workOff();
  assert.deepEqual(
    [await isOpen('09:00'), await isOpen('11:00'), await isOpen('13:00')],
    [false, false, true],
  );
  google.put('anna@example.com', { id: 'dentist', transparency: 'transparent' });
  microsoft.delete('main==', 'school');
  await t.workLater();
  assert.deepEqual([await isOpen('09:00'), await isOpen('11:00')], [true, true]);
  assert.deepEqual([(await t.healthOf('google')).state, (await t.healthOf('microsoft')).state], ['ok', 'ok']);
});

test('K1: tokens that end are renewed while nobody looks, and kept', async () => {
  const before = microsoft.renewals();
  for (let hours = 0; hours < 3; hours++) {
    t.clock.advance(61);
    await t.workOff();
  }
  assert.equal(microsoft.renewals() - before, 3, 'each with the refresh token that the one before brought');
  assert.equal((await t.healthOf('microsoft')).state, 'ok');
});

test('A9: a consent that was taken back closes at once; given again, the very calendar goes on', async () => {
  google.revoke();
  await t.workLater();
  assert.deepEqual(await t.healthOf('google').then(({ state, code }) => [state, code]), [
    'failing',
    'revoked',
  ]);
  assert.equal(await isOpen('13:00'), false);
  await t.consent('google');
  await t.workOff();
  assert.equal((await t.healthOf('google')).state, 'ok');
  assert.equal(await isOpen('13:00'), true);
  const { body } = await t.call('GET', `/api/members/${anna.id}/calendars`);
  assert.equal(body.items.length, 3);
});
