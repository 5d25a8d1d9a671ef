import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanHtml, mentionsIn, textOf } from './rich-text.ts';

const BO = '018f0000-0000-7000-8000-000000000001';
const MAREK = '018f0000-0000-7000-8000-000000000002';
const nameOf = (id: string) => (id === BO ? 'Bo <b>' : undefined);

const cases: [sentence: string, sent: string, kept: string][] = [
  ['paragraphs, lists and quotes stay', '<p>a</p><ul><li>b</li></ul>', '<p>a</p><ul><li>b</li></ul>'],
  [
    'other names of the same thing are ours',
    '<b>a</b><i>b</i><h1>c</h1>',
    '<strong>a</strong><em>b</em><h3>c</h3>',
  ],
  ['text keeps its lines', 'Tom & Ève’s\r\nbakery \u2028 3<4', 'Tom &amp; Ève’s<br>bakery <br> 3&lt;4'],
  ['empty lines before and after go', '<p></p><br><p>a</p><p> <br></p><p></p>', '<p>a</p>'],
  [
    'pictures and handlers go',
    '<img src=x onerror="a()"><p onclick="a()" style="color:red">a</p>',
    '<p>a</p>',
  ],
  ['scripts go with what they hold', '<script>a()</script><style>p{}</style>x', 'x'],
  ['broken markup is text', '"><svg/onload=a()>{{7*7}}', '"&gt;{{7*7}}'],
  [
    'addresses that run something go',
    '<a href="javascript:a()">a</a><a href="java&#10;script:a()">b</a>',
    'ab',
  ],
  ['addresses without a host go', '<a href="//x.example">a</a><a href="/admin">b</a><a>c</a>', 'abc'],
  ['a mention of nobody is text', `<span data-mention="${MAREK}">@Marek</span>`, '@Marek'],
];

test('ABUSE 23: rich text is a short list of tags; all else is dropped or written out', () => {
  for (const [sentence, sent, kept] of cases) {
    assert.equal(cleanHtml(sent, nameOf), kept, sentence);
    assert.equal(cleanHtml(kept, nameOf), kept, `${sentence}, sent again`);
  }
});

test('P7: a link opens elsewhere and says nothing about us', () => {
  const rest = 'rel="noopener noreferrer nofollow" target="_blank"';
  assert.equal(
    cleanHtml('<a href=" https://a.example/?b=1&c=2 " target="_top" onclick="a()">a</a>'),
    `<a href="https://a.example/?b=1&amp;c=2" ${rest}>a</a>`,
  );
  assert.equal(
    cleanHtml('<a href="mailto:bo@a.example">a</a>'),
    `<a href="mailto:bo@a.example" ${rest}>a</a>`,
  );
});

test('P7: a mention is called what the member is called, whatever was written in it', () => {
  const html = `<p><span data-mention="${BO}" class="x">@<i>Anna</i><p>!</p></span> and <span data-mention="${BO}"></span></p>`;
  const mention = `<span data-mention="${BO}">@Bo &#60;b&#62;</span>`;
  assert.equal(cleanHtml(html, nameOf), `<p>${mention} and ${mention}</p>`);
  assert.deepEqual(mentionsIn(`${html}<span data-mention="${MAREK}">b</span>`), [BO, MAREK]);
});

test('A snippet says what the text says, line by line', () => {
  assert.equal(
    textOf('<p>Tom &amp; &#39;Ève&#x27;</p><ul><li>a</li><li>b</li></ul>c<br>d'),
    "Tom & 'Ève&#x27;\na\nb\nc\nd",
  );
});

test('Markup made to cost time costs little', () => {
  const bombs = [
    '<b>',
    '<p>',
    '<p> </p>',
    '<a href=https://a>',
    '<',
    '&',
    '<br>',
    ' ',
    '<!--',
    '<iframe>',
    'x\n',
  ];
  for (const bomb of bombs) {
    // The processor's time: a machine that does other things too is slow, not wrong.
    const from = process.cpuUsage();
    cleanHtml(`x${bomb.repeat(20_000 / bomb.length)}y`, nameOf);
    const took = process.cpuUsage(from).user / 1_000;
    assert.ok(took < 1_000, `${bomb} took ${took} ms`);
  }
});

const tags =
  '<p <b <a <span <svg <script <style <h1 <li <pre <br <!-- --> </ p> a> b> span> > /> </a> </span>';
const signs =
  '" \' = &lt; &#60; &#xd800; & href= onclick= style= data-mention= javascript:a() https://a.example';
const whole = [
  '<a href="https://a.example">',
  `<span data-mention="${BO}">`,
  `<span data-mention="${MAREK}">`,
];
const others = [' ', '\n', '<i>', '</i>', '<div>', '<b>'.repeat(21)];
const pieces = fc.constantFrom(...`${tags} ${signs} ${BO} ${MAREK}`.split(' '), ...whole, ...others);
const soup = fc
  .array(fc.oneof({ weight: 6, arbitrary: pieces }, { weight: 1, arbitrary: fc.string() }), { maxLength: 80 })
  .map((parts) => parts.join(''));

const TAG =
  /<(?:\/?(?:p|strong|em|u|s|ul|ol|li|blockquote|h3|code|pre)|br|\/a|a href="(?:https?:\/\/|mailto:)[^"<>\s]+" rel="noopener noreferrer nofollow" target="_blank"|\/span|span data-mention="[0-9a-f-]{36}")>/gi;

test('ABUSE 23: whatever is sent, nothing outside the list comes out, and every tag that opens closes', () => {
  fc.assert(
    fc.property(soup, (html) => {
      const clean = cleanHtml(html, nameOf);
      assert.doesNotMatch(clean.replaceAll(TAG, ''), /[<>]/, clean);
      const opened: string[] = [];
      for (const [tag] of clean.matchAll(/<[^>]+>/g)) {
        const name = /^<\/?(\w+)/.exec(tag)![1]!;
        if (tag.startsWith('</')) assert.equal(opened.pop(), name, clean);
        else if (name !== 'br') opened.push(name);
      }
      assert.deepEqual(opened, [], clean);
      assert.doesNotMatch(clean.replaceAll(/<[^>]*>/g, '').replaceAll(/&[#\w]+;/g, ''), /&/);
    }),
    { numRuns: 2_000 },
  );
});
