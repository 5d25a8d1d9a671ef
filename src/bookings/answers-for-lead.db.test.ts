import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const fields: Record<string, string> = {};

before(async () => {
  const choices = [{ label: 'Deck oven' }, { label: 'Łopata' }];
  for (const [label, type, more] of [
    ['Ovens', 'number', {}],
    ['Opens', 'date', {}],
    ['Shop', 'link', {}],
    ['Note', 'text', {}],
    ['Wants', 'choice', { choices }],
    ['Has', 'multi-choice', { choices }],
    ['Franchise', 'checkbox', {}],
  ] as const) {
    const given = { kind: 'lead', label, type, ...more };
    const { status, body } = await t.call('POST', '/api/custom-fields', given);
    assert.equal(status, 201, JSON.stringify(body));
    fields[label] = body.id;
  }
});

const question = (id: string, kind: string, more: object = {}) => ({
  id,
  label: id,
  kind,
  required: false,
  field: `custom.${id}`,
  ...more,
});
const choices = ['Deck oven', 'Łopata', 'Something else'];
const QUESTIONS = [
  question('ovens', 'text'),
  question('opens', 'text'),
  question('shop', 'text'),
  question('note', 'long-text'),
  question('wants', 'choice', { choices }),
  question('has', 'choice', { choices }),
  question('franchise', 'checkbox'),
];

async function bookWith(answers: object, email: string, start: string) {
  const link = await t.share({ questions: QUESTIONS });
  const visitor = { name: 'Zofia', email };
  const booked = await t.book(link, start, visitor, { answers });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  const { body } = await t.call('GET', `/api/bookings/${booked.body.id}`);
  const { body: lead } = await t.call('GET', `/api/leads/${body.party.id}`);
  return { link, booking: body, lead };
}

test('B7: answers fill the own fields of a new lead, each read as its type is written', async () => {
  const answers = {
    ovens: '1 200,5',
    opens: '1.3.2027',
    shop: 'zofia.example',
    note: 'Two\nrooms',
    wants: 'Łopata',
    has: 'Deck oven',
    franchise: true,
  };
  const { lead, booking, link } = await bookWith(answers, 'zofia@new.example', '2026-12-01T08:00:00Z');
  assert.deepEqual(lead.custom, {
    ovens: 1200.5,
    opens: '2027-03-01',
    shop: 'https://zofia.example',
    note: 'Two\nrooms',
    wants: 'lopata',
    has: ['deck-oven'],
    franchise: true,
  });
  assert.equal(booking.answers.length, 7, 'the booking keeps what was typed');
  const filter = JSON.stringify([{ field: 'custom.has', is: 'is', value: 'deck-oven' }]);
  const { body: list } = await t.call('GET', `/api/leads?${new URLSearchParams({ filter })}`);
  assert.deepEqual(
    list.items.map(({ id }: { id: string }) => id),
    [lead.id],
  );
  const page = await t.call('GET', link.path);
  assert.ok(!JSON.stringify(page.body).includes('custom.'), 'visitors are not told where it goes');
});

test('E6: an answer that its field does not take refuses nobody: it stays on the booking', async () => {
  const answers = {
    ovens: 'several',
    opens: '31.2.2027',
    shop: 'javascript:alert(1)',
    note: 'x'.repeat(3_000),
    wants: 'Something else',
    has: 'Łopata',
  };
  const { lead, booking } = await bookWith(answers, 'ewa@new.example', '2026-12-01T09:00:00Z');
  assert.deepEqual(lead.custom, { has: ['lopata'] });
  assert.deepEqual(
    booking.answers.map(({ id, value }: { id: string; value: string }) => [id, value]),
    Object.entries(answers),
  );
});

test('E6: what a visitor typed never overwrites a lead that is known, nor fills it', async () => {
  const emails = [{ address: 'ola@known.example', primary: true }];
  const given = { name: 'Ola', emails, custom: { ovens: 3 } };
  const { body: known } = await t.call('POST', '/api/leads', given);
  const answers = { ovens: '9', note: 'hello' };
  const { lead } = await bookWith(answers, 'ola@known.example', '2026-12-01T10:00:00Z');
  assert.deepEqual([lead.id, lead.custom], [known.id, { ovens: 3 }]);
});

test('B7: a question asks for a field that leads have, in a way that fits it', async () => {
  const link = { kind: 'personal', title: 'Visit', timeZone: 'Europe/Paris', hostIds: [t.anna.id] };
  const wrong = [
    [question('none', 'text'), 'questions.0.field'],
    [question('ovens', 'checkbox'), 'questions.0.kind'],
    [question('franchise', 'text'), 'questions.0.kind'],
    [question('wants', 'text'), 'questions.0.kind'],
    [{ ...question('ovens', 'text'), field: 'custom.' }, 'questions.0.field'],
    [{ ...question('ovens', 'text'), field: 'custom.a b' }, 'questions.0.field'],
    [{ ...question('ovens', 'text'), field: 'ownerId' }, 'questions.0.field'],
  ] as const;
  for (const [one, path] of wrong) {
    const { status, body } = await t.call('POST', '/api/links', { ...link, questions: [one] });
    assert.deepEqual([status, body.errors?.[0].path], [422, path], JSON.stringify(one));
  }
  const company = { kind: 'company', label: 'Turnover', type: 'text' };
  await t.call('POST', '/api/custom-fields', company);
  const { status } = await t.call('POST', '/api/links', {
    ...link,
    questions: [question('turnover', 'text')],
  });
  assert.equal(status, 422, 'a field of companies is none of leads');
});

test('B7: a field in the trash breaks neither the links that ask for it nor who answers', async () => {
  const link = await t.share({ questions: QUESTIONS });
  assert.equal((await t.call('DELETE', `/api/custom-fields/${fields['Note']}`)).status, 204);
  const title = await t.call('PATCH', `/api/links/${link.id}`, { title: 'Other', questions: QUESTIONS });
  assert.equal(title.status, 200, JSON.stringify(title.body));
  const visitor = { name: 'Iga', email: 'iga@new.example' };
  const answers = { note: 'lost?', ovens: '2' };
  const booked = await t.book(link, '2026-12-02T08:00:00Z', visitor, { answers });
  assert.equal(booked.status, 201);
  const { body } = await t.call('GET', `/api/bookings/${booked.body.id}`);
  const { body: lead } = await t.call('GET', `/api/leads/${body.party.id}`);
  assert.deepEqual(lead.custom, { ovens: 2 });
  assert.equal(body.answers[1].value, 'lost?');
});
