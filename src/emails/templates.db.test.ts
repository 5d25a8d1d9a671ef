import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { insertTemplate } from './store-templates.ts';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const TEMPLATE = {
  name: 'After a visit',
  subject: 'Your visit, {{contact.firstName}}',
  html: '<p>Dear {{ contact.name }} of {{company.name}},</p><p>{{me.name}}, {{workspace.name}}</p>',
};

async function leadOf(given: object): Promise<{ kind: 'lead'; id: string }> {
  const { body } = await house.ask(house.bo, 'POST', '/api/leads', given);
  return { kind: 'lead', id: body.id };
}

test('P6: a template is filled in from the record, and what is typed there stays text', async () => {
  const { status, body } = await house.ask(house.bo, 'POST', '/api/email-templates', TEMPLATE);
  assert.equal(status, 201);
  const record = await leadOf({ name: 'Zoé <b>Łuk</b>', companyName: 'Sopot & Co' });
  const filled = await house.ask(house.bo, 'POST', `/api/email-templates/${body.id}/filling`, { record });
  assert.deepEqual(filled.body, {
    subject: 'Your visit, Zoé',
    html: '<p>Dear Zoé &#60;b&#62;Łuk&#60;/b&#62; of Sopot &#38; Co,</p><p>Bo, Société Lumen</p>',
    missing: [],
  });
  const alone = await house.ask(house.bo, 'POST', `/api/email-templates/${body.id}/filling`, {});
  assert.deepEqual(alone.body.missing, ['contact.firstName', 'contact.name', 'company.name']);
});

test('P6: what stands open in an e-mail is filled in when it is sent; what nobody knows is refused', async () => {
  const { id } = await leadOf({ name: 'Zoé Łuk' });
  const send = (html: string) =>
    house.ask(house.bo, 'POST', `/api/leads/${id}/emails`, { to: ['z@one.example'], subject: 'Hi', html });
  const { body } = await send('<p>{{contact.name}} {{me.name}} {{7*7}}</p>');
  assert.equal(body.html, '<p>Zoé Łuk Bo {{7*7}}</p>');
  for (const html of ['{{contact.shoeSize}}', '{{company.name}}', '{{constructor.name}}']) {
    const refused = await send(html);
    assert.deepEqual([refused.status, refused.body.errors[0].path], [422, 'html'], html);
  }
});

test('P6: a template with an unknown placeholder is refused; its maker and settings keepers change it', async () => {
  const wrong = await house.ask(house.bo, 'POST', '/api/email-templates', { ...TEMPLATE, html: '{{x.y}}' });
  assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, 'html']);
  const { body, etag } = await house.ask(house.bo, 'POST', '/api/email-templates', TEMPLATE);
  const path = `/api/email-templates/${body.id}`;
  const cy = await house.hire('Cy');
  assert.equal((await house.ask(cy, 'PATCH', path, { name: 'x' })).status, 403);
  assert.equal((await house.ask(house.stranger, 'PATCH', path, { name: 'x' })).status, 404);
  const changed = await house.ask(house.anna, 'PATCH', path, { name: 'New' }, { 'if-match': etag! });
  assert.deepEqual([changed.status, changed.body.name, changed.etag], [200, 'New', '"2"']);
  assert.equal((await house.ask(house.bo, 'PATCH', path, { name: 'x' }, { 'if-match': etag! })).status, 412);
  const { body: seen } = await house.ask(cy, 'GET', '/api/email-templates');
  assert.equal(seen.items.find(({ id }: { id: string }) => id === body.id).mine, false);
  assert.equal((await house.ask(house.bo, 'DELETE', path)).status, 204);
  assert.equal((await house.ask(house.bo, 'DELETE', path)).status, 404);
});

test('P6: a signature is one’s own, and clean', async () => {
  const put = await house.ask(house.bo, 'PUT', '/api/email-signature', {
    html: '<p>Bo<img src="https://t.example/x.gif"></p>',
  });
  assert.deepEqual([put.status, put.body], [200, { html: '<p>Bo</p>' }]);
  assert.deepEqual((await house.ask(house.anna, 'GET', '/api/email-signature')).body, { html: '' });
});

test('P6: a private template is its maker’s alone, also for settings keepers; shared it is everybody’s', async () => {
  const given = { name: 'Mine', subject: 'S', html: '<p>H</p>', shared: false };
  const { body } = await house.ask(house.bo, 'POST', '/api/email-templates', given);
  const path = `/api/email-templates/${body.id}`;
  const names = async (who: Colleague) =>
    (await house.ask(who, 'GET', '/api/email-templates')).body.items.map(
      ({ name }: { name: string }) => name,
    );
  assert.deepEqual([body.shared, (await names(house.bo)).includes('Mine')], [false, true]);
  assert.ok(!(await names(house.anna)).includes('Mine'));
  for (const [method, end] of [
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/filling'],
  ] as const) {
    assert.equal((await house.ask(house.anna, method, `${path}${end}`, {})).status, 404, method);
  }
  const shared = await house.ask(house.bo, 'PATCH', path, { shared: true });
  assert.deepEqual([shared.body.shared, shared.body.name], [true, 'Mine']);
  assert.ok((await names(house.anna)).includes('Mine'));
});

test('P6: what is being written shows how it would read, and nothing is kept', async () => {
  const { body: lead } = await house.ask(house.anna, 'POST', '/api/leads', { name: 'Łucja <b>' });
  const draft = {
    subject: 'To {{contact.name}}',
    html: '<p>{{contact.firstName}}, {{company.name}}</p><script>',
  };
  const record = { kind: 'lead', id: lead.id };
  const { status, body } = await house.ask(house.bo, 'POST', '/api/email-templates/filling', {
    ...draft,
    record,
  });
  assert.deepEqual(
    [status, body.subject, body.html, body.missing],
    [200, 'To Łucja <b>', '<p>Łucja, {{company.name}}</p>', ['company.name']],
  );
  const unknown = { subject: 'x', html: '{{contact.shoe}}' };
  const refused = await house.ask(house.bo, 'POST', '/api/email-templates/filling', unknown);
  assert.deepEqual([refused.status, refused.body.errors[0].path], [422, 'html']);
  const theirs = await house.ask(house.stranger, 'POST', '/api/email-templates/filling', {
    ...draft,
    record,
  });
  assert.equal(theirs.status, 404);
});

test('P6: written from a company, what stands open is whom it goes to, if the writer may see them', async () => {
  const { body: company } = await house.ask(house.anna, 'POST', '/api/companies', { name: 'Four et fils' });
  const person = { name: 'Hélène Castaing', emails: [{ address: 'helene@four.example' }], jobTitle: 'Chef' };
  const { body: helene } = await house.ask(house.anna, 'POST', '/api/contacts', person);
  const html = '{{contact.firstName}}, {{contact.jobTitle}} of {{company.name}}';
  const record = { kind: 'company', id: company.id };
  const draft = { subject: 'S', html, record, to: 'HELENE@four.example' };
  const fill = async (who: Colleague) =>
    (await house.ask(who, 'POST', '/api/email-templates/filling', draft)).body;
  assert.equal((await fill(house.bo)).html, 'Hélène, Chef of Four et fils');
  const letter = { to: [draft.to], subject: 'S', html };
  const sent = await house.ask(house.bo, 'POST', `/api/companies/${company.id}/emails`, letter);
  assert.equal(sent.body.text, 'Hélène, Chef of Four et fils');
  await house.ask(house.anna, 'PATCH', `/api/contacts/${helene.id}`, { ownerId: house.anna.id });
  assert.deepEqual((await fill(house.bo)).missing, ['contact.firstName', 'contact.jobTitle']);
});

test('P9: a deal everybody sees fills in nothing of a person or company that the writer may not see', async () => {
  const ownerId = house.anna.id;
  const make = async (path: string, given: object) => (await house.ask(house.anna, 'POST', path, given)).body;
  const company = await make('/api/companies', { name: 'Discreet SA', ownerId });
  const hidden = { name: 'Klara Secret', jobTitle: 'Buyer', companyIds: [company.id], ownerId };
  const contact = await make('/api/contacts', hidden);
  const deal = await make('/api/deals', { title: 'Ovens', contactIds: [contact.id], companyId: company.id });
  const draft = {
    subject: 'S',
    html: '{{contact.name}}, {{contact.jobTitle}}, {{company.name}}',
    record: { kind: 'deal', id: deal.id },
  };
  const fill = async (who: Colleague) =>
    (await house.ask(who, 'POST', '/api/email-templates/filling', draft)).body;
  assert.equal((await fill(house.anna)).html, 'Klara Secret, Buyer, Discreet SA');
  assert.deepEqual((await fill(house.bo)).missing, ['contact.name', 'contact.jobTitle', 'company.name']);
  const letter = { to: ['k@one.example'], subject: 'S', html: '{{company.name}}' };
  const sent = await house.ask(house.bo, 'POST', `/api/deals/${deal.id}/emails`, letter);
  assert.deepEqual([sent.status, sent.body.errors[0].path], [422, 'html']);
});

test('five hundred private templates of one member leave room for everybody else', async () => {
  const made = {
    workspace_id: house.bo.workspaceId,
    member_id: house.bo.id,
    created_at: '2026-11-22T00:00:00.000Z',
  };
  const kept = { name: 'Mine', subject: 'S', html: '<p>H</p>', shared: 0, version: 1 } as const;
  await house.platform.db.transact(async (tx) => {
    for (let n = 0; n < 500; n += 1) await insertTemplate(tx, { ...made, ...kept, template_id: newId() });
  });
  const add = async (who: Colleague) =>
    (await house.ask(who, 'POST', '/api/email-templates', { ...TEMPLATE, name: 'One more' })).status;
  assert.deepEqual([await add(house.bo), await add(house.anna)], [422, 201]);
});
