import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';
import { matchPerson } from '../matching/store.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const ask = (method: string, path: string, body?: object, as = house.anna) =>
  house.ask(as, method, path, body);
const make = async (path: string, fields: object): Promise<string> => {
  const { status, body } = await ask('POST', `/api/${path}`, fields);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
};
const merge = (kind: string, into: string, from: string, more: object = {}, as = house.anna) =>
  ask('POST', `/api/${kind}/${into}/merge`, { from, ...more }, as);
const kindsOn = async (path: string): Promise<string[]> => {
  const { body } = await ask('GET', `${path}/timeline?limit=200`);
  return body.items.map((item: { kind: string }) => item.kind);
};
const emails = (...addresses: string[]) => addresses.map((address, at) => ({ address, primary: at === 0 }));

const twoLucjas = async () => {
  const [one, two] = [await make('companies', { name: 'One' }), await make('companies', { name: 'Two' })];
  const into = await make('contacts', {
    name: 'Ł. Świątek',
    emails: emails('lucja@a.example'),
    phones: [{ number: '+48 600 100 200', primary: true }],
    companyIds: [one],
    jobTitle: 'Buyer',
  });
  const from = await make('contacts', {
    name: 'Łucja Świątek',
    emails: emails('l@b.example', 'LUCJA@a.example'),
    phones: [
      { number: '600100200', primary: true },
      { number: '48 600 100 200', primary: false },
    ],
    companyIds: [two],
    jobTitle: 'Head buyer',
    ownerId: house.bo.id,
  });
  return { one, two, into, from };
};

test('two contacts become one: chosen fields, united lists, and what only the other had', async () => {
  const { one, two, into, from } = await twoLucjas();
  const look = await ask('GET', `/api/contacts/${into}/merge?from=${from}`);
  assert.equal(look.status, 200, JSON.stringify(look.body));
  assert.deepEqual(
    look.body.differences.map(({ field, stays }: Record<string, string>) => [field, stays]),
    [
      ['name', 'into'],
      ['jobTitle', 'into'],
      ['ownerId', 'from'],
    ],
  );
  assert.equal(look.body.united.emails.length, 2);
  const { status, body } = await merge('contacts', into, from, { take: ['name'] });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(
    [body.name, body.jobTitle, body.ownerId, body.companyIds],
    ['Łucja Świątek', 'Buyer', house.bo.id, [one, two].toSorted()],
  );
  assert.deepEqual(body.emails, [
    { address: 'lucja@a.example', primary: true },
    { address: 'l@b.example', primary: false },
  ]);
  assert.deepEqual(
    body.phones.map(({ number }: { number: string }) => number),
    ['+48 600 100 200', '600100200'],
  );
  assert.deepEqual((await ask('GET', `/api/contacts/${into}`)).body, body);
  const [merged] = (await ask('GET', `/api/contacts/${into}/timeline`)).body.items;
  assert.deepEqual(
    [merged.kind, merged.by.name, merged.data.name, merged.data.values.jobTitle],
    ['merged', 'Anna', 'Łucja Świątek', 'Head buyer'],
  );
  assert.deepEqual(merged.data.changes[0], { field: 'name', from: 'Ł. Świątek', to: 'Łucja Świątek' });
});

test('F2: whoever writes from an address of the one that went is the one that was kept', async () => {
  const into = await make('contacts', { name: 'Kept', emails: emails('kept@f2.example') });
  const from = await make('contacts', { name: 'Gone', emails: emails('gone@f2.example') });
  await merge('contacts', into, from);
  const known = await matchPerson(house.platform.db.read, house.anna.workspaceId, 'GONE@f2.example');
  assert.deepEqual([known?.kind, known?.id], ['contact', into]);
  assert.deepEqual((await ask('GET', '/api/contacts?q=gone@f2')).body.items.length, 1);
  const found = (await ask('GET', '/api/search?q=gone')).body.contacts;
  assert.deepEqual(
    found.map((hit: { id: string }) => hit.id),
    [into],
    'P10',
  );
});

/** A contact on whom something of every kind hangs, another one to merge them into, and what happened with both. */
const burdened = async () => {
  const [mill, shop] = [await make('companies', { name: 'Mill' }), await make('companies', { name: 'Shop' })];
  const into = await make('contacts', { name: 'Zofia', companyIds: [shop] });
  const from = await make('contacts', { name: 'Zosia', companyIds: [mill] });
  const own = `/api/contacts/${from}`;
  const note = await make(`contacts/${from}/notes`, { html: '<p>Rye.</p>' });
  const task = await make(`contacts/${from}/tasks`, { title: 'Call' });
  const event = await make(`contacts/${from}/events`, {
    title: 'Fair',
    start: '2027-01-12T09:00:00Z',
    end: '2027-01-12T10:00:00Z',
    attendees: [from, into],
  });
  const deal = await make('deals', { title: 'Ovens', contactIds: [from, into] });
  const ticket = await make('tickets', { subject: 'Wet flour', contactId: from });
  for (const id of [from, into]) {
    await make(`contacts/${id}/addresses`, { line1: id, preferred: true });
  }
  await ask('PATCH', own, { jobTitle: 'Baker' });
  const pasts = [...(await kindsOn(own)), ...(await kindsOn(`/api/contacts/${into}`))];
  const [linked] = (await ask('GET', `/api/deals/${deal}`)).body.contactIds;
  assert.ok(linked);

  return { mill, shop, into, from, note, task, event, deal, ticket, pasts };
};

test('P8, P9: nothing is lost: what hung on, linked to and happened with the one stands on the other and its company', async () => {
  const { mill, shop, into, from, note, task, event, deal, ticket, pasts } = await burdened();
  const look = await ask('GET', `/api/contacts/${into}/merge?from=${from}`);
  const { notes, tasks, events, addresses, deals, tickets } = look.body.moves;
  assert.deepEqual([notes, tasks, events, addresses, deals, tickets], [1, 1, 1, 1, 1, 1]);
  const { status, body } = await merge('contacts', into, from);
  assert.equal(status, 200, JSON.stringify(body));

  const kept = `/api/contacts/${into}`;
  const ids = async (path: string) =>
    (await ask('GET', `${kept}/${path}`)).body.items.map((one: { id: string }) => one.id);
  assert.deepEqual([await ids('notes'), await ids('tasks'), await ids('events')], [[note], [task], [event]]);
  const places = (await ask('GET', `${kept}/addresses`)).body.items;
  assert.deepEqual(
    places.map((one: { line1: string; preferred: boolean }) => [one.line1, one.preferred]),
    [
      [into, true],
      [from, false],
    ],
    'P3: one is preferred',
  );
  assert.deepEqual((await ask('GET', `/api/deals/${deal}`)).body.contactIds, [into]);
  assert.equal((await ask('GET', `/api/tickets/${ticket}`)).body.contactId, into);
  const [met] = (await ask('GET', `${kept}/events`)).body.items;
  assert.deepEqual(
    met.attendees.map((one: { id: string }) => one.id),
    [into],
  );
  const past = await kindsOn(kept);
  // The deal and its being made stood on both before.
  assert.equal(past.filter((kind) => kind === 'merged').length, 1);
  const shared = pasts.length - past.length + 1;
  assert.ok(shared >= 0 && shared <= 2, `${pasts.join()} → ${past.join()}`);
  for (const company of [mill, shop]) {
    const rolled = await kindsOn(`/api/companies/${company}`);
    for (const kind of past) assert.ok(rolled.includes(kind), `${kind} on the company`);
  }
  assert.equal((await ask('PATCH', `${kept}/notes/${note}`, { html: 'Oats.' })).status, 200);
});

test('the one that went is not there: it is said what it goes on as, however often that happened, and it stays away', async () => {
  const [a, b, c] = [
    await make('companies', { name: 'A mill', website: 'https://a.example' }),
    await make('companies', { name: 'B mill' }),
    await make('companies', { name: 'C mill' }),
  ];
  await merge('companies', b, a, { take: ['name'] });
  await merge('companies', c, b);
  const gone = await ask('GET', `/api/companies/${a}`);
  assert.deepEqual([gone.status, gone.body.mergedInto], [404, { kind: 'company', id: c, name: 'C mill' }]);
  assert.equal((await ask('GET', `/api/companies/${a}/notes`)).status, 404);
  assert.equal((await ask('PATCH', `/api/companies/${a}`, { phone: '1' })).status, 404);
  const back = await ask('POST', `/api/companies/${a}/restoration`);
  assert.deepEqual([back.status, back.body.mergedInto.id], [409, c]);
  assert.equal((await ask('GET', `/api/companies/${c}`)).body.website, 'https://a.example');
  assert.equal((await make('companies', { name: 'A mill' })).length, 36, 'P1: its name is free');
  const eve = await house.hire('Eve of A');
  await ask('PATCH', `/api/companies/${c}`, { ownerId: house.anna.id });
  const unseen = await ask('GET', `/api/companies/${a}`, undefined, eve);
  assert.deepEqual([unseen.status, unseen.body.mergedInto], [404, undefined], 'P9');
});

test('P5: a deal takes its stage with the reason and its amount with the currency; tickets and leads merge alike', async () => {
  const into = await make('deals', { title: 'Oven', currency: 'EUR' });
  const from = await make('deals', {
    title: 'Ovens',
    amount: 9_000,
    currency: 'PLN',
    stage: 'lost',
    lostReason: 'Dear',
  });
  const { status, body } = await merge('deals', into, from, { take: ['stage', 'title'] });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(
    [body.title, body.stage, body.lostReason, body.amount, body.currency, body.closedAt !== null],
    ['Ovens', 'lost', 'Dear', 9_000, 'PLN', true],
  );
  const [t1, t2] = [
    await make('tickets', { subject: 'One' }),
    await make('tickets', { subject: 'Two', priority: 'high' }),
  ];
  assert.equal((await merge('tickets', t1, t2, { take: ['priority'] })).body.priority, 'high');
  const l1 = await make('leads', { name: 'One', emails: emails('one@lead.example') });
  const l2 = await make('leads', {
    name: 'Two',
    emails: emails('two@lead.example'),
    skype: 'two',
    source: 'Fair',
  });
  const lead = (await merge('leads', l1, l2)).body;
  assert.deepEqual([lead.name, lead.skype, lead.source, lead.emails.length], ['One', 'two', 'Fair', 2]);
});

test('P6: e-mails go along, with a merge and with a conversion: who may see the one that is kept reads them', async () => {
  const address = 'reader@mail.example';
  const written = async (kind: string, id: string): Promise<string> =>
    make(`${kind}/${id}/emails`, { to: [address], subject: 'Rye', html: '<p>Rye?</p>' });
  const into = await make('contacts', { name: 'Reader' });
  const from = await make('contacts', { name: 'The same reader' });
  const lead = await make('leads', { name: 'Asker' });
  const [sent, asked] = [await written('contacts', from), await written('leads', lead)];
  await merge('contacts', into, from);
  const { contact } = (await ask('POST', `/api/leads/${lead}/conversion`, { company: null })).body;
  for (const [email, id] of [
    [sent, into],
    [asked, contact.id],
  ]) {
    assert.deepEqual((await ask('GET', `/api/emails/${email}`)).body.record, { kind: 'contact', id });
    const { items } = (await ask('GET', `/api/contacts/${id}/emails`)).body;
    assert.deepEqual(
      items.map((one: { id: string }) => one.id),
      [email],
    );
  }
});

test('values of the workspace’s own fields are chosen one by one; several choices unite', async () => {
  const field = (label: string, type: string, choices?: object[]) =>
    make('custom-fields', { kind: 'contact', label, type, ...(choices && { choices }) });
  await field('Oven', 'text');
  await field('Flour', 'text');
  await field('Bakes', 'multi-choice', [{ label: 'Rye' }, { label: 'Oats' }]);
  const shown = (await ask('GET', '/api/custom-fields?kind=contact')).body.items;
  const keyOf = (label: string) => shown.find((one: { label: string }) => one.label === label).key;
  const [oven, flour, bakes] = ['Oven', 'Flour', 'Bakes'].map(keyOf);
  const [rye, oats] = shown.find((one: { key: string }) => one.key === bakes).choices;
  const into = await make('contacts', { name: 'I', custom: { [oven]: 'gas', [bakes]: [rye.key] } });
  const from = await make('contacts', {
    name: 'F',
    custom: { [oven]: 'wood', [flour]: 'white', [bakes]: [oats.key] },
  });
  const { status, body } = await merge('contacts', into, from, { take: [`custom.${oven}`] });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body.custom, { [oven]: 'wood', [flour]: 'white', [bakes]: [rye.key, oats.key] });
});
