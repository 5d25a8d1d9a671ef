import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeQR } from 'qr/decode.js';
import { accentTokens } from './accent.ts';
import { qrModules, qrPath, qrSvg } from './qr.ts';

const addresses = [
  'https://meet.termika.example/termika/talk',
  'http://127.0.0.1:3000/book_appointment',
  `https://meet.termika.example/termika/talk?utm_source=${encodeURIComponent('śniadanie & więcej')}&utm_campaign=${'a'.repeat(200)}`,
  `https://meet.termika.example/termika/talk?c=${'Ab3_'.repeat(150)}`,
];

for (const address of addresses)
  test(`what a camera reads is the address: ${address.slice(0, 60)}`, () => {
    for (const colour of [
      '#000000',
      accentTokens('#0e5f48').light.accent,
      accentTokens('#ffe100').light.accent,
    ])
      assert.equal(scanned(qrSvg(qrModules(address)!, colour)), address);
  });

test('what is too long to be drawn is said to be', () => {
  assert.equal(qrModules('a'.repeat(5000)), null);
});

test('each run of dark modules is drawn once, whole', () => {
  assert.equal(
    qrPath([
      [true, true, false],
      [false, false, false],
      [false, true, true],
    ]),
    'M0 0h2v1h-2zM1 2h2v1h-2z',
  );
});

const SCALE = 4;

/** Draws the file as a screen would, and reads it as a camera does. */
function scanned(svg: string): string {
  const [, across = ''] = /viewBox="0 0 (\d+) /.exec(svg)!;
  const side = Number(across) * SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  const [, colour = '', path = ''] = /fill="#([0-9a-f]{6})" d="(M\d+ \d+h\d+v1h-.*?)"/.exec(svg)!;
  const ink = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16));
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++)
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(width)) * SCALE; column++)
        data.set(ink, (row * side + column) * 4);
  return decodeQR({ width: side, height: side, data });
}
