import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveForJourney, visitor, type Served } from './house.test-support.ts';
import { measurePage } from './page-figures.test-support.ts';
import { everyField, settle } from './termika.test-support.ts';

let served: Served;
let path: string;

before(async () => {
  served = await serveForJourney();
  path = await (await settle(served)).share({ ...everyField, slug: 'consultation' });
});
after(() => served.close());

test('the first free week is in the HTML itself, and all of the page takes ten requests and 60 kB at most', async () => {
  const html = await (await fetch(`${served.url}${path}`)).text();
  assert.ok(html.match(/data-date=/g)!.length >= 1);
  assert.match(html, /class="slot"/);
  const figures = await measurePage(served, path, 'America/New_York');
  assert.ok(figures.requests <= 10, `${figures.requests} requests`);
  assert.ok(figures.bytes <= 60_000, `${figures.bytes} bytes`);
});

test('a second visit fetches the page alone: sheet and script are kept', async () => {
  const { page, context } = await visitor(served);
  await page.goto(`${served.url}${path}?timeZone=Europe/Paris`, { waitUntil: 'networkidle' });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const overWire = new Map<string, string>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) =>
    overWire.set(requestId, new URL(request.url).pathname),
  );
  session.on('Network.requestServedFromCache', ({ requestId }) => overWire.delete(requestId));
  await page.goto(`${served.url}${path}?timeZone=Europe/Paris&duration=60`, { waitUntil: 'networkidle' });
  // When it looks at the icon is the browser's own affair.
  const asked = [...overWire.values()].filter((one) => !one.endsWith('.svg'));
  assert.deepEqual(asked, [path]);
  await context.close();
});
