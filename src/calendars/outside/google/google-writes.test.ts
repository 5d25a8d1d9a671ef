import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { movableClock } from '../../../../demo/clean-slate.ts';
import { at, consented, deskAt, DEMO, follow, follower, SIGNAL } from '../oauth/account.test-support.ts';
import type { Provider, RemoteCalendar } from '../provider.ts';
import { googleProvider } from './google-provider.ts';
import { failed, startGoogleServer, type GoogleServer } from './google-server.test-support.ts';

const clock = movableClock('2026-11-23T08:00:00Z');
let server: GoogleServer;
let provider: Required<Provider>;
let account: ReturnType<typeof consented>;
let main: RemoteCalendar;
before(async () => (server = await startGoogleServer()));
beforeEach(async () => {
  server.addCalendar({ id: 'anna@example.com', primary: true });
  provider = googleProvider(deskAt(server, clock)) as Required<Provider>;
  account = consented(server, 'google', clock);
  [main] = (await provider.findCalendars(account, SIGNAL)) as [RemoteCalendar];
});
after(() => server.close());

const stands = () => server.events(main.remoteId);
const later = { ...DEMO, start: at('2026-12-01T13:00:00Z'), end: at('2026-12-01T13:30:00Z') };

test('K3: a booking is written once; a repeat whose first answer was lost meets itself', async () => {
  const first = await provider.put(account, main, DEMO, null, SIGNAL);
  const again = await provider.put(account, main, DEMO, null, SIGNAL);
  assert.equal(stands().length, 1);
  assert.equal(again.href, first.href);
  const moved = await provider.put(account, main, later, again, SIGNAL);
  assert.deepEqual([stands().length, stands()[0]!.start?.dateTime], [1, '2026-12-01T13:00:00.000Z']);
  assert.notEqual(moved.etag, again.etag);
  assert.ok(
    server.asked.every(
      ({ method, url }) => method === 'GET' || url.searchParams.get('sendUpdates') === 'none',
    ),
  );
});

test('A3: it is read back under our own UID; a copy that somebody makes is not', async () => {
  await provider.put(account, main, DEMO, null, SIGNAL);
  const { id, ...content } = stands()[0]!;
  server.put(main.remoteId, { ...content, id: `${id.slice(0, -1)}0copy`, iCalUID: 'copy@google.com' });
  const kept = await follow(provider, account, main, follower());
  const uids = [...kept.objects.values()].map((object) => ('expanded' in object ? object.expanded.uid : ''));
  assert.deepEqual(uids.sort(), [DEMO.uid, 'copy@google.com'].sort());
});

test('K3: what the owner moved or threw away is not overwritten but told', async () => {
  const known = await provider.put(account, main, DEMO, null, SIGNAL);
  server.put(main.remoteId, { id: known.href, start: { dateTime: '2026-12-01T16:00:00+01:00' } });
  const code = { code: 'changed' };
  await assert.rejects(provider.put(account, main, later, known, SIGNAL), code);
  await assert.rejects(provider.put(account, main, later, null, SIGNAL), code);
  await assert.rejects(provider.remove(account, main, known, SIGNAL), code);
  const now = await provider.readObject(account, main, known.href, SIGNAL);
  assert.ok(now && 'expanded' in now && now.expanded.occurrences[0]!.start === at('2026-12-01T15:00:00Z'));
  server.delete(main.remoteId, known.href);
  await assert.rejects(provider.put(account, main, later, known, SIGNAL), code);
  assert.equal(await provider.readObject(account, main, known.href, SIGNAL), null);
  await provider.put(account, main, DEMO, null, SIGNAL);
  assert.equal(stands().length, 1, 'put back where it stood');
});

test('K3: taking it out twice is as good as once; a calendar that is gone is no empty place', async () => {
  const known = await provider.put(account, main, DEMO, null, SIGNAL);
  await provider.remove(account, main, known, SIGNAL);
  await provider.remove(account, main, known, SIGNAL);
  assert.equal(stands().length, 0);
  const elsewhere = { ...main, remoteId: 'gone' };
  await assert.rejects(provider.readObject(account, elsewhere, known.href, SIGNAL), { code: 'gone' });
});

test('What the service says is told in our words: wait, forbidden, gone, no calendar', async () => {
  const read = () => follow(provider, account, main, follower());
  const told = async (...answers: Parameters<GoogleServer['answerNext']>) => {
    server.answerNext(...answers);
    return read().then(
      () => 'read',
      (error: { code: string; retryAfterMs?: number }) => [error.code, error.retryAfterMs],
    );
  };
  assert.deepEqual(await told(failed(429, 'rateLimitExceeded', { 'retry-after': '7' })), ['wait', 7000]);
  assert.deepEqual(await told(failed(403, 'userRateLimitExceeded')), ['wait', undefined]);
  assert.deepEqual(await told(failed(403, 'forbidden')), ['forbidden', undefined]);
  assert.deepEqual(await told(failed(403, 'insufficientPermissions')), ['revoked', undefined]);
  assert.deepEqual(await told(failed(404, 'notFound')), ['gone', undefined]);
  assert.deepEqual(await told(failed(500, 'backendError')), ['server', undefined]);
  assert.deepEqual(await told({ status: 503, headers: { 'retry-after': '3' } }), ['wait', 3000]);
  assert.deepEqual(await told({ status: 200, body: '<html>Sign in</html>' }), ['no-calendar', undefined]);
  assert.deepEqual(await told({ status: 302, headers: { location: 'https://example.com/' } }), [
    'server',
    undefined,
  ]);
  assert.deepEqual(await told({ status: 200, body: { items: [] } }), ['server', undefined]);
  assert.deepEqual(await told({ status: 200, body: {} }), ['server', undefined]);
});

test('B7: Google makes a room with the event, says a moment later where it is, and makes no second one', async () => {
  const event = { ...DEMO, uid: `room-${DEMO.uid}`, conference: 'meet' as const };
  const first = await provider.put(account, main, event, null, SIGNAL);
  assert.equal(first.joinUrl, undefined);
  const { joinUrl, ...known } = await provider.put(account, main, event, first, SIGNAL);
  assert.match(joinUrl!, /^https:\/\/meet\.google\.com\//);
  assert.equal((await provider.put(account, main, event, known, SIGNAL)).joinUrl, joinUrl);
  const teams = { ...DEMO, uid: `teams-${DEMO.uid}`, conference: 'teams' as const };
  assert.equal((await provider.put(account, main, teams, null, SIGNAL)).joinUrl, undefined);
});

test('B7, K3: a room that is no https address is none, and an answer that names no event is a problem', async () => {
  const known = await provider.put(account, main, DEMO, null, SIGNAL);
  for (const told of ['javascript:alert(1)', 'http://meet.example/a', 'https://me:you@meet.example/']) {
    const video = [{ entryPointType: 'video', uri: told }];
    const said = told.startsWith('http:')
      ? { conferenceData: { entryPoints: video } }
      : { hangoutLink: told };
    server.answerNext({ status: 200, body: { id: known.href, etag: '"2"', ...said } });
    assert.equal((await provider.put(account, main, DEMO, known, SIGNAL)).joinUrl, undefined, told);
  }
  server.answerNext({ status: 200, body: {} });
  await assert.rejects(provider.put(account, main, DEMO, known, SIGNAL), { code: 'server' });
});
