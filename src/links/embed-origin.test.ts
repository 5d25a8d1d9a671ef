import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedOrigin } from './embed-origin.ts';

const taken: [string, string][] = [
  ['https://shop.example', 'https://shop.example'],
  [' HTTPS://Shop.Example/ ', 'https://shop.example'],
  ['https://shop.example:8443', 'https://shop.example:8443'],
  ['https://shop.example:443', 'https://shop.example'],
  ['https://*.shop.example', 'https://*.shop.example'],
  ['https://*.shop.co.uk', 'https://*.shop.co.uk'],
  ['https://shop.co.uk', 'https://shop.co.uk'],
  ['https://*.termika.github.io', 'https://*.termika.github.io'],
  ['https://termika.github.io', 'https://termika.github.io'],
  ['https://zażółć.example', 'https://xn--za-6ja4f8n1l.example'],
  ['http://localhost:5173', 'http://localhost:5173'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
];
for (const [written, kept] of taken) {
  test(`L5: ${written} is a website that may show a link`, () => assert.equal(embedOrigin(written), kept));
}

const refused = [
  '',
  '*',
  'null',
  'self',
  "'self'",
  'shop.example',
  'https://',
  'https://*',
  'https://*.',
  'https://*.example',
  'https://*.co.uk',
  'https://*.CO.UK',
  'https://*.com.pl:8443',
  'https://*.com.au',
  'https://*.github.io',
  'https://*.vercel.app',
  'https://*.pages.dev',
  'https://shop.*.example',
  'https://*shop.example',
  'https://**.shop.example',
  'https://shop.example/page',
  'https://shop.example?x',
  'https://shop.example#x',
  'https://shop.example\\@evil.example',
  'https://user@shop.example',
  'https://user:word@shop.example',
  'https://shop.example evil.example',
  "https://shop.example; script-src 'unsafe-inline'",
  'https://shop.example,https://evil.example',
  'https://shop.example\nhttps://evil.example',
  'https://shop.example:99999',
  'https://shop.example:*',
  'http://shop.example',
  'http://*.localhost',
  'http://localhost.evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://shop.example',
  '//shop.example',
  'https://10.0.0.1',
  'https://134744072',
  'https://shop.example.',
  'https://sh%6fp_.example',
];
for (const written of refused) {
  test(`ABUSE 29: ${JSON.stringify(written)} is no website that may show a link`, () =>
    assert.equal(embedOrigin(written), null));
}
