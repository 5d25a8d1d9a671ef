import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';
import { companyCalled, contactCalled, roundRobin, tokenFor, wholeOf } from './owner-first.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const link = await roundRobin(t, [anna, bo]);
const invite = (record: object, email: string, as = anna) =>
  t.call('POST', `/api/links/${link.id}/invitations`, { record, email }, as);
const person = await contactCalled(t, 'Invited One', { ownerId: anna.id });

test('C4: a colleague gets the address of the link with a token, always of one length', async () => {
  const { status, body } = await invite({ kind: 'contact', id: person.id }, person.email);
  assert.equal(status, 201);
  const url = new URL(body.url);
  assert.equal(`${url.origin}${url.pathname}`, link.url);
  const c = url.searchParams.get('c')!;
  assert.match(c, /^[\w-]+$/);
  const lead = await t.call('POST', '/api/leads', { name: 'L', emails: [{ address: 'l@x.example' }] });
  const other = await invite({ kind: 'lead', id: lead.body.id }, 'l@x.example');
  assert.equal(new URL(other.body.url).searchParams.get('c')!.length, c.length);
  assert.equal((await t.call('GET', url.pathname + url.search, undefined, null)).status, 200);
});

test('C4: the address must be the person’s; of a company, deal or ticket one of its people', async () => {
  const company = await companyCalled(t, 'Bakery', null);
  const mate = await contactCalled(t, 'Invited Two', { companyIds: [company] });
  const deal = (
    await t.call('POST', '/api/deals', { title: 'D', contactIds: [person.id], companyId: company })
  ).body;
  const ticket = (await t.call('POST', '/api/tickets', { subject: 'T', contactId: person.id })).body;
  const asked: [string, string, string, number][] = [
    ['contact', person.id, person.email, 201],
    ['contact', person.id, ` ${person.email.toUpperCase()}`, 201],
    ['contact', person.id, mate.email, 422],
    ['company', company, mate.email, 201],
    ['company', company, person.email, 422],
    ['deal', deal.id, person.email, 201],
    ['deal', deal.id, mate.email, 201],
    ['ticket', ticket.id, person.email, 201],
    ['ticket', ticket.id, mate.email, 422],
    ['deal', deal.id, 'else@x.example', 422],
  ];
  for (const [kind, id, email, status] of asked) {
    const answer = await invite({ kind, id }, email);
    assert.equal(answer.status, status, `${kind} ${email}`);
    if (status === 422) assert.equal(answer.body.errors[0].path, 'email');
  }
});

test('P9: nobody invites for a record, or a person, that they may not see; everybody shares another’s link', async () => {
  const hidden = await contactCalled(t, 'Invited Three', { ownerId: anna.id });
  const deal = (await t.call('POST', '/api/deals', { title: 'Open', contactIds: [hidden.id] })).body;
  const refused = await invite({ kind: 'contact', id: hidden.id }, hidden.email, bo);
  assert.deepEqual([refused.status, refused.body.errors[0].path], [422, 'record.id']);
  const through = await invite({ kind: 'deal', id: deal.id }, hidden.email, bo);
  assert.deepEqual([through.status, through.body.errors[0].path], [422, 'email']);
  const own = await contactCalled(t, 'Invited Four', { ownerId: bo.id });
  assert.equal((await invite({ kind: 'contact', id: own.id }, own.email, bo)).status, 201);
});

test('E6, P4: who was merged, converted or thrown away since is found by the address they were written to', async () => {
  const emails = [{ address: 'turns@x.example', primary: true }];
  const lead = (await t.call('POST', '/api/leads', { name: 'Turns', emails, ownerId: bo.id })).body;
  const known = { id: lead.id, name: 'Turns', email: 'turns@x.example' };
  const c = await tokenFor(t, link, known, { kind: 'lead', id: lead.id });
  const { body } = await t.call('POST', `/api/leads/${lead.id}/conversion`, { company: null });
  const converted = await wholeOf(t, await t.book(link, '2026-12-01T08:00:00Z', known, { c }));
  assert.deepEqual([converted.party.kind, converted.party.id], ['contact', body.contact.id]);
  assert.deepEqual(converted.hostIds, [bo.id]);
  await t.call('DELETE', `/api/contacts/${body.contact.id}`);
  const gone = await wholeOf(t, await t.book(link, '2026-12-01T09:00:00Z', known, { c }));
  assert.equal(gone.assignment.ownerBranch, 'unknown');
  assert.equal(gone.party.kind, 'lead', 'a new one');
});

test('E15: a colleague’s own address with a token of somebody is that colleague’s', async () => {
  const c = await tokenFor(t, link, person);
  const booked = await wholeOf(
    t,
    await t.book(link, '2026-12-02T08:00:00Z', { ...person, email: bo.email }, { c }),
  );
  assert.deepEqual([booked.internal, booked.party, booked.record], [true, null, null]);
});
