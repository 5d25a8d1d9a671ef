import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Script } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { embedRoutes } from './routes.ts';
import { embedScript } from './script.ts';

const { body, tag } = embedScript();
const ask = (headers: Record<string, string> = {}) => embedRoutes().request('/embed.js', { headers });

test('L5: the script of websites is one file that leaves no name of its own behind but Rondo', () => {
  assert.doesNotThrow(() => new Script(body));
  assert.match(body, /^\(\(\)=>\{'use strict';.*\}\)\(\);\n$/s);
  assert.doesNotMatch(body, /\.ts'|: string|interface |^(import|export) /m);
});

test('L5: it keeps nothing, fetches nothing, writes no markup, and speaks to no unnamed window', () => {
  assert.doesNotMatch(body, /cookie|[lL]ocalStorage|sessionStorage|indexedDB|caches/);
  assert.doesNotMatch(
    body,
    /fetch\(|XMLHttpRequest|sendBeacon|WebSocket|innerHTML|insertAdjacent|srcdoc|eval\(/,
  );
  assert.doesNotMatch(body, /postMessage\([^)]*'\*'/);
  assert.doesNotMatch(body, /https?:\/\/[a-z]/);
});

test('L5: its rules stand in it, without blanks; every engine gets a whole sheet', () => {
  assert.match(body, /iframe\{[^}]*\}.*dialog\{.*\}/);
  assert.doesNotMatch(body, /look\.css/);
  const rules = /=("iframe.*?");/.exec(body)?.[1] ?? '';
  const sheet = JSON.parse(rules) as string;
  assert.equal(sheet.split('{').length, sheet.split('}').length);
});

test('L5: it is kept for minutes, told by its tag, and any website may load it', async () => {
  const answer = await ask();
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), body);
  assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
  assert.match(answer.headers.get('cache-control') ?? '', /^public, max-age=300/);
  assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
  assert.equal(answer.headers.get('etag'), tag);
  assert.equal((await ask({ 'if-none-match': tag })).status, 304);
  assert.equal((await ask({ 'if-none-match': '"another"' })).status, 200);
  const packed = await ask({ 'accept-encoding': 'gzip' });
  assert.equal(packed.headers.get('content-encoding'), 'gzip');
  assert.equal(gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString(), body);
});
