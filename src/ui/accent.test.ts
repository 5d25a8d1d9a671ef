import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accentStyle, accentTokens, defaultAccent } from './accent.ts';
import type { AccentTokens } from './accent.ts';
import { contrast, fromHex, toHex } from './oklch.ts';

const steps = [0, 17, 34, 51, 68, 85, 102, 119, 136, 153, 170, 187, 204, 221, 238, 255];
const hex = (value: number) => value.toString(16).padStart(2, '0');
const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${hex(r)}${hex(g)}${hex(b)}`)));

test('whatever accent a workspace chooses, its text stays readable in both themes', () => {
  for (const colour of colours) {
    const { light, dark } = accentTokens(colour);
    assert.ok(lowest(light, '#ffffff', '#f5f7f6') >= 4.5, `${colour} in light: ${JSON.stringify(light)}`);
    assert.ok(lowest(dark, '#151817', '#0f1211') >= 4.5, `${colour} in dark: ${JSON.stringify(dark)}`);
  }
});

test('the default accent is nearly the colour of the reference', () => {
  const { light } = accentTokens(undefined);
  assert.equal(light.accent, defaultAccent);
  assert.equal(light['accent-mid'].length, 7);
});

test('a colour survives the way to OKLCH and back', () => {
  for (const colour of ['#000000', '#ffffff', '#0e5f48', '#ff0000', '#123456', '#c0ffee'])
    assert.equal(toHex(fromHex(colour)), colour);
});

test('a colour that is no colour never reaches the style', () => {
  assert.equal(accentStyle('red;} body{display:none'), accentStyle(undefined));
  assert.doesNotMatch(accentStyle('</style><script>'), /script/);
});

/** The worst contrast of all places where the accent carries words. */
function lowest(tokens: AccentTokens, ground: string, side: string): number {
  const text = tokens['accent-text'];
  const grounds = [ground, side, tokens['accent-soft'], tokens['accent-mid']];
  const buttons = [tokens.accent, tokens['accent-hover']].map((fill) => contrast(tokens['on-accent'], fill));
  return Math.min(...grounds.map((each) => contrast(text, each)), ...buttons);
}
