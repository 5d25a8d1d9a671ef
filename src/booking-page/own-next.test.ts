import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownNext } from './own-next.ts';

test('a place of the staff app is kept, with its query and its fragment', () => {
  for (const place of ['/admin', '/admin/', '/admin/bookings?status=scheduled&q=a%20b', '/admin/a#b']) {
    assert.equal(ownNext(place), place);
  }
  assert.equal(ownNext('/admin/łódź'), '/admin/%C5%82%C3%B3d%C5%BA');
});

test('ABUSE 28: nothing else is: no other website, no other page, nothing that becomes one', () => {
  const others = [
    undefined,
    null,
    '',
    '/',
    '/setup',
    '/administrator',
    '/admin.evil.example',
    '/admin@evil.example',
    '//evil.example/admin',
    '/\\evil.example/admin',
    'https://evil.example/admin',
    'javascript:alert(1)//admin',
    ' /admin',
    '\t//evil.example',
    '/admin/../..//evil.example',
    '/admin/..//evil.example',
    '/admin/%2e%2e//evil.example',
    '/admin\\..\\..\\\\evil.example',
    '/admin/../sign-out',
    `/admin/${'x'.repeat(2000)}`,
  ];
  for (const other of others) assert.equal(ownNext(other), undefined, String(other));
});

test('ABUSE 25: a line break in it ends up in no header', () => {
  const kept = ownNext('/admin/a\r\nSet-Cookie: x=y\tz');
  assert.doesNotMatch(kept ?? '', /[\r\n\t]/);
});
