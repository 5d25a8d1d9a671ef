/** One frame with a page of a link in it, and what the two tell each other. Runs in the browser. */
import { announce, framedAt, schemeOf, themeOf } from './options.ts';
import type { Options } from './options.ts';
import { nameOf } from './words.ts';

export interface Embed {
  /** The element that the website asked with: events are its own. */
  by: Element;
  page: URL;
  mode: 'inline' | 'dialog';
  options: Options;
  frame: HTMLIFrameElement;
  scheme: string;
  isReady: boolean;
  isBooked: boolean;
}

type Said = Record<string, unknown>;

const ANSWER_WITHIN_MS = 3_000;
/** Below this width the times stand under the month, and the page is taller. */
const WIDE = 704;
const embeds: Embed[] = [];

/** Puts the page of a link at the end of `into`; the place it will need is kept from the first moment. */
export function show(
  into: ShadowRoot | HTMLElement,
  asked: Pick<Embed, 'by' | 'page' | 'mode' | 'options'>,
): Embed {
  const frame = document.createElement('iframe');
  const scheme = schemeOf(asked.by, asked.options.theme);
  const embed = { ...asked, frame, scheme, isReady: false, isBooked: false };
  const { page, mode, options } = asked;
  frame.title = nameOf(options);
  frame.style.colorScheme = scheme;
  if (mode === 'inline') {
    frame.part = 'frame';
    frame.loading = 'lazy';
    // Names of frames on one page must differ.
    if (embeds.length > 0) frame.title += ` (${embeds.length + 1})`;
  }
  embeds.push(embed);
  frame.addEventListener('load', () => greet(embed));
  frame.src = framedAt(page, mode, scheme, options).href;
  into.append(frame);
  resize(embed, 0);
  return embed;
}

/** Nobody but the page itself can read this, and only pages that may stand here answer. */
function greet(embed: Embed): void {
  followScheme();
  speak(embed, 'hello');
  setTimeout(() => {
    if (!embed.isReady && embed.frame.isConnected) refuse(embed);
  }, ANSWER_WITHIN_MS);
}

function speak({ frame, page, scheme }: Embed, rondo: 'hello' | 'theme'): void {
  frame.contentWindow?.postMessage({ rondo, theme: themeOf(scheme) }, page.origin);
}

addEventListener('message', ({ source, origin, data }: MessageEvent<Said | null>) => {
  const embed = embeds.find(({ frame }) => source && frame.contentWindow === source);
  if (!embed || origin !== embed.page.origin || !data) return;
  const { rondo, height, top, start } = data;
  if ((rondo === 'ready' || rondo === 'height') && isLength(height)) resize(embed, height);
  if (rondo === 'ready') meet(embed);
  if (rondo === 'place' && isLength(top)) bring(embed, top);
  if (rondo === 'time' && isInstant(start)) announce(embed.by, 'time', { start });
  if (rondo === 'booked') book(embed, data);
  if (rondo === 'close') embed.frame.closest('dialog')?.close();
});

const isLength = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) < 50_000;
const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-[\d-]{5}T[\d:.]{8,12}Z$/.test(value);

function meet(embed: Embed): void {
  if (embed.isReady) return;
  embed.isReady = true;
  embed.frame.hidden = false;
  embed.frame.nextElementSibling?.remove();
  announce(embed.by, 'ready');
}

function book(embed: Embed, { start, end, status, onward }: Said): void {
  if (!isInstant(start) || !isInstant(end) || (status !== 'scheduled' && status !== 'unverified')) return;
  embed.isBooked = true;
  const goesOn = announce(embed.by, 'booked', { start, end, status });
  // The address is the one that is kept with the link; a website that goes its own way says so by preventDefault().
  if (goesOn && typeof onward === 'string' && onward.startsWith('https://')) location.assign(onward);
}

/** As tall as the page, and never less than at first: what stands below does not jump. */
function resize({ frame, mode }: Embed, height: number): void {
  const width = (frame.parentElement ?? (frame.getRootNode() as ShadowRoot).host).clientWidth;
  const least = height && mode === 'dialog' ? 0 : width < WIDE ? 760 : 528;
  frame.style.height = `${Math.max(height + frame.offsetHeight - frame.clientHeight, least)}px`;
}

/** A step begins where the visitor cannot see it: then it comes below what may stick to the top. */
function bring({ frame }: Embed, top: number): void {
  const at = frame.getBoundingClientRect().top + top;
  if (at < 0 || at > innerHeight - 100) (frame.closest('dialog') ?? window).scrollBy(0, at - 80);
}

/** The house did not let the page stand here, or it is not there: a way to it instead of an empty box. */
function refuse(embed: Embed): void {
  const { frame, page, options, by } = embed;
  if (frame.hidden) return;
  console.warn(
    `Rondo: ${page.href} does not answer. Is the link on, and ${location.origin} one of its websites?`,
  );
  const words = document.createElement('p');
  const way = document.createElement('a');
  way.href = page.href;
  way.target = '_blank';
  way.rel = 'noopener';
  way.textContent = nameOf(options);
  words.append(way);
  frame.hidden = true;
  frame.after(words);
  announce(by, 'refused');
}

/** A website that turns dark, or whose style sheet comes after this script, takes its embeds along. */
export function followScheme(): void {
  for (const embed of embeds) {
    const scheme = schemeOf(embed.by, embed.options.theme);
    if (scheme === embed.scheme) continue;
    embed.scheme = embed.frame.style.colorScheme = scheme;
    speak(embed, 'theme');
  }
}
