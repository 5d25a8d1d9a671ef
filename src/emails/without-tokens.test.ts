import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutTokens } from './without-tokens.ts';

const c = 'Ab_-9'.repeat(90);

test('C4: addresses that an answer quotes are kept without saying whom they were sent to', () => {
  const at = 'https://rondo.example/termika/tour';
  assert.equal(withoutTokens(`${at}?c=${c}`), at);
  assert.equal(
    withoutTokens(`> <${at}?start=2026-12-01T09:00:00Z&c=${c}>`),
    `> <${at}?start=2026-12-01T09:00:00Z>`,
  );
  assert.equal(
    withoutTokens(`<a href="${at}?c=${c}&amp;who=first">a</a>`),
    `<a href="${at}?who=first">a</a>`,
  );
  assert.equal(withoutTokens(`<a href="${at}?who=a&amp;c=${c}&amp;x=1">`), `<a href="${at}?who=a&amp;x=1">`);
  assert.equal(withoutTokens(`${at}?c=short and ?c=`), `${at}?c=short and ?c=`, 'what cannot be one stays');
});

test('C4: an address that a mail scanner has put into its own is kept without its token, however often encoded', () => {
  const scanner = 'https://eur01.safelinks.protection.outlook.com/?url=';
  const at = 'https://rondo.example/termika/tour';
  const carried = (address: string, times: number) =>
    `${scanner}${Array.from({ length: times }).reduce<string>((said) => encodeURIComponent(said), address)}&data=05%7C02&reserved=0`;
  for (const times of [1, 2, 3]) {
    assert.equal(withoutTokens(carried(`${at}?c=${c}`, times)), carried(at, times));
    assert.equal(withoutTokens(carried(`${at}?who=a&c=${c}`, times)), carried(`${at}?who=a`, times));
    assert.equal(withoutTokens(carried(`${at}?c=${c}&who=a`, times)), carried(`${at}?who=a`, times));
    assert.equal(withoutTokens(carried(`${at}?c=${c}&amp;who=a`, times)), carried(`${at}?who=a`, times));
    assert.equal(
      withoutTokens(carried(`${at}?c=${c}`, times).toLowerCase()),
      carried(at, times).toLowerCase(),
    );
  }
  assert.equal(withoutTokens(`${scanner}x%3Fc=${c}&data=1`), `${scanner}x&data=1`, 'its sign left as it was');
  assert.equal(
    withoutTokens(`${scanner}x%3Fc%3Dshort`),
    `${scanner}x%3Fc%3Dshort`,
    'what cannot be one stays',
  );
});
