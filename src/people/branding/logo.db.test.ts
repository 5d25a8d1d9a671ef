import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ORIGIN, signedIn, staffedOffice } from '#people/office.test-support.ts';
import { drawn, PICTURES } from './pictures.test-support.ts';

const office = await staffedOffice();
after(() => office.close());

const LOGO = '/api/workspace/logo';

function put(
  bytes: Buffer | string,
  type: string,
  headers: Record<string, string> = bearer(office.anna.key),
) {
  const body = Buffer.from(bytes as string) as unknown as BodyInit;
  return office.app.request(LOGO, { method: 'PUT', body, headers: { 'content-type': type, ...headers } });
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
// What a route answers is looked at field by field, as a caller would.
const said = async (answer: Response): Promise<any> => answer.json();
const seen = async () =>
  (await office.ask('GET', '/api/workspace', undefined, { key: office.bo.key })).body.logoUrl;

test('B7: a logo of each kind is kept, served to everybody under a name that changes with it, and taken away', async () => {
  assert.equal(await seen(), null);
  const addresses = new Set<string>();
  for (const [kind, type] of [
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['svg', 'image/svg+xml; charset=utf-8'],
  ] as const) {
    const { logoUrl } = await said(await put(PICTURES[kind], type));
    assert.match(logoUrl, new RegExp(`^http://127\\.0\\.0\\.1:3000/logos/[0-9a-f]{32}\\.${kind}$`));
    assert.equal(await seen(), logoUrl);
    addresses.add(logoUrl);
    const served = await office.app.request(new URL(logoUrl).pathname);
    assert.deepEqual(Buffer.from(await served.arrayBuffer()), PICTURES[kind]);
    assert.equal(served.headers.get('content-type'), type);
  }
  assert.equal(addresses.size, 4);
  const [png, , , svg] = [...addresses].map((address) => new URL(address).pathname);
  assert.equal((await office.app.request(png!)).status, 404, 'the one before is gone');
  assert.equal((await office.app.request(svg!.replace('.svg', '.png'))).status, 404);
  const taken = await office.app.request(LOGO, { method: 'DELETE', headers: bearer(office.anna.key) });
  assert.deepEqual([taken.status, await taken.text()], [204, '']);
  assert.equal(await seen(), null);
  assert.equal((await office.app.request(svg!)).status, 404);
});

test('ABUSE 23: a logo opened by itself is a picture and nothing else', async () => {
  const { logoUrl } = await said(await put(PICTURES.svg, 'image/svg+xml'));
  const { headers } = await office.app.request(new URL(logoUrl).pathname);
  assert.equal(
    headers.get('content-security-policy'),
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  );
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
});

test('ABUSE 23: a drawing with a script is refused with the reason, whatever it is called; the logo stays', async () => {
  const before = await seen();
  for (const type of ['image/svg+xml', 'image/png']) {
    const answer = await put(drawn('<script>alert(1)</script>'), type);
    assert.equal(answer.status, 422);
    const { errors } = await said(answer);
    assert.deepEqual([errors[0].path, /holds a script/.test(errors[0].message)], ['body', true]);
  }
  assert.equal(await seen(), before);
});

test('bad input: no picture, another type, too much of it; every address that is none is not there', async () => {
  assert.equal((await put('', 'image/png')).status, 422);
  assert.equal((await put('<html>', 'image/png')).status, 422);
  for (const type of ['text/html', 'image/gif', 'image/png2'])
    assert.equal((await put(PICTURES.png, type)).status, 415, type);
  const most = 256 * 1024;
  const padded = Buffer.concat([PICTURES.jpg, Buffer.alloc(most - PICTURES.jpg.length)]);
  assert.equal((await put(padded, 'image/jpeg')).status, 200);
  assert.equal((await put(Buffer.concat([padded, Buffer.alloc(1)]), 'image/jpeg')).status, 413);
  for (const file of ['x', '../package.json', `${'a'.repeat(32)}.svg`, `${'A'.repeat(32)}.png`, `%00.png`]) {
    const { status, headers } = await office.app.request(`/logos/${file}`);
    assert.equal(status, 404, file);
    assert.match(headers.get('content-type') ?? '', /problem\+json|html/);
  }
});

test('ABUSE 19: only who may manage settings changes the logo; not from another website either', async () => {
  assert.equal((await put(PICTURES.png, 'image/png', {})).status, 401);
  assert.equal((await put(PICTURES.png, 'image/png', bearer(office.bo.key))).status, 403);
  assert.equal((await office.ask('DELETE', LOGO, undefined, { key: office.bo.key })).status, 403);
  const cookie = await signedIn(office, office.anna.email);
  assert.equal(
    (await put(PICTURES.png, 'image/png', { cookie, origin: 'https://evil.example' })).status,
    403,
  );
  assert.equal((await put(PICTURES.png, 'image/png', { cookie, origin: ORIGIN })).status, 200);
});

test('B7: one logo is kept, in the database that every process reads; other settings saved beside it do not lose it', async () => {
  const { logoUrl } = await said(await put(PICTURES.png, 'image/png'));
  await office.ask('PATCH', '/api/workspace', { accent: '#1d5fae' }, { key: office.anna.key });
  assert.equal(await seen(), logoUrl);
  const rows = await office.platform.db.read.selectFrom('workspace_logos').select('logo_hash').execute();
  assert.equal(rows.length, 1);
});
