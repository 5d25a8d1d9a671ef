import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSlug, LONGEST_SLUG, slugFrom } from './slug.ts';

test('a slug is made of the words of a name, accents folded', () => {
  const names: [string, string][] = [
    ['Nordwind', 'nordwind'],
    ['Śnieżka & Søn, Łódź', 'sniezka-son-lodz'],
    ['Æther Straße', 'aether-strasse'],
    ['  Dr. O’Neil -- "Café"  ', 'dr-o-neil-cafe'],
    ['日本', 'meetings'],
    ['🦊', 'meetings'],
    ['../../etc/passwd', 'etc-passwd'],
  ];
  for (const [name, slug] of names) assert.equal(slugFrom(name, 'meetings'), slug);
});

test('a slug is never an address of the product, never too long, and always one', () => {
  for (const name of ['API', 'admin', 'Bookings', 'setup', 'assets', 'healthz', 'Sign in']) {
    assert.ok(isSlug(slugFrom(name, 'meetings')), name);
  }
  const long = slugFrom('very long name '.repeat(40), 'meetings');
  assert.ok(isSlug(long) && long.length <= LONGEST_SLUG);
});

test('what is no slug', () => {
  for (const text of ['', 'A', 'a_b', '-a', 'a-', 'a--b', 'a b', 'a/b', 'é', 'api', 'x'.repeat(61)]) {
    assert.ok(!isSlug(text), text);
  }
});
