/**
 * The colours of a workspace from its one accent colour, computed in OKLCH so that every one is readable:
 * text at least 4.5:1 in both themes whatever colour is given.
 */
import { contrast, fromHex, toHex } from './oklch.ts';
import type { Oklch } from './oklch.ts';

export type AccentTokens = Record<AccentName, string>;
type AccentName = 'accent' | 'accent-hover' | 'on-accent' | 'accent-text' | 'accent-soft' | 'accent-mid';

export const defaultAccent = '#0e5f48';

/** Both themes for '#rrggbb'; anything else gives the default colour. */
export function accentTokens(colour: string | undefined): { light: AccentTokens; dark: AccentTokens } {
  const hex = /^#[0-9a-f]{6}$/i.test(colour ?? '') ? (colour as string).toLowerCase() : defaultAccent;
  const base = fromHex(hex);
  return { light: light(base), dark: dark(base) };
}

/** The content of the page's one `<style>`: nothing in it comes from outside but the checked colour. */
export function accentStyle(colour: string | undefined): string {
  const known = styles.get(colour ?? '');
  if (known !== undefined) return known;
  const { light, dark } = accentTokens(colour);
  const tokens = declarations(dark);
  const night = `@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${tokens}}}`;
  const style = `:root{${declarations(light)}}${night}:root[data-theme="dark"]{${tokens}}`;
  if (styles.size > 500) styles.clear();
  styles.set(colour ?? '', style);
  return style;
}

/** The same for a page whose tokens choose by `color-scheme`: one declaration for both themes. */
export function accentPairs(colour: string | undefined): string {
  const { light, dark } = accentTokens(colour);
  const pairs = (Object.keys(light) as AccentName[]).map(
    (name) => `--${name}:light-dark(${light[name]},${dark[name]})`,
  );
  return `:root:root{${pairs.join(';')}}`;
}

const styles = new Map<string, string>();

const lightSide = '#f5f7f6'; // --side of tokens.css

function light(base: Oklch): AccentTokens {
  const soft = toHex({ ...base, lightness: 0.96, chroma: Math.min(base.chroma, 0.018) });
  const mid = toHex({ ...base, lightness: 0.9, chroma: Math.min(base.chroma, 0.04) });
  const lightness = readable({ ...base, lightness: Math.min(base.lightness, 0.5) }, [mid, lightSide]);
  const accent = toHex({ ...base, lightness });
  return named(accent, toHex({ ...base, lightness: lightness - 0.05 }), '#ffffff', soft, mid);
}

function dark(base: Oklch): AccentTokens {
  const within = (lightness: number, chroma: number) =>
    toHex({ ...base, lightness, chroma: Math.min(base.chroma, chroma) });
  const lightness = Math.min(Math.max(base.lightness, 0.8), 0.92);
  const accent = within(lightness, 0.11);
  return named(
    accent,
    within(lightness + 0.05, 0.11),
    within(0.24, 0.05),
    within(0.27, 0.025),
    within(0.37, 0.045),
  );
}

/** The lightness, lowered in small steps until it can be read on each of the grounds. */
function readable(colour: Oklch, grounds: string[]): number {
  let { lightness } = colour;
  while (lightness > 0 && grounds.some((ground) => contrast(toHex({ ...colour, lightness }), ground) < 4.5))
    lightness -= 0.005;
  return lightness;
}

function named(accent: string, hover: string, on: string, soft: string, mid: string): AccentTokens {
  return {
    accent,
    'accent-hover': hover,
    'on-accent': on,
    'accent-text': accent,
    'accent-soft': soft,
    'accent-mid': mid,
  };
}

function declarations(tokens: AccentTokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
