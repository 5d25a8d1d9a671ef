import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { emptyOffice, firstRun, rowCounts, type Office } from './office.test-support.ts';

let office: Office;

before(async () => {
  office = await emptyOffice();
});
after(() => office.close());

const { workspace, owner } = firstRun;
const bad: [string, unknown][] = [
  ['token', { ...firstRun, token: undefined }],
  ['token', { ...firstRun, token: 7 }],
  ['workspace', { ...firstRun, workspace: null }],
  ['workspace.name', { ...firstRun, workspace: { ...workspace, name: ' \r\n\u2028 ' } }],
  ['workspace.name', { ...firstRun, workspace: { ...workspace, name: 'x'.repeat(10_000) } }],
  ['workspace.name', { ...firstRun, workspace: { ...workspace, name: 'a\u0000b' } }],
  ['workspace.name', { ...firstRun, workspace: { ...workspace, name: '\ud800' } }],
  ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: 'api' } }],
  ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: 'book_appointment' } }],
  ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: 'embed.js' } }],
  ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: '../x' } }],
  ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: 'Nord' } }],
  ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: '' } }],
  ['workspace.timeZone', { ...firstRun, workspace: { ...workspace, timeZone: 'GMT+25' } }],
  ['workspace.timeZone', { ...firstRun, workspace: { ...workspace, timeZone: '../../etc/passwd' } }],
  ['workspace.timeZone', { ...firstRun, workspace: { ...workspace, timeZone: 'x'.repeat(5000) } }],
  ['workspace.timeZone', { ...firstRun, workspace: { ...workspace, timeZone: undefined } }],
  ['workspace.locale', { ...firstRun, workspace: { ...workspace, locale: 'xx' } }],
  ['workspace.country', { ...firstRun, workspace: { ...workspace, country: 'France' } }],
  ['workspace.country', { ...firstRun, workspace: { ...workspace, country: 'XX' } }],
  ['workspace.plan', { ...firstRun, workspace: { ...workspace, plan: 'gold' } }],
  ['owner', { ...firstRun, owner: [] }],
  ['owner.name', { ...firstRun, owner: { ...owner, name: '' } }],
  ['owner.email', { ...firstRun, owner: { ...owner, email: 'anna' } }],
  ['owner.email', { ...firstRun, owner: { ...owner, email: 'bob@x.example\r\nBcc: eve@x.example' } }],
  ['owner.email', { ...firstRun, owner: { ...owner, email: 'a@x.example,b@y.example' } }],
  ['owner.email', { ...firstRun, owner: { ...owner, email: { $ne: 1 } } }],
  ['owner.password', { ...firstRun, owner: { ...owner, password: 'short' } }],
  ['owner.password', { ...firstRun, owner: { ...owner, password: 'x'.repeat(10_000) } }],
  ['owner.role', { ...firstRun, owner: { ...owner, role: 'owner' } }],
];

for (const [path, body] of bad) {
  test(`bad input: ${path} ${shown(body, path)}`, async () => {
    const answer = await office.ask('POST', '/api/setup', body);
    assert.equal(answer.status, 422, JSON.stringify(answer.body));
    assert.ok(
      answer.body.errors.some((error: { path: string }) => error.path === path),
      JSON.stringify(answer.body.errors),
    );
    assert.equal((await rowCounts(office)).workspaces, 0);
  });
}

test('ABUSE 21: a form from elsewhere, text/plain and GET make nothing', async () => {
  const text = JSON.stringify(firstRun);
  const send = (headers: Record<string, string>): Response | Promise<Response> =>
    office.app.request('/api/setup', { method: 'POST', headers, body: text });
  const json = { 'content-type': 'application/json' };
  assert.equal((await send({ ...json, origin: 'https://evil.example' })).status, 403);
  assert.equal((await send({ ...json, 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await send({ ...json, cookie: 'a=b' })).status, 403);
  const plain = await send({ 'content-type': 'text/plain' });
  assert.ok(plain.status >= 400 && plain.status < 500, String(plain.status));
  assert.equal((await office.ask('GET', '/api/setup')).status, 404);
  assert.equal((await rowCounts(office)).workspaces, 0);
});

function shown(body: unknown, path: string): string {
  const value = path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], body);
  return JSON.stringify(value)?.slice(0, 40) ?? 'left out';
}
