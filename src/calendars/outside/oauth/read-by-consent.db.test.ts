import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PASSWORD } from '../../../../demo/cast.ts';
import { cleanSlate } from '../../../../demo/clean-slate.ts';
import { openTermika, type SharedLink } from '../../../../demo/open-termika.ts';
import { startGoogleServer } from '../google/google-server.test-support.ts';
import { startMicrosoftServer } from '../microsoft/microsoft-server.test-support.ts';

const google = await startGoogleServer();
const microsoft = await startMicrosoftServer();
google.addCalendar({ id: 'anna@example.com', summary: 'Anna', primary: true, timeZone: 'Europe/Paris' });
microsoft.addCalendar({ id: 'main==', name: 'Calendar', isDefaultCalendar: true });
const t = await openTermika(
  await cleanSlate('2026-11-23T08:00:00Z', {
    PRIVATE_HOSTS: `${google.privateHost},${microsoft.privateHost}`,
    GOOGLE_CLIENT_ID: 'client-id',
    GOOGLE_CLIENT_SECRET: 'client-secret',
    GOOGLE_API_URL: google.url,
    MICROSOFT_CLIENT_ID: 'client-id',
    MICROSOFT_CLIENT_SECRET: 'client-secret',
    MICROSOFT_API_URL: microsoft.url,
  }),
);
after(async () => {
  await t.close();
  await Promise.all([google.close(), microsoft.close()]);
});
const { anna } = t;
const day = '2026-12-01';
const link: SharedLink = await t.share({ durationsMinutes: [60] });
const isOpen = async (hour: string) => (await t.starts(link, day)).includes(`${day}T${hour}:00Z`);
const cookie = await signIn();

async function signIn(): Promise<string> {
  const credentials = { email: anna.email, password: PASSWORD };
  const { headers } = await t.call('POST', '/api/auth/sign-in/email', credentials, null);
  return headers.getSetCookie()[0]!.split(';')[0]!;
}

async function consent(kind: 'google' | 'microsoft'): Promise<void> {
  const path = `/api/members/${anna.id}/calendar-consents`;
  const origin = { cookie, origin: 'http://127.0.0.1:3000' };
  const { status, body } = await t.call('POST', path, { kind }, null, origin);
  assert.equal(status, 201);
  const back = new URL((kind === 'google' ? google : microsoft).agree(body.url));
  const { headers } = await t.app.request(`${back.pathname}${back.search}`, { headers: { cookie } });
  assert.match(headers.get('location')!, /consent=connected/);
}

async function work(): Promise<void> {
  const worker = t.work();
  await worker.drain();
  await worker.stop();
}

/** A later reading, with every calendar due. */
async function readLater(): Promise<void> {
  t.clock.advance(20);
  await work();
}

async function healthOf(kind: string): Promise<{ state: string; code: string | null }> {
  const { body } = await t.call('GET', `/api/members/${anna.id}/calendars`);
  return body.items.find((one: { kind: string }) => one.kind === kind).health;
}

const google9 = { start: { dateTime: `${day}T09:00:00Z` }, end: { dateTime: `${day}T10:00:00Z` } };
const utc = (hour: string) => ({ dateTime: `${day}T${hour}:00.0000000`, timeZone: 'UTC' });

test('A3, K1: busy time of Google and of Microsoft closes; what is moved or deleted there opens again', async () => {
  google.put('anna@example.com', { id: 'dentist', summary: 'Dentist', ...google9 });
  microsoft.put('main==', { id: 'school', subject: 'School', start: utc('11:00'), end: utc('12:00') });
  await consent('google');
  await consent('microsoft');
  assert.equal(await isOpen('13:00'), false, 'A9: nothing is free before it was read');
  await work();
  assert.deepEqual(
    [await isOpen('09:00'), await isOpen('11:00'), await isOpen('13:00')],
    [false, false, true],
  );
  google.put('anna@example.com', { id: 'dentist', transparency: 'transparent' });
  microsoft.delete('main==', 'school');
  await readLater();
  assert.deepEqual([await isOpen('09:00'), await isOpen('11:00')], [true, true]);
  assert.deepEqual([(await healthOf('google')).state, (await healthOf('microsoft')).state], ['ok', 'ok']);
});

test('K1: tokens that end are renewed while nobody looks, and kept', async () => {
  const before = microsoft.renewals();
  for (let hours = 0; hours < 3; hours++) {
    t.clock.advance(61);
    await work();
  }
  assert.equal(microsoft.renewals() - before, 3, 'each with the refresh token that the one before brought');
  assert.equal((await healthOf('microsoft')).state, 'ok');
});

test('A9: a consent that was taken back closes at once; given again, the very calendar goes on', async () => {
  google.revoke();
  await readLater();
  assert.deepEqual(await healthOf('google').then(({ state, code }) => [state, code]), ['failing', 'revoked']);
  assert.equal(await isOpen('13:00'), false);
  await consent('google');
  await work();
  assert.equal((await healthOf('google')).state, 'ok');
  assert.equal(await isOpen('13:00'), true);
  const { body } = await t.call('GET', `/api/members/${anna.id}/calendars`);
  assert.equal(body.items.length, 3);
});
