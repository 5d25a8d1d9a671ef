import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.ts';

const ROOT = join(import.meta.dirname, '..');
const SETUP_TOKEN = 'journey-set-up';

/** A served Rondo on data of its own, as `npm start` runs it, and a browser that may reach nothing else. */
export interface Served {
  url: string;
  browser: Browser;
  /** Where a person sets the workspace up. */
  setUpUrl: string;
  dataDir: string;
  close(): Promise<void>;
}

/** `given` are further settings, such as the mail server. */
export async function serveForJourney(given: Record<string, string> = {}): Promise<Served> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rondo-journey-'));
  const { server, url } = await startServer(dataDir, given);
  const found = findChromium(process.env);
  if ('missing' in found) throw new Error(found.missing);
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
      ...(process.env.RONDO_TEST_JS_FLAGS ? [`--js-flags=${process.env.RONDO_TEST_JS_FLAGS}`] : []),
    ],
  });
  const close = async (): Promise<void> => {
    await browser.close();
    await ended(server);
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, browser, dataDir, setUpUrl: `${url}/setup?token=${SETUP_TOKEN}`, close };
}

async function startServer(
  dataDir: string,
  given: Record<string, string>,
): Promise<{ server: ChildProcess; url: string }> {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: '0',
    RONDO_SETUP_TOKEN: SETUP_TOKEN,
    PUBLIC_RATE_LIMIT: '0',
    ...given,
  };
  const server = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const found = /Rondo listens on (http:\/\/[\d.]+:\d+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    server.once('exit', () => reject(new Error(`the server ended before it listened: ${said}`)));
  });
  return { server, url };
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

export interface VisitorOptions {
  script?: boolean;
  locale?: string;
  timezoneId?: string;
  width?: number;
  dark?: boolean;
  /** Fingers instead of a mouse. */
  touch?: boolean;
}

/** A visitor of their own: language, zone, with or without script. Every request elsewhere is written down. */
export async function visitor(
  served: Served,
  options: VisitorOptions = {},
): Promise<{ page: Page; context: BrowserContext; elsewhere: string[] }> {
  const context = await served.browser.newContext({
    javaScriptEnabled: options.script ?? true,
    locale: options.locale ?? 'en-GB',
    timezoneId: options.timezoneId ?? 'Europe/Paris',
    viewport: { width: options.width ?? 1440, height: 900 },
    hasTouch: options.touch ?? false,
    colorScheme: options.dark ? 'dark' : 'light',
  });
  const elsewhere: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(served.url)) elsewhere.push(request.url());
  });
  return { page: await context.newPage(), context, elsewhere };
}

/** How long a test waits for what must come: a machine that does other things too is slow, not wrong. */
export const PATIENCE_MS = 20_000;

/** Looks again and again, as a person would, until there is something to see. */
export async function until<Found>(
  what: string,
  look: () => Promise<Found>,
): Promise<Exclude<Found, null | undefined | false>> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const found = await look();
    if (found) return found as Exclude<Found, null | undefined | false>;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it never came about: ${what}`);
}

export interface Asked {
  status: number;
  body: Record<string, unknown>;
}

/** The API as an outside program uses it. */
export async function ask(
  served: Served,
  key: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Asked> {
  const response = await fetch(`${served.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? (JSON.parse(text) as Asked['body']) : {} };
}
