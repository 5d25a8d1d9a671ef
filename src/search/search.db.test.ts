import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../demo/open-termika.ts';
import { strangerTo } from '../bookings/stranger.test-support.ts';
import type { SearchHit, SearchHits } from './search-fields.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const paris = 'Europe/Paris';
const stranger = await strangerTo(t);

const find = async (q: string, as: Person = anna): Promise<SearchHits & { statements: number }> => {
  const { status, body, statements } = await t.call(
    'GET',
    `/api/search?q=${encodeURIComponent(q)}`,
    undefined,
    as,
  );
  assert.equal(status, 200, JSON.stringify(body));
  return { ...body, statements };
};
const titles = (hits: SearchHit[]): string[] => hits.map(({ title }) => title);
const all = ({ companies, contacts, leads, deals, tickets, ...rest }: SearchHits): string[] =>
  [companies, contacts, leads, deals, tickets, rest.bookings, rest.links, rest.members].flatMap(titles);

const emails = [{ address: 'biuro@piekarnia-lodz.example', primary: true }];
await t.call('POST', '/api/contacts', { name: 'Łucja Świątek', emails });
await t.call('POST', '/api/leads', { name: 'Anaïs Lefèvre', ownerId: anna.id });
await t.call('POST', '/api/leads', { name: '100% Wool_Felt' });
const link = await t.share({ title: 'Ocena pieca', slug: 'ocena-pieca' });
const at = (start: string, name: string) =>
  t.book(link, start, { name, email: 'zosia@zosia.example', timeZone: paris });
await at('2026-12-01T10:00:00Z', 'Zośka Młyn');
await at('2026-11-30T10:00:00Z', 'Zośka Młyn');

test('P10: case and accents are folded (ł = l), addresses are found, and words come in any order', async () => {
  assert.deepEqual(
    await find('lucja swiatek').then(({ contacts }) => contacts[0]!.subtitle),
    emails[0]!.address,
  );
  assert.deepEqual(titles((await find('ŚWIĄTEK łucja')).contacts), ['Łucja Świątek']);
  assert.deepEqual(titles((await find('piekarnia-lodz')).contacts), ['Łucja Świątek']);
  assert.deepEqual(titles((await find('anais')).leads), ['Anaïs Lefèvre']);
  assert.deepEqual(titles((await find('OCENA')).links), ['Ocena pieca']);
  assert.deepEqual(titles((await find('lindqvist')).members), ['Bo Lindqvist']);
});

test('P10: % and _ are letters', async () => {
  assert.deepEqual(titles((await find('100% w')).leads), ['100% Wool_Felt']);
  assert.deepEqual(titles((await find('wool_f')).leads), ['100% Wool_Felt']);
  assert.deepEqual(all(await find('o%f')), []);
  assert.deepEqual(all(await find('   ')), []);
  assert.deepEqual(all(await find("'; drop table leads; --")), []);
});

test('meetings to come stand first, the next before the later, then past ones', async () => {
  const starts = async () => (await find('zoska')).bookings.map(({ start }) => start.slice(5, 10));
  assert.deepEqual(await starts(), ['11-30', '12-01']);
  t.clock.set('2026-11-30T12:00:00Z');
  assert.deepEqual(await starts(), ['12-01', '11-30']);
  const [, past] = (await find('mlyn zoska')).bookings;
  assert.deepEqual([past!.status, past!.title, past!.subtitle], ['completed', 'Ocena pieca', 'Zośka Młyn']);
});

test('P9: what a caller may not see is not found', async () => {
  assert.deepEqual(titles((await find('anais', bo)).leads), []);
  assert.deepEqual(titles((await find('wool', bo)).leads), ['100% Wool_Felt']);
  assert.deepEqual(titles((await find('zoska', bo)).bookings), []);
  for (const word of ['lucja', 'anais', 'zoska', 'ocena', 'lindqvist'])
    assert.deepEqual(all(await find(word, stranger)), [], word);
});

test('a search costs three statements, and finds no more than five of a kind', async () => {
  for (let number = 1; number <= 7; number++) await t.call('POST', '/api/leads', { name: `Piec ${number}` });
  const found = await find('piec');
  assert.deepEqual(titles(found.leads), ['Piec 1', 'Piec 2', 'Piec 3', 'Piec 4', 'Piec 5']);
  assert.equal(found.statements, 3);
  assert.equal((await t.call('GET', '/api/search?q=piec&limit=2')).body.leads.length, 2);
  assert.equal((await t.call('GET', '/api/search')).status, 422);
});
