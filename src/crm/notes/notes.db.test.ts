import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

async function leadOf(): Promise<string> {
  const { body } = await house.ask(house.anna, 'POST', '/api/leads', { name: 'Chloé' });
  return `/api/leads/${body.id}`;
}

test('P7: a note has author and time, stands on the timeline and keeps its markup', async () => {
  const lead = await leadOf();
  const html = '<p>Bakes <strong>400</strong> loaves</p><ul><li>Calls on Friday</li></ul>';
  const { status, body, etag } = await house.ask(house.bo, 'POST', `${lead}/notes`, { html });
  assert.deepEqual([status, etag, body.html, body.version], [201, '"1"', html, 1]);
  const { body: notes } = await house.ask(house.anna, 'GET', `${lead}/notes`);
  const by = { kind: 'member', id: house.bo.id, name: 'Bo' };
  assert.deepEqual(notes.items, [{ ...body, by, editedAt: null, editedBy: null }]);
  const { body: timeline } = await house.ask(house.anna, 'GET', `${lead}/timeline`);
  assert.deepEqual(
    timeline.items.map((item: { kind: string }) => item.kind),
    ['note', 'created'],
  );
  const [entry] = timeline.items;
  assert.deepEqual([entry.id, entry.data], [body.id, { html }]);
  assert.deepEqual([entry.record.kind, entry.record.id], ['lead', lead.split('/').at(-1)]);
});

test('ABUSE 23: markup that is not on the list is dropped; plain text keeps its lines', async () => {
  const lead = await leadOf();
  const { body } = await house.ask(house.bo, 'POST', `${lead}/notes`, {
    html: ' <img src=x onerror="a">\r\nTom & Ève’s \u2028 {{7*7}} ',
  });
  assert.equal(body.html, 'Tom &amp; Ève’s <br> {{7*7}}');
  const sent = '<p onclick="a()">x<script>a()</script><a href="javascript:a()">y</a></p>';
  const { body: other } = await house.ask(house.bo, 'POST', `${lead}/notes`, { html: sent });
  assert.equal(other.html, '<p>xy</p>');
});

test('Notes and timelines come page by page, newest first', async () => {
  const lead = await leadOf();
  for (const html of ['one', 'two', 'three']) await house.ask(house.bo, 'POST', `${lead}/notes`, { html });
  const first = await house.ask(house.bo, 'GET', `${lead}/notes?limit=2`);
  const rest = await house.ask(house.bo, 'GET', `${lead}/notes?limit=2&cursor=${first.body.next}`);
  const texts = [...first.body.items, ...rest.body.items].map((note: { html: string }) => note.html);
  assert.deepEqual([texts, rest.body.next], [['three', 'two', 'one'], null]);
  const { body } = await house.ask(house.bo, 'GET', `${lead}/timeline?limit=3`);
  assert.equal(body.items.length, 3);
  assert.notEqual(body.next, null);
  assert.equal((await house.ask(house.bo, 'GET', `${lead}/timeline?cursor=x`)).status, 422);
});

test('An empty, endless or broken note is refused', async () => {
  const lead = await leadOf();
  const wrong = ['', ' \n ', 'x'.repeat(20_001), 'a\u0000b', '\ud800', null, 7, ['x']];
  wrong.push('<p></p>', '<img src=x>', '<script>a()</script>', '<p> <br></p>');
  for (const html of wrong) {
    const { status, body } = await house.ask(house.bo, 'POST', `${lead}/notes`, { html });
    assert.deepEqual([status, body.errors[0].path], [422, 'html'], String(html).slice(0, 20));
  }
  assert.equal((await house.ask(house.bo, 'POST', `${lead}/notes`, { html: 'x', by: 'me' })).status, 422);
  assert.deepEqual((await house.ask(house.bo, 'GET', `${lead}/notes`)).body.items, []);
});

test('P7, P8: notes stand on every kind of record, and what is noted about a deal shows on its company', async () => {
  const make = async (path: string, fields: object): Promise<string> => {
    const { status, body } = await house.ask(house.anna, 'POST', path, fields);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id as string;
  };
  const companyId = await make('/api/companies', { name: 'Four Girard' });
  const records = [
    `/api/companies/${companyId}`,
    `/api/deals/${await make('/api/deals', { title: 'An oven', companyId })}`,
    `/api/tickets/${await make('/api/tickets', { subject: 'The door leaks', companyId })}`,
    `/api/contacts/${await make('/api/contacts', { name: 'Zoé' })}`,
  ];
  for (const record of records) {
    const { status, body } = await house.ask(house.bo, 'POST', `${record}/notes`, {
      html: `<p>${record}</p>`,
    });
    assert.equal(status, 201, record);
    assert.equal(
      (await house.ask(house.bo, 'PATCH', `${record}/notes/${body.id}`, { html: 'x' })).status,
      200,
    );
    assert.equal((await house.ask(house.bo, 'GET', `${record}/notes`)).body.items[0].html, 'x');
    assert.equal((await house.ask(house.stranger, 'GET', `${record}/notes`)).status, 404);
  }
  const { body } = await house.ask(house.bo, 'GET', `/api/companies/${companyId}/timeline`);
  const noted = body.items.filter(({ kind }: { kind: string }) => kind === 'note');
  assert.deepEqual(
    noted.map(({ record }: { record: { kind: string } }) => record.kind),
    ['ticket', 'deal', 'company'],
  );
});
