/** The pages of a link inside another website (L5): what is carried along, who may show them, where links lead. */
import { embedOrigin } from '#links/embed-origin.ts';
import { html, raw } from './markup.ts';
import type { Html } from './markup.ts';
import type { Embedded, Told } from './view.ts';

type Asked = Partial<Record<string, string>>;

/**
 * `path` is the address whose pages stay in the frame; '' when none does. Undefined where no frame is asked for:
 * the page is then an ordinary one, which nobody may frame.
 */
export function embeddedFrom(asked: Asked, origins: string[], path: string): Embedded | undefined {
  const { embed: mode, theme } = asked;
  if (mode !== 'inline' && mode !== 'dialog') return undefined;
  return { mode, path, origins, ...((theme === 'light' || theme === 'dark') && { theme }) };
}

/** What every address and form of an embedded page says again. */
export function carriedInFrame({ embed, theme }: Asked): Record<string, string> {
  const kept = embeddedFrom({ embed, theme }, [], '');
  if (!kept) return {};
  return { embed: kept.mode, ...(kept.theme && { theme: kept.theme }) };
}

/**
 * The websites that may show the page, as `frame-ancestors` takes them. Only what is the address of a website reaches
 * the header, whatever was kept.
 */
export function framedBy({ origins }: Embedded): string {
  const known = origins.filter((origin) => embedOrigin(origin) === origin);
  return known.join(' ') || "'none'";
}

/**
 * A link to anything but the pages of this link opens outside: in a frame of another website it would be refused, or
 * look like a part of that website.
 */
export function outward(page: Html, { path }: Embedded): Html {
  return raw(page.toString().replaceAll(/<a\s[^>]*>/g, (tag) => (leadsOut(tag, path) ? outside(tag) : tag)));
}

function leadsOut(tag: string, path: string): boolean {
  const address = /\shref="([^"]*)"/.exec(tag)?.[1];
  if (address === undefined || address.startsWith('#') || /\starget="/.test(tag)) return false;
  return address.split(/[?#]/)[0] !== path;
}

function outside(tag: string): string {
  return `${tag.replace(/\srel="[^"]*"/, '').slice(0, -1)} target="_blank" rel="noopener noreferrer">`;
}

/** Attributes of the page for its script, which tells the website around it: when, never who. */
export function toldParts(told: Told | undefined): Html | '' {
  if (!told) return '';
  return html`${Object.entries(told).map(([name, value]) => html` data-${name}="${value}"`)}`;
}
