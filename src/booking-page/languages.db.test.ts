import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPages, wordsOf, type Pages } from './open-pages.test-support.ts';

let house: Pages;

before(async () => {
  house = await openPages();
  await house.share({ slug: 'tour' });
  await house.share({ slug: 'visite', title: 'Visite', language: 'fr' });
});
after(() => house.close());

const langOf = (html: string): string => /<html lang="(\w+)"/.exec(html)?.[1] ?? '';

test('the page speaks the visitor’s language, with their clock and their first day of the week', async () => {
  const french = await house.visit('/termika/tour', { language: 'fr-FR,fr;q=0.9,en;q=0.8' });
  assert.equal(langOf(french.html), 'fr');
  assert.match(wordsOf(french.html), /novembre 2026 lun\. mar\./);
  const polish = await house.visit('/termika/tour', { language: 'pl' });
  assert.equal(langOf(polish.html), 'pl');
  assert.match(wordsOf(polish.html), /listopad 2026/i);
  const american = await house.visit('/termika/tour', { language: 'en-US' });
  assert.match(wordsOf(american.html), /Sun Mon Tue.*9:00 am/i);
  const british = await house.visit('/termika/tour', { language: 'en-GB' });
  assert.match(wordsOf(british.html), /Mon Tue Wed.* 09:00 /);
});

test('a language we do not speak gets the next best, then English', async () => {
  assert.equal(langOf((await house.visit('/termika/tour', { language: 'de,pl;q=0.5' })).html), 'pl');
  assert.equal(langOf((await house.visit('/termika/tour', { language: 'ja' })).html), 'en');
  assert.equal(
    langOf((await house.visit('/termika/tour', { language: ';;;q=x,\u00e9'.repeat(200) })).html),
    'en',
  );
});

test('?language= wins over the browser, and is kept from page to page', async () => {
  const page = await house.visit('/termika/tour?language=pl', { language: 'fr' });
  assert.equal(langOf(page.html), 'pl');
  const links = page.html.match(/href="\/termika\/tour[^"]*"/g) ?? [];
  const own = links.filter((link) => !/language=(en|fr)/.test(link));
  assert.ok(own.length > 20);
  for (const link of own) assert.match(link, /language=pl/);
  const zones = await house.visit('/termika/tour?language=pl&zones=1');
  assert.match(zones.html, /<input type="hidden" name="language" value="pl"/, 'the zone form keeps it too');
});

test('B7: a link’s own language wins over the browser; the visitor may still choose', async () => {
  assert.equal(langOf((await house.visit('/termika/visite', { language: 'pl' })).html), 'fr');
  assert.equal(langOf((await house.visit('/termika/visite?language=en', { language: 'pl' })).html), 'en');
  assert.equal(langOf((await house.visit('/termika/visite?language=xx', { language: 'pl' })).html), 'fr');
});

test('what is refused is said in the visitor’s language', async () => {
  const refused = [
    '/termika/nothing',
    '/nothing',
    `/bookings/${'x'.repeat(43)}`,
    '/termika/tour?timeZone=no',
  ];
  for (const path of refused) {
    assert.equal(langOf((await house.visit(path, { language: 'fr' })).html), 'fr', path);
    assert.equal(langOf((await house.visit(path, { language: 'pl' })).html), 'pl', path);
  }
});

test('every page offers the other languages, at the same place', async () => {
  const page = await house.visit('/termika/tour?day=2026-12-03&timeZone=Europe/Warsaw');
  const address = /href="([^"]*)" lang="pl"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const polish = await house.visit(address);
  assert.equal(langOf(polish.html), 'pl');
  assert.match(polish.html, /data-date="2026-12-03"[^>]*aria-current/);
});
