import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectPath, speaksFor, typedUrl } from './place.ts';

test('one object has one name, however a server writes it', () => {
  const collection = 'https://cal.example/anna/work/';
  const spellings = [
    '/anna/work/a%40home.ics',
    '/anna/work/a@home.ics',
    'a@home.ics',
    'http://backend:5232/anna/work/a%40home.ics',
    '/anna/./work/../work/%61%40home.ics',
  ];
  for (const href of spellings) assert.equal(objectPath(collection, href), '/anna/work/a%40home.ics');
  assert.equal(objectPath(collection, 'für%20später.ics'), '/anna/work/f%C3%BCr%20sp%C3%A4ter.ics');
  assert.equal(objectPath(collection, '100%.ics'), '/anna/work/100%25.ics');
  assert.equal(objectPath(collection, 'a%2fb.ics'), '/anna/work/a%2Fb.ics');
  assert.equal(objectPath(collection, '%e9t%e9.ics'), '/anna/work/%E9t%E9.ics');
});

test('ABUSE 30: a password is good for its own server, for what is below its name, and for the hosts of one service', () => {
  const may = (account: string, place: string) => speaksFor(account, place);
  assert.ok(may('https://example.com/', 'https://caldav.example.com/dav/'));
  assert.ok(may('http://cal.example.com/', 'https://cal.example.com/'));
  assert.ok(may('https://caldav.icloud.com/', 'https://p34-caldav.icloud.com/123/'));
  assert.ok(!may('https://cal.example.com/', 'https://mail.example.com/'));
  assert.ok(!may('https://example.com/', 'https://badexample.com/'));
  assert.ok(!may('https://example.com/', 'http://cal.example.com/'));
  assert.ok(!may('https://cal.example.com/', 'http://cal.example.com/'));
  assert.ok(!may('https://evil.example/', 'https://p34-caldav.icloud.com/'));
  assert.ok(!may('http://10.0.0.1/', 'https://1.10.0.0.1.example/'));
});

test('an address may be typed without https and with what belongs elsewhere', () => {
  assert.equal(typedUrl(' cloud.example.com '), 'https://cloud.example.com/');
  assert.equal(
    typedUrl('https://anna:secret@cloud.example.com/dav/anna@home#x'),
    'https://cloud.example.com/dav/anna%40home',
  );
  assert.throws(() => typedUrl('https://'), { code: 'address' });
  assert.throws(() => typedUrl('https://a b/'), { code: 'address' });
});
