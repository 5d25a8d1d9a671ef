import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureHtml, signatureText } from './signature.ts';

const url = 'https://meet.termika.example/termika/talk?utm_source=mail&utm_medium=signature';

test('a signature is one link without a picture; its address and its words stay what they are', () => {
  const html = signatureHtml({ url, words: ' Book <Anna> & "Bo" ', color: '#0e5f48' });
  assert.match(
    html,
    /^<a href="https:\/\/meet\.termika\.example\/termika\/talk\?utm_source=mail&amp;utm_medium=signature"><b><font color="#0e5f48" /,
  );
  assert.match(html, />Book &lt;Anna&gt; &amp; &quot;Bo&quot;<\/font><\/b><\/a>$/);
  assert.doesNotMatch(html, /<img|<script|style=/);
});

test('as plain text the address stands behind the words', () => {
  assert.equal(signatureText({ url, words: 'Book Anna ' }), `Book Anna: ${url}`);
});
