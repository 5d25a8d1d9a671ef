/** The public page in a browser: requests, bytes, and how soon it can be used on a poor telephone with a poor line. */
import { serveForJourney } from '../journeys/house.test-support.ts';
import { measurePage, POOR, type PageFigures } from '../journeys/page-figures.test-support.ts';
import { everyField, settle } from '../journeys/termika.test-support.ts';
import { findChromium } from '../scripts/chromium.ts';
import { most, printTable, quantile, type Row } from './table.ts';

const VISITS = 9;
const TARGETS = { requests: 10, kilobytes: 60, usableMs: 800 };

const browser = findChromium(process.env);
if ('path' in browser) await measure();
else console.log(`\nThe public page is left out: ${browser.missing}.`);

async function measure(): Promise<void> {
  const served = await serveForJourney();
  const path = await (await settle(served)).share({ ...everyField, slug: 'consultation' });
  await measurePage(served, path, 'Europe/Paris'); // warms the server up, as it is in use
  const near: PageFigures[] = [];
  const far: PageFigures[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    near.push(await measurePage(served, path, 'Europe/Paris'));
    far.push(await measurePage(served, path, 'America/New_York'));
  }
  await served.close();
  const line = `${POOR.cpu}× slower CPU, ${POOR.bitsPerSecond / 1e6} Mbit/s, ${POOR.latencyMs} ms`;
  const rows = [...rowsOf('visitor in the link’s zone', near), ...rowsOf('visitor in another zone', far)];
  const within = printTable(`The public page, cold cache, ${line}`, rows);
  if (process.argv.includes('--check') && !within) process.exitCode = 1;
}

function rowsOf(who: string, figures: PageFigures[]): Row[] {
  const requests = figures.map((one) => one.requests);
  const kilobytes = figures.map((one) => one.bytes / 1000);
  const usable = figures.map((one) => one.usableMs);
  return [
    most(`${who}: requests`, quantile(requests, 0.5), TARGETS.requests, 'requests', 0),
    most(`${who}: on the wire`, quantile(kilobytes, 0.5), TARGETS.kilobytes, 'kB'),
    most(`${who}: usable, median of ${VISITS}`, quantile(usable, 0.5), TARGETS.usableMs, 'ms', 0),
    // What others do on the machine at the time can only slow it down.
    most(`${who}: usable, least disturbed`, Math.min(...usable), TARGETS.usableMs, 'ms', 0),
  ];
}
