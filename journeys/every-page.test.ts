import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { everyPage } from '../src/booking-page/every-page.test-support.ts';
import { serveForJourney, visitor, type Served } from './house.test-support.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LONG = 'Przedsiębiorstwo-Piekarniczo-Cukiernicze-Zieliński-i-Synowie';
const RIGHT_TO_LEFT = 'מאפיית האחים כהן ובניו בע״מ, رحلة إلى المخبز في الصباح';

let served: Served;

before(async () => {
  served = await serveForJourney();
});
after(() => served.close());

/** Opens pages of every kind and state at an address of the served house, so that they get its sheet and script. */
async function* opened(pages: Record<string, string>, page: Page): AsyncGenerator<string> {
  let shown = '';
  await page.route(`${served.url}/sample`, (route) =>
    route.fulfill({ body: shown, contentType: 'text/html' }),
  );
  for (const [name, html] of Object.entries(pages)) {
    shown = html;
    await page.goto(`${served.url}/sample`);
    yield name;
  }
}

type Found = { id: string; nodes: { html: string; failureSummary: string }[] }[];

/** What axe-core has to say, page by page; empty when all is well. */
async function complaints(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const found = (await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: Document, how: object): Promise<{ violations: unknown }> };
    };
    const how = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
    return (await axe.run(document, how)).violations;
  }, only)) as Found;
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

test('axe-core finds nothing on any page, in light and in dark', async () => {
  const { page } = await visitor(served);
  for await (const name of opened(everyPage('en', 'Oven tour'), page)) {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    assert.deepEqual(await complaints(page), [], name);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await complaints(page, ['color-contrast']), [], `${name}, in dark`);
  }
});

test('nothing runs out of the narrowest page, or of one with text twice as large; what is pressed is large enough', async () => {
  const { page } = await visitor(served);
  for await (const name of opened(everyPage('pl', LONG), page)) {
    await page.setViewportSize({ width: 320, height: 800 });
    assert.deepEqual(await page.evaluate(tooWide), [], `${name}: too wide`);
    assert.deepEqual(await page.evaluate(tooSmall), [], `${name}: too small`);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await page.evaluate(tooWide), [], `${name}: large text, ${width} px`);
    }
  }
});

test('names of 300 characters and words from right to left stay within 320 px', async () => {
  const { page } = await visitor(served, { width: 320 });
  for await (const name of opened(everyPage('fr', `${'W'.repeat(300)} ${RIGHT_TO_LEFT}`), page)) {
    assert.deepEqual(await page.evaluate(tooWide), [], name);
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'ltr', name);
  }
});

function tooWide(): string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter(
    (one) => one.getBoundingClientRect().right > innerWidth + 1,
  );
  return wide.slice(0, 4).map((one) => one.outerHTML.slice(0, 120));
}

/** 44 px both ways, but for links inside a sentence. */
function tooSmall(): string[] {
  const pressed = document.querySelectorAll(
    '.page a, .page button, .page summary, .page input, .page select',
  );
  const shown = [...pressed].filter(
    (one) =>
      one.checkVisibility() &&
      !one.closest('p, .trap, .foot, .steps, ul.plain, .alert') &&
      one.getBoundingClientRect().width > 0,
  );
  const small = shown.filter((one) => {
    const target = one.matches('[type=radio], [type=checkbox]') ? (one.closest('label') ?? one) : one;
    const { width, height } = target.getBoundingClientRect();
    return height < 43.5 || width < 37;
  });
  return small.map((one) => `${one.outerHTML.slice(0, 100)} ${JSON.stringify(one.getBoundingClientRect())}`);
}
