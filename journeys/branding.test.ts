import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, ask, serveForJourney, visitor, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody, type AtWork } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let termika: Settled;
let work: AtWork;
let page: Page;

const SVG = 'http://www.w3.org/2000/svg';
const wordmark = (inner: string) => ({
  name: 'termika.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(`<svg xmlns="${SVG}" viewBox="0 0 96 24">${inner}</svg>`),
});

before(async () => {
  served = await serveForJourney();
  termika = await settle(served);
  work = await atWork(served, '/admin/settings/branding');
  page = work.page;
  page.setDefaultTimeout(PATIENCE_MS);
});
after(() => served.close());

const logos = () => page.getByRole('region', { name: 'Logo' });
const choose = (file: ReturnType<typeof wordmark>) => logos().locator('input[type=file]').setInputFiles(file);
const logo = async () =>
  (await ask(served, termika.key, 'GET', '/api/workspace')).body.logoUrl as string | null;

test('ABUSE 23: a drawing with a script is refused with its reason; a plain one is the logo at once', async () => {
  await choose(wordmark('<script>alert(1)</script>'));
  await logos().getByText('This SVG holds a script or reacts to a click').waitFor();
  assert.equal(await logo(), null);
  await choose(wordmark('<path fill="#8a2f1a" d="M0 0h96v24H0z"/>'));
  await logos().getByRole('img', { name: 'Termika' }).waitFor();
  assert.match((await logo())!, /\.svg$/);
  assert.equal(await page.locator('[data-shows] img').count(), 2, 'as visitors see it, in both themes');
  await isForEverybody(page);
  await fits(page);
});

test('a logo is pasted, removed, and brought back by undo', async () => {
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [64, 64];
    canvas.getContext('2d')!.fillRect(0, 0, 64, 64);
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), 'image/png'));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob], 'image.png', { type: 'image/png' }));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await logos().locator('img[src$=".png"]').waitFor();
  const pasted = await logo();
  await page.getByRole('button', { name: 'Remove the logo' }).click();
  await logos().getByRole('img').waitFor({ state: 'detached' });
  assert.equal(await logo(), null);
  const toast = page.locator('[data-base-ui-portal] [role=dialog]', { hasText: 'The logo is gone.' });
  await toast.locator('button', { hasText: 'Undo' }).click();
  await logos().locator('img[src$=".png"]').waitFor();
  assert.equal(await logo(), pasted);
});

const visit = {
  title: 'Visite',
  verification: 'never',
  questions: [
    { id: 'fours', label: 'Combien de fours ?', kind: 'choice', required: true, choices: ['1', 'Plus'] },
    { id: 'tel', label: 'Votre numéro', kind: 'phone', required: true },
  ],
  consents: [{ id: 'keep', text: 'Termika garde ces réponses. https://termika.example/vie', required: true }],
  footer: 'Termika, 12 rue des Fours\nLyon',
};

test('en français : who came by a newsletter sees the logo, answers, agrees and books, without a cookie', async () => {
  const path = await termika.share(visit);
  const { page: guest, context, elsewhere } = await visitor(served, { locale: 'fr-FR', width: 390 });
  guest.setDefaultTimeout(PATIENCE_MS);
  await guest.goto(`${served.url}${path}?utm_source=newsletter&utm_campaign=printemps`);
  const drawn = guest.getByRole('img', { name: 'Termika' });
  assert.ok(await drawn.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth > 0)));
  await guest.click('.slot >> nth=0');
  await guest.fill('[name=name]', 'Chloé Girard');
  await guest.fill('[name=email]', 'chloe@girard-pains.example');
  assert.equal(await guest.getAttribute('[name="answer.tel"]', 'type'), 'tel');
  await guest.click('button.main');
  await guest.getByRole('alert').waitFor();
  assert.equal(await guest.locator('[role=alert] a').count(), 3, 'both answers and the consent are missing');
  await fits(guest);
  await isForEverybody(guest);
  await guest.check('[name="answer.fours"] >> nth=0');
  await guest.fill('[name="answer.tel"]', '+33 6 39 98 12 40');
  await guest.check('[name="consent.keep"]');
  // Nobody fills in a form in under two seconds, and Rondo knows it (ABUSE 14).
  await guest.waitForTimeout(2_200);
  await guest.click('button.main');
  await guest.waitForSelector('#done');
  assert.deepEqual([await context.cookies(), elsewhere], [[], []]);
});

test('the app says what brought them, on the booking and on the lead, and which wording they agreed to', async () => {
  const { body } = await ask(served, termika.key, 'GET', '/api/bookings');
  const [{ id, party }] = body.items as [{ id: string; party: { id: string } }];
  await page.goto(`${served.url}/admin/bookings?open=${id}`);
  await page.getByText('newsletter / printemps').waitFor();
  await page.getByText('(agreed to version 1)').waitFor();
  await page.goto(`${served.url}/admin/leads/${party.id}`);
  await page.getByText('newsletter / printemps').waitFor();
  assert.deepEqual(
    work.complaints.filter((said) => !/422/.test(said)),
    [],
  );
});
