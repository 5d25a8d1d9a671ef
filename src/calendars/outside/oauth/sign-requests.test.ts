import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { movableClock } from '../../../../demo/clean-slate.ts';
import { consented, deskAt, SIGNAL } from './account.test-support.ts';
import { startConsentServer, type ConsentServer } from './consent-server.test-support.ts';
import { signRequests, type Send } from './sign-requests.ts';
import { tokensFrom } from './tokens.ts';

const clock = movableClock('2026-11-23T08:00:00Z');
let server: ConsentServer;
let send: Send;
before(async () => {
  const paths = { authorize: '/authorize', token: '/token', revoke: '/revoke' };
  const door = { paths, apiPath: '/api', scope: 'calendars', rotates: true };
  server = await startConsentServer(door, () => ({ status: 200, body: {} }));
});
beforeEach(() => {
  send = signRequests(deskAt(server, clock));
});
after(() => server.close());

const get = () => ({ method: 'GET', url: `${server.client.apiUrl}/calendars` }) as const;

test('Tokens are renewed in time, once for all who read, and kept at once; each is good once', async () => {
  const account = consented(server, 'microsoft', clock);
  const before = server.renewals();
  clock.advance(59.5);
  const both = await Promise.all([1, 2, 3].map(() => send(account, get(), SIGNAL)));
  assert.deepEqual([...both.map(({ status }) => status), server.renewals() - before], [200, 200, 200, 1]);
  assert.equal(account.kept.length, 1);
  // Opened before the renewal, it still holds the refresh token that is good no more.
  await send(account, get(), SIGNAL);
  assert.equal(server.renewals() - before, 1);
  const reopened = { ...account, secret: account.kept[0]! };
  clock.advance(120);
  assert.equal((await send(reopened, get(), SIGNAL)).status, 200);
  assert.equal(server.renewals() - before, 2);
});

test('An access token that the service takes no longer is renewed once; then the answer stands', async () => {
  const account = consented(server, 'microsoft', clock);
  const before = server.renewals();
  server.endAccess();
  assert.equal((await send(account, get(), SIGNAL)).status, 200);
  server.answerNext({ status: 401 }, { status: 401 });
  assert.equal((await send(account, get(), SIGNAL)).status, 401);
  assert.equal(server.renewals() - before, 2);
});

test('A9: a consent that was taken back is `revoked`; a token address that fails is not', async () => {
  const account = consented(server, 'microsoft', clock);
  server.revoke();
  await assert.rejects(send(account, get(), SIGNAL), { code: 'revoked' });
  const away = {
    ...deskAt(server, clock),
    client: { ...server.client, tokenUrl: `${server.url}/elsewhere` },
  };
  server.answerNext({ status: 401 }, { status: 500 });
  await assert.rejects(signRequests(away)(account, get(), SIGNAL), { code: 'server' });
  const other = { ...deskAt(server, clock), client: { ...server.client, secret: 'wrong' } };
  await assert.rejects(signRequests(other)(account, get(), SIGNAL), { code: 'not-set-up' });
});

test('Tokens that could not be kept are kept with the next request', async () => {
  const account = consented(server, 'microsoft', clock);
  const keep = account.keepSecret;
  server.endAccess();
  account.keepSecret = () => Promise.reject(new Error('no database'));
  await assert.rejects(send(account, get(), SIGNAL), /no database/);
  account.keepSecret = keep;
  assert.equal((await send(account, get(), SIGNAL)).status, 200);
  assert.notEqual(tokensFrom(account.kept[0]!).refreshToken, tokensFrom(account.secret).refreshToken);
});
