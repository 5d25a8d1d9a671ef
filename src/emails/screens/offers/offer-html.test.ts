import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linksIn, offerHtml, withoutOffers } from './offer-html.ts';

const letter = `<p>a</p>${offerHtml({ linkId: 'one', starts: ['x', 'y'] })}<p>b</p>${offerHtml({ linkId: 'two', starts: [] })}`;

test('L4: a letter says what it offers, and all of it can be taken out', () => {
  assert.deepEqual([...linksIn(letter)], ['one', 'two']);
  assert.equal(withoutOffers(letter), '<p>a</p><p>b</p>');
  assert.deepEqual([...linksIn('<p>data-rondo-offer="x"</p>')], []);
});
