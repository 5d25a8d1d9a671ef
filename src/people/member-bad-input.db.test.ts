import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mailsTo, staffedOffice } from './office.test-support.ts';
import type { Answer, Staffed } from './office.test-support.ts';

let office: Staffed;

function add(body: Record<string, unknown>, key = office.anna.key): Promise<Answer> {
  return office.ask('POST', '/api/members', body, { key });
}

function change(id: string, body: unknown, key = office.anna.key, ifMatch?: string): Promise<Answer> {
  const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  return office.ask('PATCH', `/api/members/${id}`, body, { key, headers });
}

function read(id: string): Promise<Answer> {
  return office.ask('GET', `/api/members/${id}`, undefined, { key: office.anna.key });
}

before(async () => {
  office = await staffedOffice();
});
after(() => office.close());

const NO_ID = '01a1ff9d-0000-7000-8000-000000000000';
const ok = { name: 'Zoë', email: 'zoe@nordwind.example' };
const bad: [string, Record<string, unknown>][] = [
  ['name', { ...ok, name: undefined }],
  ['name', { ...ok, name: 'x'.repeat(10_000) }],
  ['name', { ...ok, name: '\u2028\u2029' }],
  ['name', { ...ok, name: 'a\u0000b' }],
  ['name', { ...ok, name: { $ne: 1 } }],
  ['email', { ...ok, email: undefined }],
  ['email', { ...ok, email: 'bob@x.example\r\nBcc: eve@x.example' }],
  ['email', { ...ok, email: 'a@x.example,b@y.example' }],
  ['email', { ...ok, email: '"eve@evil x"@corp.example' }],
  ['email', { ...ok, email: 'team:a@x.example,b@x.example;' }],
  ['email', { ...ok, email: 'bob@x.example\u0000' }],
  ['email', { ...ok, email: `${'a'.repeat(310)}@x.example` }],
  ['email', { ...ok, email: 'bob@localhost' }],
  ['email', { ...ok, email: 'zoë@nordwind.example' }],
  ['password', { ...ok, password: '1234567' }],
  ['role', { ...ok, role: 'king' }],
  ['seat', { ...ok, seat: 1 }],
  ['permissions.0', { ...ok, permissions: ['everything'] }],
  ['timeZone', { ...ok, timeZone: 'GMT+25' }],
  ['locale', { ...ok, locale: 'de' }],
  ['active', { ...ok, active: 'yes' }],
  ['holidayListId', { ...ok, holidayListId: NO_ID }],
  ['holidayListId', { ...ok, holidayListId: 'none' }],
  ['verified', { ...ok, verified: true }],
];

for (const [path, body] of bad) {
  test(`ABUSE 24, 25: ${path} ${JSON.stringify(body[path])?.slice(0, 40) ?? ''}`, async () => {
    const field = path.split('.')[0]!;
    const changed = await change(office.bo.id, { [field]: body[field] });
    const answers = body[field] === undefined ? [await add(body)] : [await add(body), changed];
    for (const answer of answers) {
      assert.equal(answer.status, 422, JSON.stringify(answer.body));
      const paths = answer.body.errors.map((error: { path: string }) => error.path);
      assert.ok(paths.includes(path), String(paths));
    }
    const { items } = (await office.ask('GET', '/api/members', undefined, { key: office.anna.key })).body;
    assert.equal(items.length, 3);
  });
}

test('ABUSE 25: line breaks in a name become spaces, and the mail has one subject line', async () => {
  const { body } = await add({ name: 'Eve\r\nBcc: x@x.example\u2028<b>', email: 'eve@nordwind.example' });
  assert.equal(body.name, 'Eve Bcc: x@x.example <b>');
  const [mail] = await mailsTo(office, 'eve@nordwind.example');
  assert.ok(!/[\r\n\u2028]/.test(mail!.subject));
});

test('unknown ids are 404, also when they are no ids', async () => {
  for (const id of [NO_ID, 'none', '%2e%2e', "' OR 1=1--"]) {
    const answers = [await read(id), await change(id, { name: 'x' })];
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [404, 404],
      id,
    );
  }
});

test('there is no route to delete a member: they are deactivated, and their history stays', async () => {
  const { key } = office.anna;
  assert.equal((await office.ask('DELETE', `/api/members/${office.bo.id}`, undefined, { key })).status, 404);
});
