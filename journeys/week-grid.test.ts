import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { members, PASSWORD } from '../demo/cast.ts';
import { PATIENCE_MS, serveForJourney, visitor, type Served } from './house.test-support.ts';
import { settle } from './termika.test-support.ts';

const GRID = '/admin/parts/week-grid';

let served: Served;
let page: Page;

before(async () => {
  served = await serveForJourney();
  await settle(served);
  const { context, page: first } = await visitor(served);
  await context.request.post(`${served.url}/api/auth/sign-in/email`, {
    data: { email: members.anna.email, password: PASSWORD },
    headers: { origin: served.url },
  });
  page = first;
});
after(() => served.close());

async function openGrid(query = ''): Promise<void> {
  await page.goto(`${served.url}${GRID}${query}`);
  await page.getByRole('grid').waitFor();
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function told(words: string): Promise<void> {
  await page.locator('[data-told]', { hasText: words }).waitFor({ timeout: PATIENCE_MS });
}

async function said(words: string): Promise<void> {
  await page
    .locator('output.sr-only', { hasText: words })
    .first()
    .waitFor({ state: 'attached', timeout: PATIENCE_MS });
}

async function boxOf(selector: string) {
  const box = await page.locator(selector).first().boundingBox();
  assert.ok(box, `${selector} is not shown`);
  return box;
}

async function drag(from: { x: number; y: number }, right: number, down: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + right / 2 + 5, from.y + down / 2 + 5, { steps: 3 });
  await page.mouse.move(from.x + right, from.y + down, { steps: 3 });
}

test('the week grid is one tab stop; by keys alone a time is found, spoken, picked, moved, stretched and asked about', async () => {
  await openGrid();
  await page.getByRole('grid').focus();
  await press('Home');
  await said('Tuesday 1 December, 08:00, Anna Nowak: free');
  await press('ArrowRight');
  await said('Tuesday 1 December, 08:00, Ana Duarte: closed');
  await press('w');
  await told('why ana 2026-12-01T07:00:00Z');
  await press('ArrowLeft', 'j', 'Enter');
  await told('open anna-5');
  await press('m', 'ArrowUp', 'ArrowUp', 'Enter');
  await told('move anna-5 anna 2026-12-01T07:00:00Z 2026-12-01T08:00:00Z');
  await press('m', 'Shift+ArrowDown', 'Enter');
  await told('resize anna-5 2026-12-01T07:00:00Z 2026-12-01T08:15:00Z');
  await press('m', 'Control+ArrowRight', 'Escape');
  await said('Put back');
  await press('Delete');
  await told('delete anna-5');
  await press('Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter');
  await told('pick anna 2026-12-01T07:00:00Z 2026-12-01T07:45:00Z');
  await press('PageDown');
  await said('8 December');
  await press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[role=grid]') === null), true);
});

test('by mouse: a drag picks, a span is carried to another day, its edge pulled, and Escape leaves it', async () => {
  await openGrid();
  const demo = await boxOf('[data-span="anna-1"]');
  const day = (await boxOf('[data-lane="1:0"]')).x - (await boxOf('[data-lane="0:0"]')).x;
  await drag({ x: demo.x + 20, y: demo.y + 8 }, day, 0);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.equal(await page.locator('[data-told]').innerText(), '');
  await drag({ x: demo.x + 20, y: demo.y + 8 }, day, 0);
  await page.mouse.up();
  await told('move anna-1 anna 2026-12-01T08:30:00Z 2026-12-01T09:15:00Z');
  const review = await boxOf('[data-span="anna-0"]');
  await drag({ x: review.x + 20, y: review.y + review.height - 2 }, 0, review.height / 4);
  await page.mouse.up();
  await told('resize anna-0 2026-11-30T07:00:00Z 2026-11-30T08:15:00Z');
  const train = await boxOf('[data-span="anna-20"]');
  await drag({ x: train.x + 20, y: train.y - 40 }, 0, 30);
  await page.mouse.up();
  await told('pick anna 2026-12-03T11:15:00Z');
  await page.locator('[data-span="anna-2"]').click();
  await told('pick anna 2026-11-30T10:00:00Z 2026-11-30T11:00:00Z anna-2');
});

test("the doubled hour of Warsaw's 25 October 2026 stands twice on the axis; the missing one of 28 March 2027 is named", async () => {
  await openGrid('?from=2026-10-24');
  assert.equal(await page.getByText('02:00', { exact: true }).count(), 2 + 2 - 1);
  await openGrid('?from=2027-03-25');
  assert.equal(await page.getByText('Clocks go forward').count(), 2);
});

test('axe finds nothing in the week grid, light or dark, wide or narrow', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const [width, scheme] of [
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await openGrid();
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run('[role=grid]');
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    assert.deepEqual(found, []);
  }
});

interface Axe {
  run(part: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}
