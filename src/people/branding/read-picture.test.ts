import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn, PICTURES } from './pictures.test-support.ts';
import { readPicture } from './read-picture.ts';

const read = (bytes: Buffer | string) => readPicture(Buffer.from(bytes as string));

test('B7: a picture is what its bytes say, with its size and whether something shows through', () => {
  const { png, jpg, webp, svg } = PICTURES;
  assert.deepEqual(read(png), { kind: 'png', width: 40, height: 20, seeThrough: true });
  assert.deepEqual(read(jpg), { kind: 'jpg', width: 64, height: 32, seeThrough: false });
  assert.deepEqual(read(webp), { kind: 'webp', width: 40, height: 20, seeThrough: true });
  assert.deepEqual(read(svg), { kind: 'svg', width: 100, height: 25, seeThrough: true });
});

test('B7: what drawing programs export passes: paint, clips, styles, numbers for letters, one copy of a shape', () => {
  for (const inner of [
    '<style type="text/css">.a{fill:url(#g)} /* plain */</style><path class="a" d="M0 0h9v9z"/>',
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#0e5f48"/></linearGradient></defs>',
    "<g clip-path='url(\"#c\")' xml:space='preserve'><use xlink:href='#c' style='overflow:visible'/></g>",
    '<!-- by hand --><text x="1">Tom &amp; J&#233;r&#xf4;me &lt;3</text>',
  ]) {
    assert.equal('kind' in read(drawn(inner)), true, inner);
  }
});

const RUNS = /script/;
const LOADS = /elsewhere/;
const FOREIGN = /more than a drawing/;
const ENTITIES = /entities/;
const refusals: [string, RegExp][] = [
  [drawn('<script>alert(1)</script>'), RUNS],
  [drawn('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'), RUNS],
  [drawn('<g onload="alert(1)"/>'), RUNS],
  [drawn('<g ONCLICK="alert(1)"/>'), RUNS],
  ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1" onload="alert(1)"/>', RUNS],
  [drawn('<set attributeName="onmouseover" to="alert(1)"/>'), RUNS],
  [drawn('<animate attributeName="href" values="javascript:alert(1)"/>'), RUNS],
  [drawn('<a href="javascript:alert(1)"><path d="M0 0"/></a>'), LOADS],
  [drawn('<use href="java&#115;cript:alert(1)"/>'), RUNS],
  [drawn('<use href="//evil.example/a.svg#a"/>'), LOADS],
  [drawn('<use y:href="https://evil.example/a.svg#a" xmlns:y="http://www.w3.org/1999/xlink"/>'), LOADS],
  [drawn('<image href="https://evil.example/pixel.png"/>'), LOADS],
  [drawn('<image href="data:image/png;base64,AAAA"/>'), LOADS],
  [drawn('<style>@import "https://evil.example/a.css";</style>'), LOADS],
  [drawn("<style>@im<!-- -->port 'https://evil.example/x.css';</style>"), LOADS],
  [drawn('<style>a{--a:"/*";background:url(https://evil.example);--b:"*/"}</style>'), LOADS],
  [drawn("<style>@im<g/>port 'https://evil.example/x.css';</style>"), /broken/],
  [drawn("<style>@im<style>a</style>port 'https://evil.example/x.css';</style>"), /broken/],
  [`<?xml version="1.0" encoding="UTF-7"?>${drawn('')}`, /broken/],
  [`<?xml version='1.0' encoding = 'iso-2022-jp'?>${drawn('')}`, /broken/],
  [`<?xml encoding="UTF-8" version="1.0" encoding="utf-16"?>${drawn('')}`, /broken/],
  [drawn('<style>@im\\70ort "https://evil.example/a.css";</style>'), LOADS],
  [drawn('<style>a{background:u/**/rl(https://evil.example)}</style>'), LOADS],
  [drawn('<path fill="url( https://evil.example/#a)"/>'), LOADS],
  [drawn('<path style="fill:&#117;rl(//evil.example)"/>'), LOADS],
  [drawn('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'), FOREIGN],
  [drawn('<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/>'), FOREIGN],
  ['<svg xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 4 1"/>', FOREIGN],
  ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', FOREIGN],
  [
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1">&a;</svg>',
    ENTITIES,
  ],
  ['<!DOCTYPE svg SYSTEM "https://evil.example/a.dtd"><svg xmlns="http://www.w3.org/2000/svg"/>', ENTITIES],
  [drawn('&xxe;'), ENTITIES],
  [drawn('<![CDATA[<script>]]>'), ENTITIES],
  [drawn('<use href="#a"/>'.repeat(17)), /complex/],
  [drawn('<g>'.repeat(61) + '</g>'.repeat(61)), /complex/],
  [drawn('<g/>'.repeat(5_001)), /complex/],
  [drawn('<g>'), /broken/],
  [drawn('<?xml-stylesheet href="https://evil.example/a.css"?>'), /broken/],
  [drawn('<path d=M0/>'), /broken/],
  [drawn('<path d="a" d="b"/>'), /broken/],
  [`${drawn('')}<svg/>`, /broken/],
  ['<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', /viewBox/],
  ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 1"/>', /too long/],
];

for (const [text, reason] of refusals) {
  test(`ABUSE 23: a logo is refused with its reason: ${text.slice(0, 110)}`, () => {
    const answer = read(text);
    assert.match('refused' in answer ? answer.refused : '', reason);
  });
}

test('bad input: no picture, one cut short, one of no size or of too many pixels is refused', () => {
  const { png, jpg, webp } = PICTURES;
  const sized = (width: number, height: number) => {
    const copy = Buffer.from(png);
    copy.writeUInt32BE(width, 16);
    copy.writeUInt32BE(height, 20);
    return copy;
  };
  for (const [bytes, reason] of [
    [Buffer.alloc(0), /empty/],
    [Buffer.from('<html><script>alert(1)</script>'), /no PNG/],
    [Buffer.from('GIF89a'), /no PNG/],
    [Buffer.from([0x3c, 0x73, 0x76, 0x67, 0xff]), /no PNG/],
    [png.subarray(0, 20), /no PNG/],
    [jpg.subarray(0, 8), /no PNG/],
    [webp.subarray(0, 20), /no PNG/],
    [sized(0, 20), /too long/],
    [sized(2_001, 2_000), /2,000 pixels/],
    [sized(60_000, 60_000), /2,000 pixels/],
    [sized(15, 15), /16/],
  ] as const) {
    const answer = read(bytes);
    assert.match('refused' in answer ? answer.refused : '', reason);
  }
});

test('ABUSE 23: a large file is read or refused in a moment', () => {
  const began = performance.now();
  for (const text of [
    `<svg${' '.repeat(250_000)}`,
    `<svg ${'a'.repeat(250_000)}`,
    `<!--${'-'.repeat(250_000)}`,
    `<!--${'a'.repeat(250_000)}`,
    drawn(`<path ${'a="b" '.repeat(40_000)}`),
    drawn('&amp;'.repeat(50_000)),
    drawn(`<path d="${'&'.repeat(200_000)}"/>`),
    drawn(`<style>${'/*'.repeat(100_000)}</style>`),
    drawn(`<style>${'url('.repeat(60_000)}</style>`),
  ])
    read(text);
  assert.ok(performance.now() - began < 1_500);
});
