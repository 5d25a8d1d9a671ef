import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { assetPaths, assets } from './assets.ts';
import { openPages, type Pages } from './open-pages.test-support.ts';

let house: Pages;

before(async () => {
  house = await openPages();
  await house.share({ slug: 'tour' });
});
after(() => house.close());

const unpack = { br: brotliDecompressSync, zstd: zstdDecompressSync, gzip: gunzipSync };
type Encoding = keyof typeof unpack;

const browsers: [takes: string, page: Encoding | null, asset: Encoding | null][] = [
  ['gzip, deflate, br, zstd', 'zstd', 'br'],
  ['gzip, deflate, br', 'gzip', 'br'],
  ['gzip', 'gzip', 'gzip'],
  ['identity', null, null],
];

async function fetched(path: string, headers: Record<string, string>) {
  const peer = { incoming: { socket: { remoteAddress: '' } } };
  const answer = await house.app.request(path, { headers }, peer);
  return { answer, body: new Uint8Array(await answer.arrayBuffer()) };
}

function plain(body: Uint8Array, encoding: string | null): string {
  return new TextDecoder().decode(encoding ? unpack[encoding as Encoding](body) : body);
}

test('pages come packed as the browser takes them, a fifth of their size, and are kept by nobody', async () => {
  const whole = (await fetched('/termika/tour', {})).body.length;
  for (const [takes, page] of browsers) {
    const { answer, body } = await fetched('/termika/tour', { 'accept-encoding': takes });
    assert.equal(answer.headers.get('content-encoding'), page, takes);
    assert.match(plain(body, page), /^<!doctype html>.*<\/html>$/s, takes);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/html; charset=utf-8$/i);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    if (page === null) continue;
    assert.equal(answer.headers.get('vary'), 'Accept-Encoding');
    assert.ok(body.length < whole / 3, `${takes}: ${body.length} of ${whole} bytes`);
  }
});

test('whoever brings a cookie gets their pages unpacked: a length tells nothing', async () => {
  const { answer, body } = await fetched('/termika/tour', { 'accept-encoding': 'br', cookie: 'session=1' });
  assert.equal(answer.headers.get('content-encoding'), null);
  assert.match(plain(body, null), /^<!doctype html>/);
});

test('the script comes packed, may be kept for a year, and is the same whichever way', async () => {
  const { script, icon } = assetPaths();
  for (const [takes, , asset] of browsers) {
    const { answer, body } = await fetched(script, { 'accept-encoding': takes });
    assert.equal(answer.headers.get('content-encoding'), asset, takes);
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(answer.headers.get('vary'), 'Accept-Encoding');
    assert.equal(plain(body, asset), assets().get(script)?.body);
  }
  const small = await fetched(icon, { 'accept-encoding': 'br' });
  assert.equal(small.answer.headers.get('content-encoding'), null, 'what is small already stays as it is');
});
