import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startLyingServer, type LyingServer } from '#calendars/outside/lying-server.test-support.ts';
import { openOutward } from './open-outward.ts';
import { OutwardFault, type Outward, type OutwardRequest } from './outward.ts';
import { nextStep } from './redirect.ts';

let server: LyingServer;
let other: LyingServer;
let outward: Outward;

before(async () => {
  [server, other] = await Promise.all([startLyingServer(), startLyingServer()]);
});
after(async () => {
  await server.close();
  await other.close();
});
beforeEach(() => {
  server.asked.length = 0;
  other.asked.length = 0;
  outward = openOutward({ privateHosts: [server.host, other.host] });
});

const ask = (request: Partial<OutwardRequest> = {}) =>
  outward({ method: 'GET', url: `${server.url}/from`, ...request });
const sendTo = (location: string, status = 302) => ({ status, headers: { location } });
const isFault = (kind: string) => (error: unknown) => error instanceof OutwardFault && error.kind === kind;

test('ABUSE 30: no redirect leads inward, however often it leads outward first', async () => {
  outward = openOutward({ privateHosts: [server.host] });
  for (const to of [
    other.url,
    `http://2130706433:${other.port}`,
    'http://[::1]/',
    'http://169.254.169.254/',
  ]) {
    server.on('GET /from', sendTo('/again'));
    server.on('GET /again', sendTo(to));
    await assert.rejects(ask(), isFault('address'), to);
  }
  assert.equal(other.asked.length, 0);
});

test('ABUSE 30: neither a file nor a user name is behind a redirect, and no end is an end', async () => {
  for (const to of ['file:///etc/passwd', `http://user:word@${other.host}/`]) {
    server.on('GET /from', sendTo(to));
    await assert.rejects(ask(), isFault('address'), to);
  }
  server.on('GET /from', sendTo('http://:::'));
  await assert.rejects(ask(), isFault('redirect'));
  server.asked.length = 0;
  server.on('GET /from', sendTo('/from'));
  await assert.rejects(ask({ limits: { redirects: 3 } }), isFault('redirect'));
  assert.equal(server.asked.length, 4);
});

test('a name and password go to no other server, and on to the same one', async () => {
  const headers = { Authorization: 'Basic eHg6eXk=', Cookie: 'a=b', Depth: '0' };
  server.on('PROPFIND /from', sendTo(`${other.url}/to`));
  await ask({ method: 'PROPFIND', headers });
  const [{ authorization, cookie, depth }] = other.asked.map((asked) => asked.headers) as [
    LyingServer['asked'][0]['headers'],
  ];
  assert.deepEqual([authorization, cookie, depth], [undefined, undefined, '0']);
  server.on('PROPFIND /from', sendTo('/to'));
  await ask({ method: 'PROPFIND', headers });
  assert.equal(server.asked.at(-1)?.headers.authorization, 'Basic eHg6eXk=');
});

test('PROPFIND, REPORT and PUT stay what they are; a POST becomes a GET where browsers make it one', async () => {
  const become = async (method: string, status: number) => {
    server.on(`${method} /from`, sendTo('/to', status));
    await ask({ method, body: '<a/>' });
    const last = server.asked.at(-1)!;
    return `${last.method} ${last.body}`;
  };
  for (const method of ['PROPFIND', 'REPORT', 'PUT']) {
    for (const status of [301, 302, 307, 308]) assert.equal(await become(method, status), `${method} <a/>`);
    assert.equal(await become(method, 303), 'GET ');
  }
  assert.equal(await become('POST', 302), 'GET ');
  assert.equal(await become('POST', 307), 'POST <a/>');
});

test('what was encrypted stays so: https sends nobody to http', () => {
  const answer = (url: string, location: string) => ({
    status: 301,
    headers: new Headers({ location }),
    text: '',
    url,
  });
  const request = { method: 'GET', url: 'https://a.example/x' };
  assert.throws(
    () => nextStep(request, answer('https://a.example/x', 'http://a.example/x')),
    isFault('redirect'),
  );
  const upward = nextStep(request, answer('http://a.example/x', 'https://a.example/x'));
  assert.equal(upward?.url, 'https://a.example/x');
  assert.equal(nextStep(request, { ...answer('https://a.example/x', '/y'), status: 304 }), undefined);
});

test('whoever follows redirects by himself gets the redirect', async () => {
  server.on('GET /from', sendTo('/to', 301));
  const answer = await ask({ limits: { redirects: 0 } });
  assert.deepEqual([answer.status, answer.headers.get('location')], [301, '/to']);
});
