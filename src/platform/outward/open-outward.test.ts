import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import {
  brokenOff,
  dropped,
  endless,
  packedBomb,
  silent,
  slow,
  startLyingServer,
  tenGigabytes,
  type LyingServer,
} from '#calendars/outside/lying-server.test-support.ts';
import { openOutward } from './open-outward.ts';
import { OutwardFault, type Outward, type OutwardFaultKind, type OutwardRequest } from './outward.ts';

let server: LyingServer;
let outward: Outward;

before(async () => (server = await startLyingServer()));
after(() => server.close());
beforeEach(() => {
  server.asked.length = 0;
  outward = openOutward({ privateHosts: [server.host] });
});

const get = (path: string, more: Partial<OutwardRequest> = {}) =>
  outward({ method: 'GET', url: server.url + path, ...more });

async function assertFault(kind: OutwardFaultKind, work: Promise<unknown>, why?: string): Promise<void> {
  await assert.rejects(
    work,
    (error) => {
      assert.ok(error instanceof OutwardFault, String(error));
      assert.equal(error.kind, kind, why ?? error.message);
      assert.match(error.message, /^[A-Z].*\.$/);
      return true;
    },
    why,
  );
}

test('whatever has a status is an answer; method, headers and body arrive as given', async () => {
  server.on('REPORT /dav/', { status: 207, headers: { 'content-type': 'text/xml' }, body: '<a/>' });
  const asked = { method: 'REPORT', headers: { Depth: '1' }, body: '<é/>' };
  const answer = await get('/dav/', asked);
  assert.deepEqual(
    [answer.status, answer.text, answer.headers.get('content-type'), answer.url],
    [207, '<a/>', 'text/xml', `${server.url}/dav/`],
  );
  const [{ method, headers, body }] = server.asked as [(typeof server.asked)[0]];
  assert.deepEqual([method, body, headers.depth, headers['content-length']], ['REPORT', '<é/>', '1', '5']);
  assert.equal((await get('/nothing')).status, 404);
});

test('ABUSE 30: no form of an inward address is connected to, unless PRIVATE_HOSTS names host and port', async () => {
  outward = openOutward({ privateHosts: ['127.0.0.1:1', `elsewhere.example:${server.port}`] });
  const hosts =
    '127.0.0.1 127.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 127.0.0.1. localhost localhost. [::1] ' +
    '[::ffff:127.0.0.1] [::ffff:7f00:1] [::7f00:1] ①②⑦.0.0.1 0.0.0.0 0';
  for (const host of hosts.split(' ')) {
    await assertFault('address', outward({ method: 'GET', url: `http://${host}:${server.port}/` }), host);
  }
  for (const host of ['169.254.169.254', '10.0.0.1', '[fd00::1]', '[64:ff9b::a00:1]', '0xa9fea9fe']) {
    await assertFault('address', outward({ method: 'GET', url: `http://${host}/latest/meta-data` }), host);
  }
  assert.equal(server.asked.length, 0);
  const listed = openOutward({ privateHosts: [`LOCALHOST:${server.port}`] });
  assert.equal((await listed({ method: 'GET', url: `http://localhost:${server.port}/` })).status, 404);
});

test('ABUSE 30: only http and https, and no user names in the address', async () => {
  const poor = [
    'file:///etc/passwd',
    'ftp://a.example/',
    'gopher://a.example:70/_x',
    'data:text/calendar,BEGIN',
    'calendar',
    '',
    `http://user@127.0.0.1:${server.port}/`,
    `http://user:word@127.0.0.1:${server.port}/`,
  ];
  for (const url of poor) await assertFault('address', outward({ method: 'GET', url }), url);
  assert.equal(server.asked.length, 0);
});

test('a password goes unencrypted only where the operator lists the server', async () => {
  const url = `http://cal.example:${server.port}/`;
  const headers = { Authorization: 'Basic eHg6eXk=' };
  const lookups: string[] = [];
  const unlisted = openOutward({ privateHosts: [] }, async (name) => {
    lookups.push(name);
    return ['8.8.8.8'];
  });
  await assertFault('address', unlisted({ method: 'GET', url, headers }));
  assert.deepEqual(lookups, []);
  assert.equal((await get('/', { headers })).status, 404);
});

test('ABUSE 30: a name is looked up once for every request, and leads inward at no time', async () => {
  const answers = [['8.8.8.8', '127.0.0.1'], ['127.0.0.1'], []];
  const asked: string[] = [];
  outward = openOutward({ privateHosts: [] }, async (name) => {
    asked.push(name);
    return answers.shift()!;
  });
  for (const why of ['one of two', 'the only one', 'none']) {
    await assertFault('address', outward({ method: 'GET', url: `http://cal.example:${server.port}/` }), why);
  }
  assert.deepEqual(asked, ['cal.example', 'cal.example', 'cal.example']);
  assert.equal(server.asked.length, 0);
});

test('ABUSE 30: the connection goes to the checked address, whatever the name says meanwhile', async () => {
  // Nobody but our own resolver knows this name: a second lookup by the connection would find nothing.
  let lookups = 0;
  outward = openOutward({ privateHosts: [`pinned.invalid:${server.port}`] }, async () => {
    lookups += 1;
    return ['127.0.0.1'];
  });
  const answer = await outward({ method: 'GET', url: `http://pinned.invalid:${server.port}/` });
  assert.deepEqual([answer.status, lookups], [404, 1]);
  assert.equal(server.asked[0]?.headers.host, `pinned.invalid:${server.port}`);
});

test('a server with several addresses is reached at the one that answers', async () => {
  const listed = { privateHosts: [`two.example:${server.port}`] };
  outward = openOutward(listed, async () => ['127.0.0.2', '127.0.0.1']);
  assert.equal((await outward({ method: 'GET', url: `http://two.example:${server.port}/` })).status, 404);
});

test('ABUSE 31: an answer without an end, of 10 GB, or packed a thousandfold is cut at the limit', async () => {
  server.on('GET /endless', endless('BEGIN:VCALENDAR\r\n'));
  server.on('GET /huge', tenGigabytes);
  server.on('GET /bomb', packedBomb(64));
  server.on('GET /twice', {
    headers: { 'content-encoding': 'gzip, gzip' },
    body: gzipSync(packedBomb(64).body!),
  });
  const limits = { bytes: 1024 * 1024 };
  for (const path of ['/endless', '/huge', '/bomb', '/twice']) {
    await assertFault('too-large', get(path, { limits }), path);
  }
});

test('ABUSE 31: headers without an end are cut, and packing that nobody knows is not read', async () => {
  server.on('GET /headers', { headers: { 'x-long': 'x'.repeat(40_000) } });
  await assertFault('too-large', get('/headers'));
  for (const encoding of ['compress', 'gzip, gzip, gzip', 'constructor']) {
    server.on('GET /packed', { headers: { 'content-encoding': encoding }, body: 'x' });
    await assertFault('unreachable', get('/packed'), encoding);
  }
});

test('ABUSE 31: silence and single bytes end with the time, and leave no connection behind', async (t) => {
  const dull = await startLyingServer();
  t.after(() => dull.close());
  dull.on('GET /silent', silent);
  dull.on('GET /slow', slow);
  outward = openOutward({ privateHosts: [dull.host] });
  const given = (path: string, more: Partial<OutwardRequest>) =>
    outward({ method: 'GET', url: dull.url + path, ...more });
  const limits = { milliseconds: 200 };
  for (const path of ['/silent', '/slow']) await assertFault('timeout', given(path, { limits }), path);
  await assertFault('timeout', given('/silent', { signal: AbortSignal.timeout(100) }));
  await assertFault('timeout', given('/silent', { signal: AbortSignal.abort() }));
  const unresolved = openOutward({ privateHosts: [] }, () => new Promise(() => {}));
  await assertFault('timeout', unresolved({ method: 'GET', url: 'http://a.example/', limits }));
  while (dull.connections.open > 0) await wait(5);
});

test('a connection that is dropped, broken off or not taken says so', async () => {
  server.on('GET /dropped', dropped);
  server.on('GET /short', brokenOff('BEGIN:VCALENDAR'));
  server.on('GET /short-gzip', {
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync('a'.repeat(50_000)).subarray(0, 40),
  });
  for (const path of ['/dropped', '/short', '/short-gzip']) await assertFault('unreachable', get(path), path);
  server.on('GET /999', { status: 999 });
  await assertFault('unreachable', get('/999'));
  outward = openOutward({ privateHosts: ['127.0.0.1:1'] });
  await assertFault('unreachable', outward({ method: 'GET', url: 'http://127.0.0.1:1/' }));
});

test('a packed answer is unpacked, one without a body need not be', async () => {
  const packings = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
  for (const [name, pack] of Object.entries(packings)) {
    server.on('GET /packed', { headers: { 'content-encoding': name }, body: pack('Żółć') });
    assert.equal((await get('/packed')).text, 'Żółć', name);
  }
  server.on('GET /same', { status: 304, headers: { 'content-encoding': 'gzip' } });
  assert.deepEqual([(await get('/same')).status, (await get('/same')).text], [304, '']);
});

test('text is UTF-8 without its byte order mark, or what the server says', async () => {
  const latin = 'text/calendar; charset="ISO-8859-1"';
  server.on('GET /latin', { headers: { 'content-type': latin }, body: Buffer.from('Chloé', 'latin1') });
  server.on('GET /marked', { body: Buffer.from('\uFEFFChloé') });
  server.on('GET /odd', { headers: { 'content-type': 'text/calendar; charset=klingon' }, body: 'Chloé' });
  for (const path of ['/latin', '/marked', '/odd']) assert.equal((await get(path)).text, 'Chloé', path);
});

test('connections are used again, and one that the server closed meanwhile is opened anew', async () => {
  server.on('GET /again', {}, {}, dropped, {});
  const before = server.connections.ever;
  await get('/again');
  await get('/again');
  assert.equal(server.connections.ever - before, 1);
  assert.equal((await get('/again')).status, 200);
  assert.equal(server.connections.ever - before, 2);
});

test('what is not safe to say twice is said once: a POST has its own connection', async () => {
  server.on('POST /hook', {}, dropped, {});
  await get('/hook', { method: 'POST', body: '{}' });
  await assertFault('unreachable', get('/hook', { method: 'POST', body: '{}' }));
  assert.equal(server.asked.length, 2);
});
