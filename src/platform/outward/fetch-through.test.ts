import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { silent, startLyingServer, type LyingServer } from '#calendars/outside/lying-server.test-support.ts';
import { fetchThrough } from './fetch-through.ts';
import { openOutward } from './open-outward.ts';
import { OutwardFault } from './outward.ts';

let server: LyingServer;
let fetchOutside: typeof fetch;

before(async () => {
  server = await startLyingServer();
  fetchOutside = fetchThrough(openOutward({ privateHosts: [server.host] }));
});
after(() => server.close());

test('a library that fetches goes through the client, with every form of headers and body', async () => {
  server.on('PROPFIND /dav', {
    status: 207,
    headers: { 'content-encoding': 'gzip', 'content-type': 'application/xml; charset=utf-8' },
    body: gzipSync('<é/>'),
  });
  const url = `${server.url}/dav`;
  const forms: Parameters<typeof fetch>[] = [
    [url, { method: 'PROPFIND', headers: { Depth: '1' }, body: '<a/>' }],
    [new URL(url), { method: 'PROPFIND', headers: [['depth', '1']], body: '<a/>' }],
    [new Request(url, { method: 'PROPFIND', headers: new Headers({ depth: '1' }), body: '<a/>' })],
  ];
  for (const form of forms) {
    const response = await fetchOutside(...form);
    assert.deepEqual([response.status, await response.text(), response.url], [207, '<é/>', url]);
    assert.equal(response.headers.get('content-encoding'), null);
    const { headers, body } = server.asked.at(-1)!;
    assert.deepEqual([headers.depth, body], ['1', '<a/>']);
  }
});

test('redirects are followed, or handed over to whoever wants to see them', async () => {
  server.on('GET /.well-known/caldav', { status: 301, headers: { location: '/dav' } });
  const seen = await fetchOutside(`${server.url}/.well-known/caldav`, { redirect: 'manual' });
  assert.deepEqual([seen.status, seen.headers.get('location')], [301, '/dav']);
  server.on('GET /dav', { status: 204 });
  assert.equal((await fetchOutside(`${server.url}/.well-known/caldav`)).status, 204);
});

test('ABUSE 30: what the client refuses is refused here; who gives up is let go', async () => {
  const isFault = (kind: string) => (error: unknown) => error instanceof OutwardFault && error.kind === kind;
  await assert.rejects(fetchOutside('http://127.0.0.1:1/'), isFault('address'));
  server.on('GET /silent', silent);
  const signal = AbortSignal.timeout(50);
  await assert.rejects(fetchOutside(`${server.url}/silent`, { signal }), isFault('timeout'));
});
