import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, serveForJourney, visitor, type Served } from './house.test-support.ts';

let served: Served;

before(async () => {
  served = await serveForJourney();
});
after(() => served.close());

/** What a person needs: about a second to find and press a thing, and a fifth of one for each letter. */
const A_PRESS_MS = 1_500;
const A_LETTER_MS = 200;

interface Hands {
  presses: number;
  letters: number;
}

test('N4, N5: from an empty house to the first booked meeting in under three minutes', async () => {
  const began = Date.now();
  const hands: Hands = { presses: 0, letters: 0 };
  const { page, context } = await visitor(served);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page.setDefaultTimeout(PATIENCE_MS);
  await setUp(page, hands);
  await lookAtHours(page, hands);
  const address = await shareLink(page, hands);
  await strangerBooks(address, hands);
  await itIsThere(page, hands);
  const machine = Date.now() - began;
  const person = hands.presses * A_PRESS_MS + hands.letters * A_LETTER_MS;
  console.log(
    `first meeting: ${hands.presses} presses, ${hands.letters} letters, about ${Math.round((machine + person) / 1000)} s for a person (${Math.round(machine / 1000)} s of them waiting)`,
  );
  assert.ok(machine + person < 180_000, `${machine + person} ms`);
});

/** The page that the start prints, then straight into the app: set-up signs the owner in, or asks once. */
async function setUp(page: Page, hands: Hands): Promise<void> {
  await page.goto(served.setUpUrl);
  await type(page, hands, '[name=workspace]', 'Termika');
  await type(page, hands, '[name=name]', 'Anna Nowak');
  await type(page, hands, '[name=email]', 'anna@termika.example');
  await type(page, hands, '[name=password]', 'correct horse battery');
  await press(page, hands, 'button.main');
  await page.waitForSelector('code');
  await press(page, hands, 'a[href^="/sign-in"], a[href^="/admin"]');
  if (!page.url().includes('/sign-in')) return;
  await type(page, hands, '[name=email]', 'anna@termika.example');
  await type(page, hands, '[name=password]', 'correct horse battery');
  await press(page, hands, 'button.main');
}

/** Home names the first steps; hours are there already and are made one's own. */
async function lookAtHours(page: Page, hands: Hands): Promise<void> {
  await page.waitForURL(/\/admin\/?$/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await press(page, hands, 'nav a[href$="/settings"] >> visible=true');
  await press(page, hands, 'nav a[href$="/settings/hours"]');
  const end = page.getByLabel('Friday, 1: to');
  await end.fill('15');
  await end.press('Enter');
  hands.letters += 3;
  await page.getByText(/^Saved/).waitFor();
  await press(page, hands, 'main a:has-text("Share your link")');
}

/** The link that was made at set-up: its address is on the screen, ready to copy. */
async function shareLink(page: Page, hands: Hands): Promise<string> {
  await page.waitForURL(/\/admin\/links/);
  await page.getByText('anna-nowak').first().waitFor();
  hands.presses += 1;
  return `${served.url}/termika/anna-nowak`;
}

/** Somebody else, elsewhere, who knows nothing but the address. */
async function strangerBooks(address: string, hands: Hands): Promise<void> {
  const { page, context } = await visitor(served, { timezoneId: 'Europe/Warsaw' });
  await page.goto(address);
  await press(page, hands, '.slot >> nth=0');
  await page.waitForSelector('form [name=email]');
  await type(page, hands, '[name=name]', 'Marek Zieliński');
  await type(page, hands, '[name=email]', 'marek@baltyk.example');
  // Nobody fills in a form in under two seconds, and Rondo knows it (ABUSE 14).
  await page.waitForTimeout(2_200);
  await press(page, hands, 'button.main');
  await page.waitForSelector('#done');
  await context.close();
}

async function itIsThere(page: Page, hands: Hands): Promise<void> {
  await press(page, hands, 'nav a[href$="/bookings"] >> visible=true');
  await page.getByText('Marek Zieliński').first().waitFor();
}

async function type(page: Page, hands: Hands, field: string, text: string): Promise<void> {
  await page.fill(field, text);
  hands.presses += 1;
  hands.letters += text.length;
}

async function press(page: Page, hands: Hands, what: string): Promise<void> {
  await page.click(what);
  hands.presses += 1;
}
