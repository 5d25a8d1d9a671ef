import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { members, PASSWORD } from '../demo/cast.ts';
import { findings } from './axe.test-support.ts';
import { visitor, type Served, type VisitorOptions } from './house.test-support.ts';

export interface AtWork {
  page: Page;
  context: BrowserContext;
  /** Requests to any other host. */
  elsewhere: string[];
  /** What the browser complained about: errors of scripts, and what the page's policy refused. */
  complaints: string[];
}

/** A colleague with the app open, signed in by cookie as a browser is. */
export async function atWork(
  served: Served,
  path = '/admin',
  { email = members.anna.email, ...options }: VisitorOptions & { email?: string } = {},
): Promise<AtWork> {
  const { page, context, elsewhere } = await visitor(served, { timezoneId: 'Europe/Warsaw', ...options });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  const data = { email, password: PASSWORD };
  const answer = await context.request.post(`${served.url}/api/auth/sign-in/email`, {
    data,
    headers: { origin: served.url },
  });
  assert.equal(answer.status(), 200);
  await page.goto(`${served.url}${path}`);
  return { page, context, elsewhere, complaints };
}

/** Axe-core on the present screen in both themes; another theme changes nothing but colours. */
export async function isForEverybody(page: Page): Promise<void> {
  // What is being counted anew is dimmed until it is there.
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours that are still on their way from one theme to the other would be measured in between.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined;
    assert.deepEqual(await findings(page, rules), [], `${page.url()} in ${colorScheme}`);
  }
}

/** Nothing wider than the window: no sideways scrolling of the page. */
export async function fits(page: Page): Promise<void> {
  const { wide, window } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { wide: scrollWidth, window: clientWidth };
  });
  assert.ok(wide <= window, `${page.url()} is ${wide} wide in a window of ${window}`);
}

/** From the next page on: whoever reads is told of an answer late, and until then draws what it read before. */
export async function tellScreensLate(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const soon = window.setTimeout.bind(window);
    const late = (act: () => void, ms = 0, ...rest: unknown[]) => soon(act, ms || 500, ...rest);
    window.setTimeout = late as typeof window.setTimeout;
  });
}
