import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const address = 'chloe@lyon.example';
const emails = (...given: unknown[]) => ({ emails: given });

const WRONG_FOR_BOTH: [object, string][] = [
  [{ name: '' }, 'name'],
  [{ name: ' \u2028\r\n' }, 'name'],
  [{ name: 'n'.repeat(300) }, 'name'],
  [{ name: 'n'.repeat(10_000) }, 'name'],
  [{ name: 'a\u0000b' }, 'name'],
  [{ name: '\ud800' }, 'name'],
  [{ name: null }, 'name'],
  [{ name: ['Chloé'] }, 'name'],
  [emails({ address: 'chloe' }), 'emails.0.address'],
  [emails({ address: 'a@x.example,b@y.example' }), 'emails.0.address'],
  [emails({ address: 'bob@x.example\r\nBcc: eve@x.example' }), 'emails.0.address'],
  [emails({ address: '"eve@evil x"@corp.example' }), 'emails.0.address'],
  [emails({ address: `${'a'.repeat(320)}@x.example` }), 'emails.0.address'],
  [emails({ address: 'a\u0000@x.example' }), 'emails.0.address'],
  [emails({ address }, { address: 'CHLOE@lyon.example' }), 'emails'],
  [emails({ address, primary: true }, { address: 'b@lyon.example', primary: true }), 'emails'],
  [emails({ address, verified: true }), 'emails.0.verified'],
  [emails(...Array.from({ length: 21 }, (_, n) => ({ address: `${n}@lyon.example` }))), 'emails'],
  [emails(address), 'emails.0'],
  [{ emails: { $ne: 1 } }, 'emails'],
  [{ jobTitle: 'j'.repeat(300) }, 'jobTitle'],
  [{ version: 1 }, 'version'],
  [{ createdAt: '2026-01-01T00:00:00Z' }, 'createdAt'],
];
const WRONG_LEADS: [object, string][] = [
  [{ status: 'hot' }, 'status'],
  [{ status: '__proto__' }, 'status'],
  [{ phone: '1'.repeat(61) }, 'phone'],
  [{ skype: '\udfff' }, 'skype'],
  [{ companyId: '01a1ffa6-0000-7000-8000-000000000000' }, 'companyId'],
  [{ phones: [] }, 'phones'],
];
const WRONG_CONTACTS: [object, string][] = [
  [{ phones: [{ number: '' }] }, 'phones.0.number'],
  [{ phones: [{ number: '1', primary: 'yes' }] }, 'phones.0.primary'],
  [{ phones: ['1'] }, 'phones.0'],
  [{ companyIds: ['01a1ffa6-0000-7000-8000-000000000000'] }, 'companyIds.0'],
  [{ status: 'new' }, 'status'],
];

for (const [kind, own] of [
  ['leads', WRONG_LEADS],
  ['contacts', WRONG_CONTACTS],
] as const) {
  test(`Every wrong field of ${kind} is refused with its path, and nothing is written`, async () => {
    const { body: kept } = await house.ask(house.anna, 'POST', `/api/${kind}`, { name: 'Chloé' });
    for (const [change, at] of [...WRONG_FOR_BOTH, ...own]) {
      const why = JSON.stringify(change).slice(0, 100);
      const made = await house.ask(house.anna, 'POST', `/api/${kind}`, { name: 'Chloé', ...change });
      assert.deepEqual([made.status, made.body.errors?.[0].path], [422, at], why);
      const changed = await house.ask(house.anna, 'PATCH', `/api/${kind}/${kept.id}`, change);
      assert.deepEqual([changed.status, changed.body.errors?.[0].path], [422, at], why);
    }
    const { body } = await house.ask(house.anna, 'GET', `/api/${kind}`);
    assert.deepEqual(body, { items: [kept], next: null });
  });

  test(`Odd JSON for ${kind} is literal or refused`, async () => {
    const post = (text: string) => house.ask(house.anna, 'POST', `/api/${kind}`, text);
    assert.equal((await post('{"name":"A","__proto__":{"ownerId":"x"}}')).status, 422);
    assert.equal((await post('{"name":1e999}')).status, 422);
    assert.equal((await post('{"name":')).status, 400);
    assert.equal((await post('[]')).status, 422);
    assert.equal((await post('null')).status, 422);
    const twice = await post('{"name":"first","name":"second"}');
    assert.deepEqual([twice.status, twice.body.name], [201, 'second']);
  });

  test(`Markup and templates in ${kind} stay what was written`, async () => {
    const name = '<img onerror=x> "><svg/onload> {{7*7}} javascript:1 =HYPERLINK() %_ \\';
    const { body } = await house.ask(house.anna, 'POST', `/api/${kind}`, { name, jobTitle: name });
    assert.deepEqual([body.name, body.jobTitle], [name, name]);
  });

  test(`Every wrong query for a list of ${kind} is refused`, async () => {
    const queries = [
      'limit=0',
      'limit=201',
      'limit=1e999',
      'limit=x',
      'sort=owner',
      'ownerId=x',
      'cursor=abc',
    ];
    const { body } = await house.ask(house.anna, 'GET', `/api/${kind}?limit=1&sort=name`);
    const ofNames = `cursor=${body.next}`;
    for (const query of [...queries, 'cursor=%00', 'q=%00', `q=${'x'.repeat(201)}`, ofNames]) {
      assert.equal((await house.ask(house.anna, 'GET', `/api/${kind}?${query}`)).status, 422, query);
    }
  });
}
