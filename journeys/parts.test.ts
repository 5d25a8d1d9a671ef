import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { members, PASSWORD } from '../demo/cast.ts';
import { PATIENCE_MS, serveForJourney, until, type Served } from './house.test-support.ts';
import { settle } from './termika.test-support.ts';

/** `RONDO_PICTURES=1` writes the pictures of docs/pictures/parts anew; fonts differ, so they are looked at, not compared. */
const PICTURES = process.env['RONDO_PICTURES'] === '1';

const STORIES = [
  'buttons',
  'fields',
  'choosing',
  'dates',
  'marks',
  'overlays',
  'pages',
  'lists',
  'tables',
  'boards',
  'files',
  'records',
  'figures',
  'notices',
];

let served: Served;
let page: Page;
let axe: string;
const complaints: string[] = [];

before(async () => {
  served = await serveForJourney();
  await settle(served);
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  page = await openParts();
});
after(() => served.close());

async function openParts(touch = false): Promise<Page> {
  const context = await served.browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Warsaw',
    viewport: { width: touch ? 390 : 1440, height: 900 },
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: 'reduce',
  });
  await context.request.post(`${served.url}/api/auth/sign-in/email`, {
    data: { email: members.anna.email, password: PASSWORD },
    headers: { origin: served.url },
  });
  const opened = await context.newPage();
  opened.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await opened.goto(`${served.url}/admin/parts`);
  await opened.locator('#notices').waitFor();
  return opened;
}

interface Axe {
  run(parts: {
    include: string[];
    exclude: string[];
  }): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** The library's focus guards hand the focus on as soon as they get it, which axe cannot see. */
const GUARDS = '[data-base-ui-focus-guard]';

async function axeFindings(include: string): Promise<string[]> {
  await page.waitForTimeout(250); // past fading, which would change contrasts
  await page.evaluate(axe);
  return page.evaluate(
    async (parts) => {
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(parts);
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
    },
    { include: [include], exclude: [GUARDS] },
  );
}

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

async function heightOf(part: Locator): Promise<number> {
  const box = await part.first().boundingBox();
  assert.ok(box, 'not shown');
  return Math.round(box.height);
}

async function overflow(): Promise<number> {
  return page.evaluate(() => {
    const pane = document.querySelector('main')?.parentElement;
    return Math.max(
      document.documentElement.scrollWidth - innerWidth,
      (pane?.scrollWidth ?? 0) - (pane?.clientWidth ?? 0),
    );
  });
}

test('axe finds nothing in any part, light or dark, wide or narrow', async () => {
  for (const width of [1440, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axeFindings('main'), [], `${width} ${colorScheme}`);
      if (PICTURES && (width === 1440) === (colorScheme === 'light'))
        await takePictures(`${width}-${colorScheme}`);
    }
});

async function takePictures(name: string): Promise<void> {
  for (const story of STORIES)
    await page.locator(`#${story}`).screenshot({ path: `docs/pictures/parts/${story}-${name}.png` });
}

test('axe finds nothing in what opens', async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  const openers: Record<string, Locator> = {
    dialog: button('Open a dialog'),
    question: button('Ask first'),
    menu: page.locator('#overlays').getByRole('button', { name: 'More' }),
    select: page.getByRole('combobox', { name: 'Who gets the meeting' }),
    combobox: page.locator('[aria-label="Show the choices"]').first(),
    month: page.locator('[aria-label="Choose a date"]').first(),
    commands: button('Find and act'),
    conflict: button('Two changed one thing'),
  };
  for (const [name, opener] of Object.entries(openers)) {
    await opener.click();
    await page.locator('[data-base-ui-portal] [data-open]').first().waitFor();
    assert.deepEqual(await axeFindings('[data-base-ui-portal]'), [], name);
    if (PICTURES) await page.screenshot({ path: `docs/pictures/parts/open-${name}.png` });
    await page.keyboard.press('Escape');
    await page.waitForTimeout(200);
  }
});

test('controls are 28 and 32 high, rows 36, bars 48', async () => {
  assert.equal(await heightOf(button('Add outcome')), 28);
  assert.equal(await heightOf(page.locator('#buttons').getByRole('button', { name: 'Go back' })), 32);
  assert.equal(await heightOf(page.getByRole('combobox', { name: 'Who gets the meeting' })), 32);
  assert.equal(
    await heightOf(page.locator('#tables table').first().locator('tbody tr[aria-rowindex="3"]')),
    36,
  );
  assert.equal(await heightOf(page.locator('#pages header')), 48);
});

test('nothing scrolls sideways at 320 px, nor with text twice as large', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  assert.ok((await overflow()) <= 0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const wide = await overflow();
  await page.setViewportSize({ width: 640, height: 900 });
  const narrow = await overflow();
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await page.setViewportSize({ width: 1440, height: 900 });
  assert.ok(wide <= 0, `${wide} px too wide at 1440`);
  assert.ok(narrow <= 0, `${narrow} px too wide at 640`);
});

test('what fingers press is 44 px at least, but for what stands within a field or a line of text', async () => {
  const phone = await openParts(true);
  const small = await phone.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'main button, main [role=combobox], main input:not([aria-hidden])',
      ),
    ]
      .filter((part) => part.checkVisibility() && !part.closest('[role=grid], .sr-only'))
      .filter((part) => {
        const frame = part.closest('label') ?? (part.matches('input') ? part.parentElement : part) ?? part;
        const { width, height } = frame.getBoundingClientRect();
        return height < 43.5 && width > 2 && part.closest('[class*=border-line-strong]') === null;
      })
      .map((part) => part.outerHTML.slice(0, 160)),
  );
  assert.deepEqual(small, []);
  await phone.context().close();
});

test('Esc closes what lies on top first, then the panel, and the focus goes back to what opened it', async () => {
  await button('Open the row').click();
  const panel = page.getByRole('complementary', { name: 'Booking of Nathalie Roux' });
  await panel.waitFor();
  await panel.and(page.locator(':focus')).waitFor();
  await page.locator('#overlays').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menuitem', { name: 'Edit' }).waitFor({ state: 'detached' });
  assert.ok(await panel.isVisible());
  await panel.focus();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await button('Open the row').and(page.locator(':focus')).waitFor();
});

test('Ctrl Z takes the latest back, except inside a field', async () => {
  await button('Something to undo').click();
  await page.getByText('moved to Bo').first().waitFor();
  await page.locator('#fields').getByRole('textbox', { name: 'Note' }).focus();
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(150);
  assert.ok(await page.getByText('moved to Bo').first().isVisible());
  await button('Open the row').focus();
  await page.keyboard.press('Control+z');
  await page.getByText('Taken back').first().waitFor();
});

test('a value is edited where it stands: Esc restores, a refusal stays with its reason, Enter saves', async () => {
  const value = page.getByRole('button', { name: 'Edit Phone' });
  await value.focus();
  await page.keyboard.press('F2');
  const editor = page.getByRole('textbox', { name: 'Phone', exact: true });
  assert.equal(await heightOf(editor), 28);
  await editor.fill('later');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Edit Phone: +33 5 61 00 00 00' }).waitFor();
  await value.press('Enter');
  await editor.fill('later');
  await page.keyboard.press('Enter');
  await page.getByText('Write digits only').waitFor();
  await editor.fill('+33 5 61 11 11 11');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Edit Phone: +33 5 61 11 11 11' }).waitFor();
});

test('dates and times are typed as people write them; what cannot be read stays with the reason', async () => {
  const from = page.locator('#dates').getByRole('textbox', { name: 'From', exact: true });
  await from.fill('24.12.2026');
  await page.keyboard.press('Tab');
  await until('the date as it is written here', async () => (await from.inputValue()) === '24 Dec 2026');
  await from.fill('someday');
  await page.keyboard.press('Enter');
  await page.getByText('Write the date like').waitFor();
  await from.fill('24.12.2026');
  await from.press('Enter');
  await atOnce(['ArrowDown', 'ArrowDown', 'PageDown', 'Enter']);
  await until('the day chosen', async () => (await from.inputValue()) === '31 Jan 2027');
  const starts = page.getByRole('textbox', { name: 'Starts' });
  await starts.fill('2:40 pm');
  await starts.press('ArrowUp');
  await until('a quarter later', async () => (await starts.inputValue()) === '14:45');
});

/** Presses keys as somebody does who knows the way: without waiting for anything to be drawn in between. */
async function atOnce(keys: string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}

test('a table of 10,000 rows draws only what is in sight; arrows, J and End reach every row that is loaded', async () => {
  const table = page.getByRole('table', { name: 'Bookings' });
  assert.equal((await table.locator('tbody tr').count()) < 60, true);
  await table.locator('[data-row="0"]').focus();
  for (const key of ['ArrowDown', 'j', 'j', 'k']) await page.keyboard.press(key);
  await focusedRow(2);
  await page.keyboard.press('End');
  await focusedRow(199);
  await table.locator('[data-row="205"]').waitFor({ state: 'attached' });
  await page.keyboard.press('PageDown');
  await focusedRow(209);
  assert.equal((await table.locator('tbody tr').count()) < 60, true);
  await page.keyboard.press('Home');
  await focusedRow(0);
});

async function focusedRow(row: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => (document.activeElement as HTMLElement | null)?.dataset['row'] === String(wanted),
    row,
    { timeout: PATIENCE_MS },
  );
}

test('the command menu marks what was found, whatever the accents, and Enter takes the best', async () => {
  await button('Find and act').click();
  const field = page.getByRole('combobox', { name: 'Find and act' });
  await field.fill('chlo');
  await page.locator('mark').first().getByText('Chlo', { exact: true }).waitFor();
  await page.locator('[role=option][data-highlighted]').first().waitFor();
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
});

test('no part breaks the page’s own policy or complains', () => {
  assert.deepEqual(complaints, []);
});
