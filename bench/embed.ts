/** A link within another website, in a browser: how soon its times are there to be chosen, on a poor telephone with a poor line. */
import { chromium, type Browser } from 'playwright-core';
import { serveForJourney } from '../journeys/house.test-support.ts';
import { POOR, slowDown, usableAfter } from '../journeys/page-figures.test-support.ts';
import { settle } from '../journeys/termika.test-support.ts';
import { pageWith, serveWebsite, SITE_SHEET, strictPolicy } from '../journeys/website.test-support.ts';
import { findChromium } from '../scripts/chromium.ts';
import { embedScript } from '../src/embed/script.ts';
import { gzipSync } from 'node:zlib';
import { most, printTable, quantile } from './table.ts';

const VISITS = 9;
const TARGETS = { usableMs: 1_000, scriptKilobytes: 4 };

const found = findChromium(process.env);
if ('path' in found) await measure(found.path);
else console.log(`\nThe page within a website is left out: ${found.missing}.`);

async function measure(executablePath: string): Promise<void> {
  const served = await serveForJourney();
  // One process for all frames, so that what slows the website down slows the frame within it down, too.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-site-isolation-trials'];
  const browser = await chromium.launch({ executablePath, args });
  const { key: _, ...settled } = await settle(served);
  let page = '';
  const site = await serveWebsite(
    () => ({ '/': page, '/site.css': SITE_SHEET }),
    () => strictPolicy(served.url),
  );
  const path = await settled.share({ slug: 'talk', embedOrigins: [site.origin] });
  page = pageWith(served.url, `<div data-rondo="${served.url}${path}" data-rondo-mode="inline"></div>`);
  await visit(browser, site.at('/')); // warms the server up, as it is in use
  const usable: number[] = [];
  for (let time = 0; time < VISITS; time++) usable.push(await visit(browser, site.at('/')));
  await browser.close();
  await site.close();
  await served.close();
  const line = `${POOR.cpu}× slower CPU, ${POOR.bitsPerSecond / 1e6} Mbit/s, ${POOR.latencyMs} ms`;
  const within = printTable(`A link within another website, cold cache, ${line}`, [
    most('embed.js, gzip', gzipSync(embedScript().body).length / 1000, TARGETS.scriptKilobytes, 'kB', 2),
    most(`times to choose from, median of ${VISITS}`, quantile(usable, 0.5), TARGETS.usableMs, 'ms', 0),
    most('times to choose from, least disturbed', Math.min(...usable), TARGETS.usableMs, 'ms', 0),
  ]);
  if (process.argv.includes('--check') && !within) process.exitCode = 1;
}

/** From asking for the website to the free times in the frame, with the script at work, in milliseconds. */
async function visit(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({
    timezoneId: 'Europe/Paris',
    viewport: { width: 360, height: 800 },
  });
  const page = await context.newPage();
  await slowDown(await context.newCDPSession(page));
  await page.goto(address);
  await page.frameLocator('iframe').locator('.slot').first().waitFor();
  await page.waitForLoadState('networkidle');
  const frame = page.frames().at(-1)!;
  const began = await page.evaluate(() => performance.timeOrigin);
  const usable = (await frame.evaluate(() => performance.timeOrigin)) - began + (await usableAfter(frame));
  await context.close();
  return usable;
}
