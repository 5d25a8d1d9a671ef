import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { signedIn, staffedOffice, type Person, type Staffed } from '#people/office.test-support.ts';
import { startGoogleServer, type GoogleServer } from '../google/google-server.test-support.ts';
import { startMicrosoftServer, type MicrosoftServer } from '../microsoft/microsoft-server.test-support.ts';

let google: GoogleServer;
let microsoft: MicrosoftServer;
let office: Staffed;
let bo: Person & { cookie: string };
before(async () => {
  [google, microsoft] = await Promise.all([startGoogleServer(), startMicrosoftServer()]);
  office = await staffedOffice({
    PRIVATE_HOSTS: `${google.privateHost},${microsoft.privateHost}`,
    GOOGLE_CLIENT_ID: 'client-id',
    GOOGLE_CLIENT_SECRET: 'client-secret',
    GOOGLE_API_URL: google.url,
    MICROSOFT_CLIENT_ID: 'client-id',
    MICROSOFT_CLIENT_SECRET: 'client-secret',
    MICROSOFT_API_URL: microsoft.url,
  });
  google.addCalendar({ id: 'bo@example.com', summary: 'Bo', primary: true });
  google.addCalendar({ id: 'team', summary: 'Team' });
  google.addCalendar({ id: 'holidays', accessRole: 'reader' });
  microsoft.addCalendar({ id: 'main==', isDefaultCalendar: true, owner: { address: 'bo@example.org' } });
});
beforeEach(async () => {
  bo = { ...office.bo, cookie: await signedIn(office, office.bo.email) };
  for (const { account } of (await calendarsOf(bo)).filter((one) => one.account)) {
    await office.ask('DELETE', `/api/members/${bo.id}/calendar-accounts/${account!.id}`, undefined, bo);
  }
});
after(async () => {
  await office.close();
  await Promise.all([google.close(), microsoft.close()]);
});

interface Seen {
  name: string;
  kind: string;
  writeHere: boolean;
  readOnly: boolean;
  account: { id: string; username: string } | null;
  health: { code: string | null };
}

async function calendarsOf({ id, key }: Person): Promise<Seen[]> {
  return (await office.ask('GET', `/api/members/${id}/calendars`, undefined, { key })).body.items;
}

/** All that the database keeps of a consent, before and after it is given, as a back-up has it. */
async function kept() {
  const { read } = office.platform.db;
  const accounts = await read.selectFrom('calendar_accounts').selectAll().execute();
  const consents = await read.selectFrom('calendar_consents').selectAll().execute();
  return [accounts, consents, await read.selectFrom('outbox').selectAll().execute()];
}

async function begin(kind: string, who = bo, member = who.id) {
  return office.ask('POST', `/api/members/${member}/calendar-consents`, { kind }, { cookie: who.cookie });
}

/** Comes back with the service's answer; tells how it went. */
async function comeBack(address: string, cookie: string | undefined = bo.cookie): Promise<string> {
  const { pathname, search } = new URL(address);
  const { status, headers } = await office.ask(
    'GET',
    `${pathname}${search}`,
    undefined,
    cookie ? { cookie } : {},
  );
  assert.equal(status, 303);
  const settings = new URL(headers.get('location')!, 'http://here');
  assert.equal(settings.pathname, '/admin/settings/calendars');
  assert.deepEqual(
    [...settings.searchParams.keys()],
    ['consent', 'kind'],
    'nothing secret stays in the address',
  );
  assert.equal(headers.get('cache-control'), 'no-store');
  return settings.searchParams.get('consent')!;
}

test('K1: Google by consent: all calendars of the account, the main one is written', async () => {
  const { status, body } = await begin('google');
  assert.equal(status, 201);
  const asked = new URL(body.url).searchParams;
  assert.deepEqual([asked.get('access_type'), asked.get('scope')?.split(' ').length], ['offline', 2]);
  const back = google.agree(body.url);
  assert.equal(await comeBack(back), 'connected');
  assert.deepEqual(
    (await calendarsOf(bo)).map(({ name, kind, writeHere, readOnly }) => [name, kind, writeHere, readOnly]),
    [
      ['Rondo calendar', 'built-in', false, false],
      ['Bo', 'google', true, false],
      ['Team', 'google', false, false],
      ['holidays', 'google', false, true],
    ],
  );
  const answer = JSON.stringify(await calendarsOf(bo));
  const said = answer + office.logged.join('\n') + JSON.stringify(await kept());
  assert.ok(!/refresh-|access-/.test(said), 'no token leaves the house, and none is kept unsealed');
  for (const secret of ['state', 'code'])
    assert.ok(!said.includes(new URL(back).searchParams.get(secret)!), `no ${secret} either`);
});

test('K1: Microsoft by consent, known by the address of its owner', async () => {
  const { body } = await begin('microsoft');
  assert.match(new URL(body.url).searchParams.get('scope')!, /^Calendars\.ReadWrite offline_access$/);
  assert.equal(await comeBack(microsoft.agree(body.url)), 'connected');
  const [, calendar] = await calendarsOf(bo);
  assert.deepEqual([calendar?.kind, calendar?.account?.username], ['microsoft', 'bo@example.org']);
});

test('A9: a consent given again is the same account with new tokens; what was revoked is read again', async () => {
  assert.equal(await comeBack(google.agree((await begin('google')).body.url)), 'connected');
  const before = await calendarsOf(bo);
  google.revoke();
  google.addCalendar({ id: 'new', summary: 'New' });
  assert.equal(await comeBack(google.agree((await begin('google')).body.url)), 'connected');
  const now = await calendarsOf(bo);
  assert.deepEqual([before.length, now.length, now.at(-1)!.name], [4, 5, 'New']);
  assert.equal(now[1]!.account!.id, before[1]!.account!.id);
});

test('Who says no, or leaves a part out, is refused; nothing is connected', async () => {
  const no = google.agree((await begin('google')).body.url, { refuse: true });
  assert.equal(await comeBack(no), 'refused');
  const half = google.agree((await begin('google')).body.url, {
    scope: 'https://www.googleapis.com/auth/calendar.calendarlist.readonly',
  });
  assert.equal(await comeBack(half), 'refused');
  assert.equal((await calendarsOf(bo)).length, 1);
});

test('An answer is taken once, in time, and from the session that asked', async () => {
  const chloe = { ...office.chloe, cookie: await signedIn(office, office.chloe.email) };
  const answer = google.agree((await begin('google')).body.url);
  assert.equal(await comeBack(answer, chloe.cookie), 'expired', 'ABUSE 21: sent to somebody else');
  assert.equal(await comeBack(answer, await signedIn(office, bo.email)), 'expired', 'another session');
  assert.equal(await comeBack(answer, ''), 'expired', 'nobody is signed in');
  assert.equal(await comeBack(answer.replace('/google', '/microsoft')), 'expired', 'another service');
  const forged = answer.replace(/state=[^&]+/, `state=${'A'.repeat(43)}`);
  assert.equal(await comeBack(forged), 'expired', 'a state that nobody was given');
  assert.equal(await comeBack(answer), 'connected');
  assert.equal(await comeBack(answer), 'expired', 'a second time');
  const late = google.agree((await begin('google')).body.url);
  office.clock.advance(15);
  assert.equal(await comeBack(late), 'expired');
});

test('What the service gets wrong is `failed`, and the next try begins anew', async () => {
  const url = google.agree((await begin('google')).body.url);
  assert.equal(await comeBack(url.replace(/code=[^&]+/, 'code=wrong')), 'failed');
  assert.equal(await comeBack(url), 'expired');
  const both = google.agree((await begin('google')).body.url);
  assert.equal(await comeBack(`${both}&error=server_error`), 'failed', 'an error is no consent');
  google.answerNext({ status: 500 });
  assert.equal(await comeBack(google.agree((await begin('google')).body.url)), 'failed');
  assert.equal((await calendarsOf(bo)).length, 1);
});

test('N1: for oneself, or as an admin; not with a key, and not for a service that is not set up', async () => {
  const chloe = { ...office.chloe, cookie: await signedIn(office, office.chloe.email) };
  assert.equal((await begin('google', bo, chloe.id)).status, 403);
  const { body: forBo } = await begin('google', chloe, bo.id);
  const back = new URL(google.agree(forBo.url));
  const { headers } = await office.ask('GET', `${back.pathname}${back.search}`, undefined, {
    cookie: chloe.cookie,
  });
  assert.match(headers.get('location')!, new RegExp(`consent=connected.*&member=${bo.id}$`));
  assert.ok((await calendarsOf(bo)).some((one) => one.kind === 'google'));
  const path = `/api/members/${bo.id}/calendar-consents`;
  assert.equal((await office.ask('POST', path, { kind: 'google' }, { key: bo.key })).status, 403);
  assert.equal((await begin('caldav')).status, 422);
  const plain = await staffedOffice();
  const cookie = await signedIn(plain, plain.bo.email);
  const { status, body } = await plain.ask(
    'POST',
    `/api/members/${plain.bo.id}/calendar-consents`,
    { kind: 'google' },
    { cookie },
  );
  assert.deepEqual([status, body.errors[0].path], [422, 'kind']);
  await plain.close();
});

test('A disconnected Google account gets its consent back, unless a colleague reads by it', async () => {
  const chloe = { ...office.chloe, cookie: await signedIn(office, office.chloe.email) };
  assert.equal(await comeBack(google.agree((await begin('google')).body.url)), 'connected');
  assert.equal(
    await comeBack(google.agree((await begin('google', chloe)).body.url), chloe.cookie),
    'connected',
  );
  const before = await givenBack();
  const disconnect = async (who: typeof bo) => {
    const account = (await calendarsOf(who))[1]!.account!;
    const path = `/api/members/${who.id}/calendar-accounts/${account.id}`;
    assert.equal((await office.ask('DELETE', path, undefined, { key: who.key })).status, 204);
    return (await givenBack()) - before;
  };
  assert.equal(await disconnect(bo), 0);
  assert.equal(await disconnect(chloe), 1);
});

test('A9: who connects again before the old consent was given back keeps the new one', async () => {
  assert.equal(await comeBack(google.agree((await begin('google')).body.url)), 'connected');
  const before = await givenBack();
  const path = `/api/members/${bo.id}/calendar-accounts/${(await calendarsOf(bo))[1]!.account!.id}`;
  assert.equal((await office.ask('DELETE', path, undefined, bo)).status, 204);
  assert.equal(await comeBack(google.agree((await begin('google')).body.url)), 'connected');
  assert.equal((await givenBack()) - before, 0);
});

/** How many consents were given back, once all work is done. */
async function givenBack(): Promise<number> {
  const worker = office.work();
  await worker.drain();
  await worker.stop();
  return google.givenBack();
}
