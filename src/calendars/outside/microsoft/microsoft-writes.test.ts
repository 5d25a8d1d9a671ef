import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { movableClock } from '../../../../demo/clean-slate.ts';
import { at, consented, deskAt, DEMO, follow, follower, SIGNAL } from '../oauth/account.test-support.ts';
import type { Provider, RemoteCalendar } from '../provider.ts';
import { failed } from './graph-answers.test-support.ts';
import { microsoftProvider } from './microsoft-provider.ts';
import { startMicrosoftServer, type MicrosoftServer } from './microsoft-server.test-support.ts';

const clock = movableClock('2026-11-23T08:00:00Z');
let server: MicrosoftServer;
let provider: Required<Provider>;
let account: ReturnType<typeof consented>;
let main: RemoteCalendar;
before(async () => (server = await startMicrosoftServer()));
beforeEach(async () => {
  server.addCalendar({ id: 'main==', isDefaultCalendar: true });
  provider = microsoftProvider(deskAt(server, clock)) as Required<Provider>;
  account = consented(server, 'microsoft', clock);
  [main] = (await provider.findCalendars(account, SIGNAL)) as [RemoteCalendar];
});
after(() => server.close());

const stands = () => server.events('main==');
const later = { ...DEMO, start: at('2026-12-01T13:00:00Z'), end: at('2026-12-01T13:30:00Z') };

test('K3: a booking is written once; a repeat whose first answer was lost, or that comes at once, meets itself', async () => {
  const both = await Promise.all([1, 2].map(() => provider.put(account, main, DEMO, null, SIGNAL)));
  const again = await provider.put(account, main, DEMO, null, SIGNAL);
  assert.equal(stands().length, 1);
  assert.deepEqual(new Set(both.map(({ href }) => href)), new Set([again.href]));
  await provider.put(account, main, later, again, SIGNAL);
  assert.deepEqual([stands().length, stands()[0]!.start?.dateTime], [1, '2026-12-01T13:00:00']);
});

test('A3: it is read back under our own UID', async () => {
  await provider.put(account, main, DEMO, null, SIGNAL);
  const kept = await follow(provider, account, main, follower());
  const uids = [...kept.objects.values()].map((object) => ('expanded' in object ? object.expanded.uid : ''));
  assert.deepEqual(uids, [DEMO.uid]);
});

test('K3: what the owner moved or threw away is not overwritten but told', async () => {
  const known = await provider.put(account, main, DEMO, null, SIGNAL);
  server.put('main==', {
    id: known.href,
    start: { dateTime: '2026-12-01T08:45:00.0000000', timeZone: 'UTC' },
  });
  const code = { code: 'changed' };
  await assert.rejects(provider.put(account, main, later, known, SIGNAL), code);
  await assert.rejects(provider.put(account, main, later, null, SIGNAL), code);
  await assert.rejects(provider.remove(account, main, known, SIGNAL), code);
  const now = await provider.readObject(account, main, known.href, SIGNAL);
  assert.ok(now && 'expanded' in now && now.expanded.occurrences[0]!.start === at('2026-12-01T08:45:00Z'));
  server.delete('main==', known.href);
  await assert.rejects(provider.put(account, main, later, known, SIGNAL), code);
  assert.equal(await provider.readObject(account, main, known.href, SIGNAL), null);
  await provider.put(account, main, DEMO, null, SIGNAL);
  await provider.put(account, main, DEMO, null, SIGNAL);
  assert.equal(stands().length, 1, 'put back, once');
  const kept = await follow(provider, account, main, follower());
  const [object] = kept.objects.values();
  assert.ok(object && 'expanded' in object && object.expanded.uid === DEMO.uid);
});

test('K3: taking it out twice is as good as once; a calendar that is gone is no empty place', async () => {
  const known = await provider.put(account, main, DEMO, null, SIGNAL);
  await provider.remove(account, main, known, SIGNAL);
  await provider.remove(account, main, known, SIGNAL);
  assert.equal(stands().length, 0);
  const elsewhere = { ...main, remoteId: 'gone' };
  await assert.rejects(provider.readObject(account, elsewhere, known.href, SIGNAL), { code: 'gone' });
});

test('What the service says is told in our words: wait, forbidden, gone, changed, no calendar', async () => {
  const told = async (...answers: Parameters<MicrosoftServer['answerNext']>) => {
    server.answerNext(...answers);
    return follow(provider, account, main, follower()).then(
      () => 'read',
      (error: { code: string; retryAfterMs?: number }) => [error.code, error.retryAfterMs],
    );
  };
  const wait = failed(429, 'ApplicationThrottled', { 'retry-after': '20' });
  assert.deepEqual(await told(wait), ['wait', 20_000]);
  assert.deepEqual(await told(failed(403, 'ErrorAccessDenied')), ['forbidden', undefined]);
  assert.deepEqual(await told(failed(404, 'ErrorItemNotFound')), ['gone', undefined]);
  assert.deepEqual(await told(failed(409, 'ErrorIrresolvableConflict')), ['changed', undefined]);
  assert.deepEqual(await told(failed(400, 'ErrorInvalidRequest')), ['refused', undefined]);
  assert.deepEqual(await told(failed(502, 'BadGateway')), ['server', undefined]);
  assert.deepEqual(await told({ status: 200, body: '<html>Sign in</html>' }), ['no-calendar', undefined]);
  assert.deepEqual(await told({ status: 200, body: { value: [] } }), ['server', undefined]);
});

test('B7: Microsoft opens a Teams meeting with the event and says where; for others it opens none', async () => {
  const event = { ...DEMO, uid: `room-${DEMO.uid}` };
  const plain = await provider.put(account, main, { ...event, conference: 'meet' }, null, SIGNAL);
  assert.equal(plain.joinUrl, undefined);
  const teams = await provider.put(account, main, { ...event, conference: 'teams' }, plain, SIGNAL);
  assert.match(teams.joinUrl!, /^https:\/\/teams\.microsoft\.com\//);
});

test('B7, K3: a room that is no https address is none, and an answer that names no event is a problem', async () => {
  const known = await provider.put(account, main, DEMO, null, SIGNAL);
  for (const joinUrl of ['javascript:alert(1)', 'http://teams.example/a', 'https://me:you@teams.example/']) {
    server.answerNext({ status: 200, body: { id: known.href, onlineMeeting: { joinUrl } } });
    assert.equal((await provider.put(account, main, DEMO, known, SIGNAL)).joinUrl, undefined, joinUrl);
  }
  server.answerNext({ status: 200, body: {} });
  await assert.rejects(provider.put(account, main, DEMO, known, SIGNAL), { code: 'server' });
});
