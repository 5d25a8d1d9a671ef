import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { members, PASSWORD, visitors } from '../../demo/cast.ts';
import { sealContact } from '#bookings/owner-first/contact-token.ts';
import {
  hiddenFields,
  openPages,
  startsOn,
  typedIn,
  wordsOf,
  type Pages,
} from './open-pages.test-support.ts';
import { asVisitorsSee, lookAt } from './previews.test-support.ts';

const BANNER = /Preview\. Nothing can be booked here\./;
let house: Pages;

before(async () => {
  house = await openPages();
});
after(() => house.close());

const look = (id: string, query?: Record<string, string>) => lookAt(house, id, query);
const post = (id: string, fields: Record<string, string>) =>
  house.call('POST', `/admin/preview/${id}`, new URLSearchParams(fields).toString(), undefined, {
    'content-type': 'application/x-www-form-urlencoded',
  });

test('L2: the preview is the public page, month, day, times and form, with a banner and within its own address', async () => {
  const link = await house.share({ durationsMinutes: [30, 60], footer: 'Ring the bell.' });
  const queries: Record<string, string>[] = [
    {},
    { month: '2026-12', day: '2026-12-03', timeZone: 'Asia/Kolkata' },
    { duration: '60', zones: '1' },
    { start: '2026-12-01T09:00:00Z', language: 'pl' },
  ];
  for (const query of queries) {
    const shown = await look(link.id, query);
    const open = await house.visit(`/termika/${link.slug}?${new URLSearchParams(query)}`);
    assert.equal(asVisitorsSee(shown.html, link), asVisitorsSee(open.html, link));
    assert.match(shown.html, /<aside class="preview" aria-label="/);
    assert.doesNotMatch(shown.html, /(?:href|action)="\/termika/, 'nothing leads out of the preview');
  }
  assert.match(wordsOf((await look(link.id)).html), BANNER);
  assert.match(
    wordsOf((await look(link.id, { language: 'pl' })).html),
    /Tutaj niczego nie można zarezerwować/,
  );
  assert.match(wordsOf((await look(link.id, { language: 'fr' })).html), /Rien ne peut être réservé ici/);
});

test('L2: no engine lists a preview, no other site frames it, ours may', async () => {
  const link = await house.share({});
  const { headers, html } = await look(link.id);
  assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'self'$/);
  assert.equal(headers.get('x-frame-options'), 'SAMEORIGIN');
  assert.equal(headers.get('x-robots-tag'), 'noindex');
  assert.match(html, /<meta name="robots" content="noindex"/);
  const open = await house.visit(`/termika/${link.slug}`);
  assert.match(open.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  assert.doesNotMatch(open.html, /noindex|class="preview"/);
});

test('L2: a form sent in a preview books nothing, mails nobody, uses no key, and keeps what was typed', async () => {
  const link = await house.share({ slug: 'sent' });
  const form = await look(link.id, { start: '2026-12-01T09:00:00Z' });
  const typed = { name: 'Chloé Girard', email: 'chloe@girard-pains.example', notes: 'Two ovens' };
  house.clock.advance(1);
  const fields = { ...hiddenFields(form.html), ...typed };
  const before = await everything();
  const answer = await post(link.id, fields);
  assert.equal(answer.status, 200);
  assert.match(wordsOf(answer.body), /Preview\. Nothing can be booked here\..*Nothing was booked/);
  assert.match(answer.body, /role="alert"/);
  assert.equal(typedIn(answer.body, 'name'), typed.name);
  assert.equal(typedIn(answer.body, 'notes'), typed.notes);
  assert.deepEqual(await everything(), before);
  // The key of that form is still good for the real page.
  const real = await house.send('/termika/sent', fields);
  assert.equal(real.status, 303, wordsOf(real.html));
});

/** What a booking would leave behind. */
async function everything(): Promise<unknown> {
  const db = house.platform.db.read;
  const tables = ['bookings', 'leads', 'mails', 'idempotency_keys', 'outbox', 'claims'] as const;
  const counts = tables.map((name) =>
    db
      .selectFrom(name as 'bookings')
      .select((is) => is.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow(),
  );
  return (await Promise.all(counts)).map(({ rows }) => rows);
}

test('L2: a form that cannot be read, or one of a page that has no form, leads back to the month', async () => {
  const link = await house.share({});
  for (const fields of [{}, { start: 'soon' }, { start: '2026-12-01T09:00:00Z', timeZone: 'Mars/Base' }]) {
    const answer = await post(link.id, fields as Record<string, string>);
    assert.ok([200, 422].includes(answer.status), JSON.stringify(fields));
    assert.match(answer.body, BANNER);
  }
  assert.equal((await house.call('POST', `/admin/preview/${link.id}`, { start: 'x' })).status, 415);
});

test('L2: what is no link has no preview, and no form of one', async () => {
  for (const id of ['%00', '\u00e9', 'x', '018f0000-0000-7000-8000-000000000000']) {
    assert.equal((await look(id)).status, 404, id);
    assert.equal((await post(id, {})).status, 404, id);
  }
});

test('L2: a link that is off has its preview, and the banner says what visitors read', async () => {
  const link = await house.share({ active: false });
  const { status, html } = await look(link.id);
  assert.equal(status, 200);
  assert.ok(startsOn(html).length > 0);
  assert.match(wordsOf(html), /This link is switched off: visitors read that it is no longer bookable\./);
  assert.equal((await house.visit(`/termika/${link.slug}`)).status, 410);
});

test('L3: specific times have their preview, passed ones said to be so', async () => {
  const times = [{ start: '2026-12-02T10:00:00Z', end: '2026-12-02T10:45:00Z' }];
  const link = await house.share({ kind: 'specific-times', times, hours: undefined });
  assert.deepEqual(startsOn((await look(link.id)).html), ['2026-12-02T10:00:00Z']);
});

test('L2: where owners come first the preview is a stranger’s, whatever token is asked with', async () => {
  const link = await house.share({
    kind: 'round-robin',
    hostIds: [house.anna.id, house.bo.id],
    ownerFirst: 'strict',
  });
  const plain = await look(link.id);
  const { chloe } = visitors;
  const emails = [{ address: chloe.email, primary: true }];
  const made = await house.call('POST', '/api/contacts', { name: chloe.name, emails, ownerId: house.bo.id });
  const person = { kind: 'contact' as const, id: made.body.id as string };
  const words = { proof: 'sent' as const, email: chloe.email, record: person, person };
  const c = sealContact(house.platform, { workspaceId: house.workspaceId, id: link.id }, words);
  const open = await house.visit(`/termika/${link.slug}?${new URLSearchParams({ c })}`);
  assert.match(wordsOf(open.html), /your usual contact/);
  const known = await look(link.id, { c });
  assert.equal(wordsOf(known.html), wordsOf(plain.html));
  assert.deepEqual(startsOn(known.html), startsOn(plain.html));
});

test('C4: the page that asks for the address leads on in the preview as it does for visitors', async () => {
  const link = await house.share({
    kind: 'round-robin',
    hostIds: [house.anna.id, house.bo.id],
    ownerFirst: 'strict',
    identify: 'email',
  });
  const first = await look(link.id);
  assert.deepEqual(startsOn(first.html), []);
  house.clock.advance(1);
  const sent = await post(link.id, { ...hiddenFields(first.html), email: 'nobody@known.example' });
  assert.equal(sent.status, 303);
  const next = sent.headers.get('location') ?? '';
  assert.ok(next.startsWith(`/admin/preview/${link.id}?`), next);
  const times = await look(link.id, Object.fromEntries(new URLSearchParams(next.split('?')[1])));
  assert.ok(startsOn(times.html).length > 0);
});

test('N3: every member may look; whoever is not signed in signs in first; unknown and deleted links are 404', async () => {
  const link = await house.share({});
  const path = `/admin/preview/${link.id}`;
  assert.equal((await house.call('GET', path, undefined, house.bo)).status, 200);
  const stranger = await house.call('GET', path, undefined, null);
  assert.equal(stranger.status, 303);
  assert.equal(stranger.headers.get('location'), `/sign-in?next=${encodeURIComponent(path)}`);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal((await house.call('POST', path, 'start=x', null, form)).status, 404);
  for (const id of ['none', '01890000-0000-7000-8000-000000000000'])
    assert.equal((await look(id)).status, 404, id);
  await house.call('DELETE', `/api/links/${link.id}`);
  assert.equal((await look(link.id)).status, 404);
});

test('a preview is shown to the cookie of the app too, and a form of another site is refused', async () => {
  const link = await house.share({});
  const signIn = { email: members.anna.email, password: PASSWORD };
  const origin = { origin: 'http://127.0.0.1:3000' };
  const { headers } = await house.call('POST', '/api/auth/sign-in/email', signIn, null, origin);
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const path = `/admin/preview/${link.id}`;
  assert.equal((await house.call('GET', path, undefined, null, { cookie })).status, 200);
  const form = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
  const send = (from: string) => house.call('POST', path, 'start=x', null, { ...form, origin: from });
  assert.equal((await send('https://elsewhere.example')).status, 403);
  assert.notEqual((await send(origin.origin)).status, 403);
});
