import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { sealContact } from '#bookings/owner-first/contact-token.ts';
import { workOff } from '../bookings/happenings.test-support.ts';
import { daysOn, hiddenFields, openPages, startsOn, typedIn, wordsOf } from './open-pages.test-support.ts';
import type { Fields, Pages } from './open-pages.test-support.ts';

let house: Pages;
/** Chloé's token for a link: mailed to her by a colleague, and typed by somebody who says so. */
let token: (slug: string, proof?: 'sent' | 'typed') => string;

const { chloe } = visitors;
const AWAY = { from: '2026-11-23', to: '2026-11-27', reason: 'Walking' };
const THEN = { from: '2026-11-23', to: '2026-12-04' };
const SETTINGS = {
  strict: { ownerFirst: 'strict', horizon: THEN },
  full: { ownerFirst: 'strict', horizon: { from: AWAY.from, to: AWAY.to } },
  ladder: { ownerFirst: 'ladder', ladderDays: 3, horizon: THEN },
  'ladder-full': { ownerFirst: 'ladder', ladderDays: 3, horizon: { from: AWAY.from, to: AWAY.to } },
  asked: { ownerFirst: 'strict', identify: 'email', horizon: THEN },
};

/** Chloé is Bo's; Bo is away this week. */
before(async () => {
  house = await openPages();
  const { anna, bo, workspaceId, platform } = house;
  const emails = [{ address: chloe.email, primary: true }];
  const contact = await house.call('POST', '/api/contacts', { name: chloe.name, emails, ownerId: bo.id });
  assert.equal(contact.status, 201, JSON.stringify(contact.body));
  assert.equal((await house.call('POST', `/api/members/${bo.id}/absences`, AWAY)).status, 201);
  const ids = new Map<string, string>();
  for (const [slug, settings] of Object.entries(SETTINGS)) {
    const link = { slug, kind: 'round-robin', hostIds: [anna.id, bo.id], ...settings };
    ids.set(slug, (await house.share(link)).id);
  }
  const person = { kind: 'contact' as const, id: contact.body.id };
  token = (slug, proof = 'sent') => {
    const words = { proof, email: chloe.email, record: person, person };
    return sealContact(platform, { workspaceId, id: ids.get(slug)! }, words);
  };
});
after(() => house.close());

const at = (slug: string, query: Fields = {}) => `/termika/${slug}?${new URLSearchParams(query)}`;
const linksOn = (html: string): string[] =>
  [...html.matchAll(/(?:href|action)="(\/termika\/[^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
/** What is new on every page, whoever asks. */
const withoutOnce = (html: string): string =>
  html.replaceAll(/(nonce|name="(?:key|form)" value)="[^"]*"/g, '$1=""');

test('C2.1: a mailed link shows the times of the visitor’s own contact, by name; a stranger’s shows everybody’s', async () => {
  const own = await house.visit(at('strict', { c: token('strict') }));
  assert.deepEqual(daysOn(own.html)[0], '2026-11-30', 'Bo is back then');
  assert.match(wordsOf(own.html), /Times of Bo Lindqvist , your usual contact/);
  assert.match(own.html, /class="face">B</);
  assert.match(own.html, /content="noindex"/, 'no search engine keeps somebody’s own address');
  const strange = await house.visit(at('strict'));
  assert.doesNotMatch(strange.html, /noindex/);
  assert.deepEqual(daysOn(strange.html)[0], '2026-11-23');
  assert.doesNotMatch(wordsOf(strange.html), /usual contact|Bo |Anna/);
});

test('C4: the token goes with every link, language, zone and form of the page, and the choice with it', async () => {
  const asked: Fields[] = [{}, { zones: '1' }, { start: '2026-11-30T09:00:00Z' }, { day: '2026-12-01' }];
  for (const query of asked) {
    const c = token('ladder');
    const { html } = await house.visit(at('ladder', { c, who: 'owner', ...query }));
    // “Not you?” alone leaves it behind.
    const own = html.replace(/<a class="link small"[^>]*>Not you\?<\/a>/, '');
    const addresses = linksOn(own).filter((address) => address.includes('?'));
    assert.ok(addresses.length > 2, JSON.stringify(query));
    for (const address of addresses) {
      const carried = new URLSearchParams(address.split('?')[1]);
      assert.equal(carried.get('c'), c, address);
      if (!address.includes('who=first')) assert.equal(carried.get('who'), 'owner', address);
    }
    const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
    for (const form of forms) assert.ok(form.includes(`name="c" value="${c}"`), JSON.stringify(query));
    for (const form of forms) assert.match(form, /name="who" value="owner"/);
  }
});

test('C4: a mailed link knows its visitor, who may change what it says; a typed address says no name', async () => {
  const start = '2026-11-30T09:00:00Z';
  const sent = await house.visit(at('strict', { c: token('strict'), start }));
  assert.equal(typedIn(sent.html, 'name'), chloe.name);
  assert.equal(typedIn(sent.html, 'email'), chloe.email);
  const typed = await house.visit(at('asked', { c: token('asked', 'typed'), start }));
  assert.equal(typedIn(typed.html, 'name'), '');
  assert.equal(typedIn(typed.html, 'email'), chloe.email);
  const wrong = await house.send('/termika/strict', { ...hiddenFields(sent.html), name: 'C.', email: 'x' });
  assert.equal(typedIn(wrong.html, 'name'), 'C.');
  assert.equal(typedIn(wrong.html, 'email'), 'x');
});

test('C2, C6: the visitor books with their own contact, and the page says with whom', async () => {
  const c = token('strict');
  const start = '2026-11-30T09:00:00Z';
  const done = await house.bookOnPage(`/termika/strict?c=${c}`, start, {
    name: chloe.name,
    email: chloe.email,
  });
  assert.equal(done.status, 303, wordsOf(done.html));
  const { body } = await house.call('GET', '/api/bookings');
  assert.deepEqual(body.items[0].hostIds, [house.bo.id]);
  assert.match(wordsOf((await house.visit(done.location)).html), /With Bo Lindqvist/);
  const path = done.location.split('?')[0]!;
  await house.send(`${path}/cancellation`, {});
  const [again = ''] = linksOn((await house.visit(path)).html);
  assert.match(wordsOf((await house.visit(again)).html), /Times of Bo Lindqvist/, 'and so after cancelling');
});

test('C5: whoever books without a token is not told who holds the meeting, on no page of it', async () => {
  for (const [email, start] of [
    [chloe.email, '2026-11-30T10:00:00Z'],
    [visitors.marek.email, '2026-11-30T11:00:00Z'],
  ] as const) {
    const done = await house.bookOnPage('/termika/strict', start, { name: 'Somebody', email });
    assert.equal(done.status, 303, wordsOf(done.html));
    const path = done.location.split('?')[0]!;
    for (const page of [done.location, path, `${path}?step=reschedule`, `${path}?moved=1`]) {
      const { html } = await house.visit(page);
      assert.doesNotMatch(wordsOf(html), /Bo |Lindqvist|Anna|Nowak/, page);
    }
  }
  const { body } = await house.call('GET', `/api/bookings?q=${chloe.email}`);
  const hosts = body.items.map((one: { hostIds: string[] }) => one.hostIds);
  assert.deepEqual(hosts, [[house.bo.id], [house.bo.id]], 'it is the owner’s all the same');
});

test('C5: without a token, or with one that is no good, everybody gets the same page to the last sign', async () => {
  for (const slug of ['strict', 'ladder', 'asked']) {
    const [one, other] = [await house.visit(at(slug)), await house.visit(at(slug))];
    assert.equal(withoutOnce(one.html), withoutOnce(other.html));
    assert.equal(one.html.length, other.html.length);
    for (const c of ['x', token('strict').slice(0, -2), token(slug === 'full' ? 'strict' : 'full')]) {
      const bad = await house.visit(at(slug, { c }));
      assert.equal(wordsOf(bad.html), wordsOf(one.html), slug);
      assert.deepEqual(startsOn(bad.html), startsOn(one.html));
    }
  }
});

test('C2.2: no free time is no blank calendar: the contact can be written to, once, and their address stays theirs', async () => {
  const c = token('full');
  const full = await house.visit(at('full', { c, language: 'en' }));
  assert.equal(full.status, 200);
  assert.match(wordsOf(full.html), /Bo Lindqvist has no free time at the moment/);
  assert.match(wordsOf(full.html), /Write to Bo Lindqvist/);
  assert.deepEqual(daysOn(full.html), []);
  assert.equal(typedIn(full.html, 'name'), chloe.name);
  const form = { ...hiddenFields(full.html), name: chloe.name, text: 'Our oven is cold.\nPlease call.' };
  const early = await house.send('/termika/full', form);
  assert.equal(early.status, 422);
  assert.match(wordsOf(early.html), /Please press once more/);
  assert.equal(typedIn(early.html, 'text'), form.text);
  house.clock.advance(1);
  const empty = await house.send('/termika/full', { ...form, name: '', text: ' ' });
  assert.equal(empty.status, 422);
  assert.match(wordsOf(empty.html), /2 things to put right Write your name Write your message/);
  const long = await house.send('/termika/full', { ...form, text: 'o'.repeat(20_000) });
  assert.match(wordsOf(long.html), /too long/);
  assert.equal(hiddenFields(long.html).c, c);
  for (const _ of ['first', 'pressed twice']) {
    const sent = await house.send('/termika/full', form);
    assert.equal(sent.status, 200, wordsOf(sent.html));
    assert.match(wordsOf(sent.html), /Message sent Bo Lindqvist gets it\./);
  }
  assert.equal((await mailsTo(house.bo.email)).filter(({ text }) => text.includes('oven is cold')).length, 1);
});

test('ABUSE 14: a robot’s message is dropped, and one of a page that we never made is not sent', async () => {
  const before = (await mailsTo(house.bo.email)).length;
  const { html } = await house.visit(at('full', { c: token('full') }));
  const form = { ...hiddenFields(html), name: 'Chloé', text: 'Buy ovens' };
  house.clock.advance(1);
  assert.equal((await house.send('/termika/full', { ...form, company_website: 'x' })).status, 303);
  assert.equal((await house.send('/termika/full', { ...form, form: 'made-up' })).status, 422);
  assert.equal((await house.send('/termika/full', { ...form, key: 'another' })).status, 422);
  const stranger = await house.send('/termika/full', { ...form, c: 'x' });
  assert.equal(stranger.status, 303, 'nobody knows whom to write to');
  assert.equal((await mailsTo(house.bo.email)).length, before);
});

test('C3: the ladder says whose times these are, and the visitor may wait or take the first free', async () => {
  const c = token('ladder');
  const climbed = await house.visit(at('ladder', { c }));
  assert.match(
    wordsOf(climbed.html),
    /Bo Lindqvist has nothing free within 3 working days\. These are times of everyone/,
  );
  assert.equal(daysOn(climbed.html)[0], '2026-11-23');
  const ways = linksOn(climbed.html).filter((address) => address.includes('who='));
  assert.equal(ways.length, 2);
  const wait = await house.visit(ways.find((way) => way.includes('who=owner'))!);
  assert.match(wordsOf(wait.html), /Times of Bo Lindqvist/);
  assert.equal(daysOn(wait.html)[0], '2026-11-30');
  assert.match(wait.html, /aria-current="true"\s*>Wait for my usual contact/);
  const first = await house.visit(ways.find((way) => way.includes('who=first'))!);
  assert.match(wordsOf(first.html), /The first free times/);
  assert.equal(daysOn(first.html)[0], '2026-11-23');
  const full = await house.visit(at('ladder-full', { c: token('ladder-full'), who: 'owner' }));
  assert.match(wordsOf(full.html), /has no free time at the moment .*Take the first free/);
});

test('C4: a link that asks for the e-mail shows no time before it, and goes on with a token, never the address', async () => {
  const page = await house.visit(at('asked', { timeZone: 'Europe/Warsaw', language: 'en' }));
  assert.match(wordsOf(page.html), /Your e-mail address first/);
  assert.deepEqual(startsOn(page.html), []);
  const form = hiddenFields(page.html);
  const early = await house.send('/termika/asked', { ...form, email: chloe.email });
  assert.equal(early.status, 422);
  assert.equal(typedIn(early.html, 'email'), chloe.email);
  house.clock.advance(1);
  for (const email of ['', 'chloe', 'a@x,b@y.example', 'eve@x.example\r\nBcc: z@x.example']) {
    const wrong = await house.send('/termika/asked', { ...form, email });
    assert.equal(wrong.status, 422, email);
    assert.match(wrong.html, /id="f-email-wrong"/);
  }
  const known = await house.send('/termika/asked', { ...form, email: ` ${chloe.email.toUpperCase()} ` });
  const unknown = await house.send('/termika/asked', { ...form, email: visitors.marek.email });
  for (const { status, location } of [known, unknown]) {
    assert.equal(status, 303);
    assert.match(location, /c=[\w-]{100,}/);
    assert.match(location, /timeZone=Europe\/Warsaw/);
    assert.doesNotMatch(location, /@|%40|girard|zielinski/i);
  }
  assert.equal(known.location.length, unknown.location.length);
  const own = await house.visit(known.location);
  assert.match(wordsOf(own.html), /Times of your usual contact/);
  assert.doesNotMatch(wordsOf(own.html), /Bo |Lindqvist|Chloé/);
  assert.equal(daysOn(own.html)[0], '2026-11-30');
  const strange = await house.visit(unknown.location);
  assert.equal(daysOn(strange.html)[0], '2026-11-23');
});

async function mailsTo(address: string): Promise<{ text: string }[]> {
  await workOff(house);
  return (await house.call('GET', `/api/mail?to=${encodeURIComponent(address)}`)).body.items;
}
