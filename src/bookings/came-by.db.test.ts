import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';
import { itemsOf, tokenMailedTo, workOff } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const UTM = { source: 'newsletter', medium: 'mail', campaign: 'spring' };
const open = { verification: 'never' };
const called = (word: string) => ({ name: 'Ewa Lis', email: `${word}@came.example` });
const read = async (path: string) => (await t.call('GET', path)).body;

test('what brought a visitor stands on the booking and on the lead it makes, and no mail says it', async () => {
  const link = await t.share(open);
  const { body: booked } = await t.book(link, '2026-12-01T09:00:00Z', called('one'), { utm: UTM });
  const booking = await read(`/api/bookings/${booked.id}`);
  assert.deepEqual(booking.utm, UTM);
  const [lead] = await itemsOf(t, '/api/leads?q=one@came.example');
  assert.deepEqual([lead.utm, lead.source], [UTM, 'Oven tour']);
  await workOff(t);
  for (const mail of await itemsOf(t, '/api/mail'))
    assert.doesNotMatch(JSON.stringify(mail), /newsletter|spring/);
  const without = await t.book(link, '2026-12-01T10:00:00Z', called('none'));
  assert.equal((await read(`/api/bookings/${without.body.id}`)).utm, null);
  assert.deepEqual(
    (await itemsOf(t, '/api/bookings?q=newsletter')).map(({ id }) => id),
    [booked.id],
  );
});

test('E6: it never overwrites what is known of somebody, and nobody changes it', async () => {
  const link = await t.share(open);
  await t.book(link, '2026-12-02T09:00:00Z', called('two'), { utm: UTM });
  await t.book(link, '2026-12-02T10:00:00Z', called('two'), { utm: { source: 'fair' } });
  const [lead] = await itemsOf(t, '/api/leads?q=two@came.example');
  assert.deepEqual(lead.utm, UTM);
  assert.equal((await t.call('PATCH', `/api/leads/${lead.id}`, { utm: null })).status, 422);
  assert.equal((await t.call('PATCH', `/api/leads/${lead.id}`, { phone: '+48 58 555 01 42' })).status, 200);
  assert.deepEqual((await read(`/api/leads/${lead.id}`)).utm, UTM);
});

test('F4: it waits with an address that is not confirmed, and goes with the lead into its contact', async () => {
  const link = await t.share({ verification: 'everyone' });
  await t.book(link, '2026-12-03T09:00:00Z', called('three'), { utm: UTM });
  const [mail] = await itemsOf(t, '/api/mail?to=three@came.example');
  assert.doesNotMatch(JSON.stringify(mail ?? ''), /newsletter/);
  const token = await tokenMailedTo(t, 'three@came.example');
  assert.deepEqual(await itemsOf(t, '/api/leads?q=three@came.example'), []);
  assert.equal((await t.call('POST', `/api/public/bookings/${token}/verification`)).status, 200);
  const [lead] = await itemsOf(t, '/api/leads?q=three@came.example');
  assert.deepEqual(lead.utm, UTM);
  const { body } = await t.call('POST', `/api/leads/${lead.id}/conversion`, {});
  const [kept] = await itemsOf(t, `/api/leads?contactId=${body.contact.id}`);
  assert.deepEqual([kept.status, kept.utm], ['converted', UTM]);
});

test('P10, ABUSE 26: the file of leads says it in words, and no spreadsheet reads them as a formula', async () => {
  const link = await t.share(open);
  const utm = { source: '=HYPERLINK("https://evil.example")', term: '@SUM(1)' };
  await t.book(link, '2026-12-04T09:00:00Z', called('four'), { utm });
  const { body } = await t.call('GET', '/api/leads.csv?q=four@came.example');
  assert.match(body.split('\r\n')[0], /(^|,)utm(,|$)/);
  assert.match(body, /"'=HYPERLINK\(""https:\/\/evil.example""\) \/ @SUM\(1\)"/);
});

test('bad input: what is too long or no text is 422, what is unknown is left out, what steers a screen goes', async () => {
  const link = await t.share(open);
  const book = (utm: unknown) => t.book(link, '2026-12-07T09:00:00Z', called('five'), { utm });
  for (const [path, utm] of [
    ['utm.source', { source: 'x'.repeat(201) }],
    ['utm.term', { term: 7 }],
    ['utm.content', { content: 'a\u0000b' }],
    ['utm', 'newsletter'],
    ['utm', ['newsletter']],
  ] as const) {
    const { status, body } = await book(utm);
    assert.deepEqual([status, body.errors[0].path], [422, path]);
  }
  const odd = { source: 'news\r\nletter\u202e', medium: '', campaign: null, host: 'bo', constructor: 'x' };
  const { status, body } = await book(odd);
  assert.equal(status, 201);
  assert.deepEqual((await read(`/api/bookings/${body.id}`)).utm, { source: 'news letter' });
});

test('B7: a booking keeps the wording that was agreed to, with its number, when the text changes', async () => {
  const keep = { id: 'keep', text: 'We keep your answers.', required: true };
  const link = await t.share({
    ...open,
    consents: [keep, { id: 'news', text: 'The oven letter', required: false }],
  });
  const given = { consents: { keep: true } };
  const { body: first } = await t.book(link, '2026-12-08T09:00:00Z', called('six'), given);
  const text = 'We keep your answers for a year.';
  const changed = await t.call('PATCH', `/api/links/${link.id}`, {
    consents: [{ ...keep, text }],
  });
  assert.deepEqual(changed.body.consentVersions, { keep: 2 });
  const { body: second } = await t.book(link, '2026-12-08T10:00:00Z', called('six'), given);
  assert.deepEqual((await read(`/api/bookings/${first.id}`)).consents, [
    { id: 'keep', text: keep.text, version: 1, given: true },
    { id: 'news', text: 'The oven letter', version: 1, given: false },
  ]);
  const { consents, history } = await read(`/api/bookings/${second.id}`);
  assert.deepEqual(consents, [{ id: 'keep', text, version: 2, given: true }]);
  assert.doesNotMatch(JSON.stringify(history), /We keep/);
  for (const consents of [{}, { keep: false }, { news: true }]) {
    const refused = await t.book(link, '2026-12-08T11:00:00Z', called('six'), { consents });
    assert.deepEqual(refused.body.errors, [{ path: 'consents.keep', message: 'Tick this box to go on.' }]);
  }
});

test('B7: required answers of every kind are asked for by name', async () => {
  const kinds = ['text', 'long-text', 'choice', 'phone', 'checkbox'];
  const questions = kinds.map((kind) => ({
    id: kind,
    label: kind,
    kind,
    required: true,
    ...(kind === 'choice' && { choices: ['Rye', 'Wheat'] }),
  }));
  const link = await t.share({ ...open, questions });
  const book = (answers: object) => t.book(link, '2026-12-09T09:00:00Z', called('seven'), { answers });
  const refused = async (answers: object) =>
    (await book(answers)).body.errors.map(({ path }: { path: string }) => path.replace('answers.', ''));
  assert.deepEqual(await refused({}), kinds);
  assert.deepEqual(
    await refused({ text: ' ', 'long-text': '', choice: null, phone: '', checkbox: false }),
    kinds,
  );
  const right = { text: 'a', 'long-text': 'b\nc', choice: 'Rye', phone: '+48 58 555 01 42', checkbox: true };
  assert.deepEqual(await refused({ ...right, choice: 'Spelt', phone: 'call me' }), ['choice', 'phone']);
  assert.equal((await book(right)).status, 201);
});
