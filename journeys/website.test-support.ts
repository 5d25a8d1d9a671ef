import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from 'playwright-core';
import { until } from './house.test-support.ts';

/** Somebody else's website, on another origin than the house. */
export interface Website {
  /** A page of it: `localhost` may be allowed by a link, `other.localhost` is a stranger to it. */
  at(path: string, host?: 'localhost' | 'other.localhost'): string;
  origin: string;
  close(): Promise<void>;
}

/** Serves pages by path; `policy` is the Content-Security-Policy of each. */
export async function serveWebsite(
  pages: () => Record<string, string>,
  policy: () => string,
): Promise<Website> {
  const server = createServer((request, response) => {
    const body = pages()[new URL(request.url ?? '/', 'http://localhost').pathname];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': request.url?.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8',
      'content-security-policy': policy(),
    });
    response.end(body ?? 'Not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (path, host = 'localhost') => `http://${host}:${port}${path}`,
    origin: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Nothing but what the documentation asks a website to allow, and its own sheet. */
export function strictPolicy(house: string): string {
  return `default-src 'none'; style-src 'self'; script-src ${house}; frame-src ${house}`;
}

/** A page as the snippet is pasted into one, with words above and below. */
export function pageWith(house: string, snippet: string, lang = 'en'): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Larch</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/site.css"></head>
<body><main><h1>Frames that stand for two hundred years</h1><p id="above">Bring a sketch, a photograph, or only a question.</p>
${snippet}
<p id="below">Joan or Pete will call you.</p></main><script src="${house}/embed.js" async></script></body></html>`;
}

export const SITE_SHEET = `
body { margin: 0; background: #f6f2ea; color: #2a2520; font: 18px/1.75 Georgia, serif }
main { max-width: 54rem; margin: 0 auto; padding: 0 1rem }
h1 { font: 400 2.25rem/1.15 Georgia, serif }
[data-rondo-mode=inline] { min-height: 528px }
#dark { color-scheme: dark; background: #111 }`;

/** What a website hears of its embeds, and how much its page jumped. */
export interface Heard {
  events: { name: string; detail: Record<string, unknown> }[];
  messages: Record<string, unknown>[];
  shift: number;
}

/** Writes down from the first moment on what `heard` tells. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window !== top) return;
    const heard: Heard = { events: [], messages: [], shift: 0 };
    Object.assign(window, { heard });
    for (const name of ['ready', 'time', 'booked', 'close', 'refused'])
      document.addEventListener(`rondo:${name}`, (event) =>
        heard.events.push({ name, detail: (event as CustomEvent<Record<string, unknown>>).detail }),
      );
    addEventListener('message', ({ data }) => heard.messages.push(data as Record<string, unknown>));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) heard.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export function heard(page: Page): Promise<Heard> {
  return page.evaluate(() => (window as unknown as { heard: Heard }).heard);
}

/** As if a meeting were booked. */
export const forged = {
  rondo: 'booked',
  start: '2026-12-01T09:00:00Z',
  end: '2026-12-01T09:30:00Z',
  status: 'scheduled',
  onward: 'https://evil.example/',
};
/** What no page of ours says. */
export const unknown = [
  null,
  'booked',
  { ...forged, start: 'soon' },
  { ...forged, status: 'paid' },
  { rondo: 'height', height: 1e9 },
  { rondo: 'height', height: '9px' },
];

/** Takes the first time that is shown, and books it. */
export async function book(inside: FrameLocator, name: string): Promise<void> {
  await send(inside, name);
  await inside.locator('[data-step=booked]').waitFor();
}

export async function send(inside: FrameLocator, name: string): Promise<void> {
  await inside.locator('.slot').first().click();
  await inside.locator('[name=name]').fill(name);
  await inside.locator('[name=email]').fill('ewa@lis.example');
  await inside.locator('#form button.main').click();
}

/** What the second frame says moves the second frame alone. */
export async function speaksForItself(page: Page, house: string): Promise<void> {
  const frames = page.locator('iframe');
  const heights = () => frames.evaluateAll((all) => all.map((frame) => (frame as HTMLElement).style.height));
  const [one, two] = await heights();
  const second = page.frames().findLast((frame) => frame.url().startsWith(house))!;
  await second.evaluate(() => parent.postMessage({ rondo: 'height', height: 2000 }, '*'));
  await until('the second grows', async () => (await heights())[1] !== two);
  assert.equal((await heights())[0], one);
}
