/** How an embed is asked for: by attributes of an element or by the options of the API. Runs in the browser. */

export interface Options {
  /** `auto`, the usual: as the website's own `color-scheme` says. */
  theme?: string | undefined;
  /** en, fr or pl; left out, the page speaks the visitor's language. */
  language?: string | undefined;
  /** The words of the button. */
  text?: string | undefined;
  /** The colour of the button, '#rrggbb'. */
  color?: string | undefined;
}

/** The house that this script came from. No other page is ever shown, whatever an attribute says. */
const home = new URL((document.currentScript as HTMLScriptElement).src).origin;

/** The page of a link, as it is shown by itself; null for an address of anybody else. */
export function pageAt(written: string): URL | null {
  const url = document.createElement('a');
  url.href = written.startsWith('/') ? home + written : written;
  if (url.origin === home) return new URL(url.href);
  console.error(`Rondo: ${written} is not at ${home}`);
  return null;
}

/** The same page for a frame: how it looks, its language, and by which campaign the visitor came. */
export function framedAt(page: URL, mode: 'inline' | 'dialog', scheme: string, { language }: Options): URL {
  const url = new URL(page);
  const put = (name: string, value: string | undefined): void => {
    if (value && !url.searchParams.has(name)) url.searchParams.set(name, value.slice(0, 200));
  };
  url.searchParams.set('embed', mode);
  put('theme', themeOf(scheme));
  put('language', language);
  for (const [name, value] of new URLSearchParams(location.search))
    if (/^utm_(source|medium|campaign|term|content)$/.test(name)) put(name, value);
  return url;
}

/** What the colours of the website around an element are: `light`, `dark`, or, as the device has it, `light dark`. */
export function schemeOf(element: Element, theme: string | undefined): string {
  const said = theme === 'light' || theme === 'dark' ? theme : getComputedStyle(element).colorScheme;
  if (!said.includes('dark')) return 'light';
  return said.includes('light') ? 'light dark' : 'dark';
}

/** The same in the words of the page. */
export function themeOf(scheme: string): string {
  return scheme === 'light dark' ? 'auto' : scheme;
}

/** Tells the website, by an event of the element; answers whether the website lets us go on. */
export function announce(element: Element, name: string, detail: Record<string, unknown> = {}): boolean {
  return element.dispatchEvent(new CustomEvent(`rondo:${name}`, { bubbles: true, cancelable: true, detail }));
}
