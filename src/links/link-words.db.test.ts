import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const plain = { kind: 'personal', title: 'Oven tour', timeZone: 'Europe/Paris', hostIds: [t.anna.id] };

for (const redirectUrl of [
  'javascript:alert(1)',
  '//evil.example',
  'http://termika.example',
  'https:evil.example',
  'https:/evil.example',
  'https://',
  'https:\\\\evil.example',
  'https://termika.example\\@evil.example',
  'https://termika.example@evil.example',
  'https://:secret@evil.example',
  'https:///evil.example',
  'https://termika.example/\r\nSet-Cookie: a=b',
  'ht\ntps://evil.example',
  ' https://evil.example',
  'data:text/html,hello',
  `https://termika.example/${'x'.repeat(2000)}`,
]) {
  test(`ABUSE 28: nobody is sent on to ${JSON.stringify(redirectUrl.slice(0, 50))}`, async () => {
    const { status, body } = await t.call('POST', '/api/links', { ...plain, redirectUrl });
    assert.deepEqual([status, body.errors?.[0]?.path], [422, 'redirectUrl']);
  });
}

test('ABUSE 27: odd JSON is refused or nothing: prototypes, duplicate keys, huge numbers, deep nests', async () => {
  const raw = (more: string) =>
    t.call('POST', '/api/links', `{"kind":"personal","title":"Odd","timeZone":"Europe/Paris",${more}}`);
  const host = `"hostIds":["${t.anna.id}"]`;
  for (const more of [
    `${host},"minimumNoticeMinutes":1e999`,
    `${host},"weights":{"constructor":1}`,
    `${host},"__proto__":{"active":false}`,
    `${host},"constructor":{"prototype":{}}`,
    `${host},"description":${'['.repeat(5000)}${']'.repeat(5000)}`,
    `${host},"title":{"$ne":1}`,
    `"hostIds":{"length":1,"0":"${t.anna.id}"}`,
  ]) {
    const { status } = await raw(more);
    assert.ok(status === 422 || status === 400, `${more.slice(0, 60)} → ${status}`);
  }
});

test('ABUSE 27: what a list is asked for is literal', async () => {
  await t.share({ title: 'Four à 100 %' });
  for (const [q, found] of [
    ['%', 1],
    ['_', 0],
    ["' OR 1=1--", 0],
    ['FOUR A', 1],
  ] as const) {
    const { body } = await t.call('GET', `/api/links?q=${encodeURIComponent(q)}`);
    assert.equal(body.items.length, found, q);
  }
  for (const query of ['kind=odd', 'limit=0', 'limit=201', 'cursor=!', 'ownerId=anna', 'active=1']) {
    assert.equal((await t.call('GET', `/api/links?${query}`)).status, 422, query);
  }
});

test('ABUSE 23: markup in every text stays literal text', async () => {
  const evil = '"><svg/onload=alert(1)>{{7*7}}<img src=x onerror=alert(1)>';
  const { body } = await t.call('POST', '/api/links', {
    ...plain,
    title: evil,
    description: evil,
    footer: evil,
    location: { kind: 'address', value: evil },
    questions: [{ id: 'q', label: evil, kind: 'choice', choices: [evil] }],
    consents: [{ id: 'c', text: evil, required: true }],
  });
  assert.match(body.slug, /^[a-z0-9-]+$/);
  const { headers, body: page } = await t.call('GET', `/api/public/termika/${body.slug}`);
  assert.match(headers.get('content-type') ?? '', /^application\/json/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.deepEqual([page.title, page.description, page.footer], [evil, evil, evil]);
  assert.deepEqual([page.questions[0].label, page.questions[0].choices], [evil, [evil]]);
  assert.equal(page.consents[0].text, evil);
});
