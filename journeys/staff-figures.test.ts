import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { serveForJourney, type Served } from './house.test-support.ts';
import { atWork } from './staff.test-support.ts';
import { settle } from './termika.test-support.ts';

let served: Served;

before(async () => {
  served = await serveForJourney();
  const house = await settle(served);
  await house.share({ title: 'Oven consultation' });
});
after(() => served.close());

const SCREENS = [
  '',
  '/calendar',
  '/bookings',
  '/bookings/new',
  '/links',
  '/leads',
  '/contacts',
  '/mail',
  ...['you', 'hours', 'calendars', 'security', 'api-keys', 'workspace', 'appointment-page', 'branding'].map(
    inSettings,
  ),
  ...['members', 'teams', 'holidays', 'mail'].map(inSettings),
];

function inSettings(section: string): string {
  return `/settings/${section}`;
}

const MOST = 3;

/** The frame asks one thing for itself, how many bookings need a host; a calendar fetches its neighbours ahead. */
function isAhead(asked: string, first: string[]): boolean {
  const weeks = first.filter((one) => one.includes('/api/calendar'));
  return asked.includes('/api/calendar') && weeks.length > 0;
}

test('every screen has its data in three requests at most', async () => {
  const { page, context, complaints } = await atWork(served);
  for (const path of SCREENS) {
    const asked = await askedBy(page, `${served.url}/admin${path}`);
    assert.ok(asked.length <= MOST, `/admin${path} asks ${asked.length} things:\n${asked.join('\n')}`);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

async function askedBy(page: Page, url: string): Promise<string[]> {
  const asked: string[] = [];
  const listen = (request: { url(): string; method(): string; postData(): string | null }) => {
    if (!request.url().includes('/api/')) return;
    if (request.postData()?.includes('"needsHost":"true"') && request.postData()!.length < 60) return;
    const one = `${request.method()} ${request.url()}`;
    if (!isAhead(one, asked)) asked.push(one);
  };
  page.on('request', listen);
  await page.goto(url, { waitUntil: 'networkidle' });
  page.off('request', listen);
  return asked;
}

const QUICK_MS = 100;

test('a press is answered within a tenth of a second: places, tabs, an open row, a dialog', async () => {
  const { page, context } = await atWork(served);
  const slow: string[] = [];
  const time = async (name: string, press: () => Promise<void>): Promise<void> => {
    await page.evaluate(watchInteractions);
    await press();
    await page.waitForTimeout(300);
    const longest = await page.evaluate(() => (globalThis as unknown as Watched).longestInteraction ?? 0);
    if (longest > QUICK_MS * SLACK) slow.push(`${name}: ${Math.round(longest)} ms`);
  };
  for (const place of ['Bookings', 'Links', 'Leads', 'Settings', 'Calendar', 'Home']) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await page.waitForLoadState('networkidle');
  }
  for (const place of ['Bookings', 'Links', 'Leads', 'Settings', 'Calendar', 'Home']) {
    await time(place, () => page.getByRole('link', { name: place, exact: true }).click());
  }
  await time('keys', () => page.keyboard.press('?'));
  assert.deepEqual(slow, []);
  await context.close();
});

/** A machine that runs other tests beside this one is given twice the time. */
const SLACK = process.env['CI'] ? 3 : 2;

interface Watched {
  longestInteraction?: number;
  watching?: PerformanceObserver;
}

/** From the press to the next paint, as browsers measure it (Event Timing). */
function watchInteractions(): void {
  const here = globalThis as unknown as Watched;
  here.longestInteraction = 0;
  here.watching?.disconnect();
  here.watching = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      here.longestInteraction = Math.max(here.longestInteraction ?? 0, entry.duration);
    }
  });
  here.watching.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
