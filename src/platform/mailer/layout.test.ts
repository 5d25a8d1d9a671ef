import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailLayout } from './layout.ts';

const plain = { language: 'en', title: 'Hello', paragraphs: ['One & two'] } as const;

test('ABUSE 23: everything is escaped, wherever it stands', () => {
  const nasty = '"><svg/onload=1>{{7*7}}';
  const { html } = mailLayout({
    language: 'en',
    title: nasty,
    paragraphs: [nasty],
    facts: [{ label: nasty, value: nasty, url: `https://x.example/${nasty.replaceAll(' ', '')}` }],
    notes: [nasty],
    button: { label: nasty, url: `https://x.example/${nasty}` },
    footer: nasty,
  });
  assert.doesNotMatch(html, /<svg|"">/);
  assert.ok(html.includes('{{7*7}}'));
});

test('only an https fact and a web button can be pressed', () => {
  const odd = ['javascript:alert(1)', 'http://x.example', 'data:text/html,x', 'https://', 'https://a b'];
  for (const url of odd) {
    const { html, text } = mailLayout({
      ...plain,
      paragraphs: [],
      facts: [{ label: 'Where', value: 'Call', url }],
    });
    assert.doesNotMatch(html, /href/);
    assert.ok(!text.includes(url));
  }
  const button = mailLayout({
    ...plain,
    paragraphs: [],
    button: { label: 'Go', url: 'javascript:alert(1)' },
  });
  assert.doesNotMatch(button.html, /href/);
});

test('the text says what the HTML says, French with its own colon', () => {
  const { text, html } = mailLayout({
    ...plain,
    language: 'fr',
    paragraphs: ['Un.'],
    facts: [{ label: 'Où', value: 'Ici\nLà', url: 'https://x.example/' }],
    notes: ['Deux.'],
    button: { label: 'Voir', url: 'http://localhost:3000/x' },
    footer: 'Fin.',
  });
  assert.equal(
    text,
    'Hello\n\nUn.\n\nOù\u00a0: Ici\n    Là\n    https://x.example/\n\nDeux.\n\nVoir\u00a0:\nhttp://localhost:3000/x\n\n--\nFin.\n',
  );
  assert.match(html, /<html lang="fr"/);
  assert.match(html, /Ici<br \/>Là/);
});

test('a mail brings nothing from elsewhere', () => {
  const { html } = mailLayout({ ...plain, paragraphs: ['x'] });
  assert.doesNotMatch(html, /<img|<link|<script|url\(|@import|https?:/);
  assert.match(html, /max-width:\s*600px/);
});
