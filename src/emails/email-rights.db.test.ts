import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../demo/staff.ts';

let house: StaffedHouse;
let cy: Colleague;
before(async () => {
  house = await staffedHouse();
  cy = await house.hire('Cy');
});
after(() => house.close());

const LETTER = { to: ['ewa@baltica.example'], subject: 'Hello', html: '<p>Hello</p>' };

async function contactOf(who: Colleague): Promise<string> {
  const given = { name: 'Ewa Lis', ownerId: who.id, emails: [{ address: 'ewa@baltica.example' }] };
  const { body } = await house.ask(who, 'POST', '/api/contacts', given);
  return `/api/contacts/${body.id}/emails`;
}

test('ABUSE 18: an e-mail of a record one may not see is not there, on every route and verb', async () => {
  const path = await contactOf(house.bo);
  const { body } = await house.ask(house.bo, 'POST', path, LETTER);
  const one = `/api/emails/${body.id}`;
  const asked = [
    ['GET', path],
    ['POST', path],
    ['GET', one],
    ['POST', `${one}/sending`],
    ['POST', `${one}/cancellation`],
  ] as const;
  for (const who of [cy, house.stranger]) {
    for (const [method, at] of asked) {
      const { status } = await house.ask(who, method, at, method === 'POST' ? LETTER : undefined);
      assert.equal(status, 404, `${method} ${at}`);
    }
  }
  assert.equal((await house.ask(house.anna, 'GET', one)).status, 200, 'who sees all records sees it');
});

test('ABUSE 19: who may look at another’s e-mail neither stops it nor sends it again', async () => {
  const { body: lead } = await house.ask(house.bo, 'POST', '/api/leads', {
    name: 'Everybody’s',
    ownerId: null,
  });
  const sendAt = '2027-01-11T09:00:00Z';
  const path = `/api/leads/${lead.id}/emails`;
  const { body } = await house.ask(house.bo, 'POST', path, { ...LETTER, to: ['x@one.example'], sendAt });
  assert.equal((await house.ask(cy, 'GET', `/api/emails/${body.id}`)).status, 200);
  assert.equal((await house.ask(cy, 'POST', `/api/emails/${body.id}/cancellation`)).status, 403);
  assert.equal((await house.ask(cy, 'POST', `/api/emails/${body.id}/sending`)).status, 403);
  assert.equal((await house.ask(house.anna, 'POST', `/api/emails/${body.id}/cancellation`)).status, 200);
});

test('ABUSE 24: an address that says more than one mailbox is refused, and nothing is written', async () => {
  const path = await contactOf(cy);
  const wrong = [
    'bob@x.example\r\nBcc: eve@x.example',
    'a@x.example,b@y.example',
    '"eve@evil x"@corp.example',
    'friends: a@x.example, b@x.example;',
    'a\u0000@x.example',
    `${'a'.repeat(310)}@x.example`,
    '',
  ];
  for (const address of wrong) {
    for (const field of ['to', 'cc']) {
      const { status } = await house.ask(cy, 'POST', path, { ...LETTER, [field]: [address] });
      assert.equal(status, 422, `${field}: ${address.slice(0, 40)}`);
    }
  }
  assert.deepEqual((await house.ask(cy, 'GET', path)).body.items, []);
});

test('ABUSE 23, 25: what runs or leads elsewhere is taken out; a subject is one line', async () => {
  const path = await contactOf(cy);
  const html =
    '<p onclick="a()">Hi {{7*7}} <img src=x onerror=alert(1)><script>alert(1)</script>' +
    '<a href="javascript:alert(1)">there</a></p><svg/onload=alert(1)>';
  const subject = 'One\r\nBcc: eve@x.example\u2028two';
  const { status, body } = await house.ask(cy, 'POST', path, { ...LETTER, subject, html });
  assert.equal(status, 201);
  assert.equal(body.html, '<p>Hi {{7*7}} there</p>');
  assert.equal(body.subject, 'One Bcc: eve@x.example two');
});

test('P6: too many people, nothing said, links that are not here: refused by name', async () => {
  const path = await contactOf(cy);
  const many = Array.from({ length: 26 }, (_, at) => `a${at}@x.example`);
  const refused = async (change: object) => {
    const { status, body } = await house.ask(cy, 'POST', path, { ...LETTER, ...change });
    return [status, body.errors?.[0].path];
  };
  assert.deepEqual(await refused({ to: [] }), [422, 'to']);
  assert.deepEqual(await refused({ to: many }), [422, 'to']);
  assert.deepEqual(await refused({ to: many.slice(0, 20), cc: many.slice(0, 6) }), [422, 'cc']);
  assert.deepEqual(await refused({ html: '<p> </p><script>a</script>' }), [422, 'html']);
  assert.deepEqual(await refused({ linkIds: ['x'] }), [422, 'linkIds.0']);
  assert.deepEqual(await refused({ linkIds: [cy.id] }), [422, 'linkIds.0']);
  assert.deepEqual(await refused({ attachments: [cy.id] }), [422, 'attachments.0']);
  assert.deepEqual(await refused({ bcc: ['a@x.example'] }), [422, 'bcc']);
});

test('A member sends 120 e-mails an hour, then hears when to come back', async () => {
  const dana = await house.hire('Dana');
  const wrong = { ...LETTER, attachments: [dana.id] };
  for (let sent = 0; sent < 120; sent++) await house.ask(dana, 'POST', '/api/emails', wrong);
  assert.equal((await house.ask(dana, 'POST', '/api/emails', LETTER)).status, 429);
  assert.equal((await house.ask(house.bo, 'POST', '/api/emails', LETTER)).status, 201);
});
