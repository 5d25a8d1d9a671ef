import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { cleanSlate, type CleanSlate } from '../../demo/clean-slate.ts';
import { browse, typedIn, wordsOf, type Browser } from './open-pages.test-support.ts';

let slate: CleanSlate;
let browser: Browser;

const typed = {
  token: 'set-up-token',
  workspace: 'Termika',
  timeZone: 'Europe/Paris',
  language: 'fr',
  country: 'FR',
  name: 'Anna Nowak',
  email: 'anna@termika.example',
};
const form = { ...typed, password: 'warm bricks and quiet fans' };

beforeEach(async () => {
  slate = await cleanSlate();
  browser = browse(slate, []);
});
afterEach(() => slate.close());

const keyOn = (html: string): string => /<code[^>]*>([^<]+)<\/code>/.exec(html)?.[1]?.trim() ?? '';

test('N4: an empty house leads to its set-up, and set-up shows the first page and the key, this once', async () => {
  const home = await browser.visit('/');
  assert.equal(home.location, '/setup');
  const page = await browser.visit('/setup?token=set-up-token');
  assert.equal(typedIn(page.html, 'token'), 'set-up-token');
  const done = await browser.send('/setup', form);
  assert.equal(done.status, 201, wordsOf(done.html));
  assert.match(done.html, /<html lang="fr"/);
  assert.match(wordsOf(done.html), /http:\/\/127\.0\.0\.1:3000\/termika\/anna-nowak/);
  const key = keyOn(done.html);
  const me = await slate.app.request('/api/me', { headers: { authorization: `Bearer ${key}` } });
  assert.equal(me.status, 200, key);
  assert.equal((await browser.visit('/termika/anna-nowak')).status, 200);

  for (const again of [
    await browser.send('/setup', form),
    await browser.visit('/setup?token=set-up-token'),
  ]) {
    assert.equal(again.status, 409);
    assert.equal(keyOn(again.html), '');
    assert.match(again.html, /href="\/sign-in"/);
  }
  assert.equal((await browser.visit('/')).location, '/sign-in');
});

test('N4: a wrong token is 403, everything typed stays, nothing is made', async () => {
  const wrong = await browser.send('/setup', { ...form, token: 'guessed' });
  assert.equal(wrong.status, 403);
  for (const [name, value] of Object.entries(typed)) {
    if (['token', 'timeZone', 'language', 'country'].includes(name)) continue;
    assert.equal(typedIn(wrong.html, name), value, name);
  }
  assert.match(wrong.html, /<option value="Europe\/Paris" selected/);
  assert.match(wrong.html, /<option value="FR" selected>/);
  assert.doesNotMatch(wrong.html, /warm bricks/, 'a password is never sent back');
  assert.equal((await browser.visit('/')).location, '/setup');
});

test('N4: wrong fields are named, each with what to do; what was typed stays but the password', async () => {
  const wrong = await browser.send('/setup', {
    token: 'set-up-token',
    workspace: ' ',
    timeZone: 'Mars/Olympus',
    language: 'pl',
    country: 'France',
    name: '<b>Anna</b>',
    email: 'anna',
    password: 'short',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /<html lang="pl"/);
  for (const field of ['workspace', 'timeZone', 'country', 'email', 'password']) {
    assert.match(wrong.html, new RegExp(`id="f-${field}-wrong"`), field);
  }
  assert.equal(typedIn(wrong.html, 'name'), '<b>Anna</b>');
  assert.doesNotMatch(wrong.html, /value="short"|<b>Anna/);
  assert.equal((await browser.send('/setup', {})).status, 422);
});

test('the country is chosen by its name in the language of the page, and none is an answer', async () => {
  const page = await browser.visit('/setup?token=set-up-token&language=pl');
  assert.match(page.html, /<option value="DE"\s*>Niemcy<\/option>/);
  assert.match((await browser.visit('/setup?language=fr')).html, /<option value="DE"\s*>Allemagne<\/option>/);
  assert.equal((await browser.send('/setup', { ...form, country: '' })).status, 201);
});

test('ABUSE 22: two set-ups at the same moment make one house and show one key', async () => {
  const both = await Promise.all([browser.send('/setup', form), browser.send('/setup', form)]);
  assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([201, 409]));
  assert.equal(both.filter(({ html }) => keyOn(html) !== '').length, 1);
});

test('guessing the token is stopped', async () => {
  const statuses: number[] = [];
  for (let guess = 0; guess < 22; guess++) {
    const answer = await browser.send(
      '/setup',
      { ...form, token: `guess-${guess}` },
      { from: '203.0.113.9' },
    );
    statuses.push(answer.status);
  }
  assert.equal(statuses.filter((status) => status === 403).length, 20);
  assert.deepEqual(statuses.slice(-2), [429, 429]);
});
