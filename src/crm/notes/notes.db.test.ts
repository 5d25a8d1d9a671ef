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

test('P7: a note has author and time and stands on the timeline; markup in it is written out', async () => {
  const lead = await leadOf();
  const { status, body } = await house.ask(house.bo, 'POST', `${lead}/notes`, {
    html: ' <img src=x onerror="a">\r\nTom & Ève’s \u2028 {{7*7}} ',
  });
  assert.equal(status, 201);
  assert.equal(body.html, '&#60;img src=x onerror=&#34;a&#34;&#62;<br>Tom &#38; Ève’s <br> {{7*7}}');
  const { body: notes } = await house.ask(house.anna, 'GET', `${lead}/notes`);
  assert.deepEqual(notes.items, [{ ...body, by: { kind: 'member', id: house.bo.id, name: 'Bo' } }]);
  const { body: timeline } = await house.ask(house.anna, 'GET', `${lead}/timeline`);
  assert.deepEqual(
    timeline.items.map((item: { kind: string }) => item.kind),
    ['note', 'created'],
  );
  assert.deepEqual(timeline.items[0].record, { kind: 'lead', id: lead.split('/').at(-1) });
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
  for (const html of wrong) {
    const { status } = await house.ask(house.bo, 'POST', `${lead}/notes`, { html });
    assert.equal(status, 422, String(html).slice(0, 20));
  }
  assert.equal((await house.ask(house.bo, 'POST', `${lead}/notes`, { html: 'x', by: 'me' })).status, 422);
  assert.deepEqual((await house.ask(house.bo, 'GET', `${lead}/notes`)).body.items, []);
});
