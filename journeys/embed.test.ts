import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { findings } from './axe.test-support.ts';
import { serveForJourney, until, visitor, type Served, type VisitorOptions } from './house.test-support.ts';
import { settle } from './termika.test-support.ts';
import {
  book,
  forged,
  heard,
  listen,
  pageWith,
  send,
  serveWebsite,
  SITE_SHEET,
  speaksForItself,
  strictPolicy,
  unknown,
  type Website,
} from './website.test-support.ts';

let served: Served;
let site: Website;
let pages: Record<string, string>;

before(async () => {
  served = await serveForJourney({ SMTP_URL: 'smtp://127.0.0.1:9' });
  const settled = await settle(served);
  site = await serveWebsite(
    () => pages,
    () => strictPolicy(served.url),
  );
  const link = { title: 'Talk to the workshop', verification: 'never', embedOrigins: [site.origin] };
  const talk = served.url + (await settled.share({ ...link, slug: 'talk' }));
  const onward =
    served.url +
    (await settled.share({ ...link, slug: 'onward', redirectUrl: 'https://shop.example/thanks' }));
  const snippet = (url: string, mode: string, more = ''): string =>
    `<div data-rondo="${url}" data-rondo-mode="${mode}" ${more}></div>`;
  pages = {
    '/site.css': SITE_SHEET,
    '/inline': pageWith(served.url, snippet(talk, 'inline')),
    '/dialog': pageWith(
      served.url,
      snippet(talk, 'dialog', 'data-rondo-language="fr" data-rondo-text="Parler à l’atelier"'),
      'fr',
    ),
    '/float': pageWith(served.url, snippet(talk, 'float', 'data-rondo-theme="dark"'), 'pl'),
    '/many': pageWith(
      served.url,
      `<div id="dark">${snippet(talk, 'inline')}${snippet(onward, 'inline')}</div>`,
    ),
    '/onward': pageWith(served.url, snippet(onward, 'inline')),
    '/bare': `<!doctype html><title>Bare</title><iframe src="${talk}?embed=inline" title="Talk" width="900" height="900"></iframe>`,
  };
});
after(async () => {
  await site.close();
  await served.close();
});

/** A visitor of the website, whose browser takes no cookies of third parties. */
async function visit(path: string, options: VisitorOptions = {}, host?: 'other.localhost') {
  const { page, context } = await visitor(served, options);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCookieControls', { enableThirdPartyCookieRestriction: true });
  const asked = new Set<string>();
  context.on('request', (request) => asked.add(new URL(request.url()).origin));
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  await listen(page);
  await page.goto(site.at(path, host));
  return { page, context, asked, said, inside: page.frameLocator('iframe') };
}

function frameOf(page: Page): Promise<Frame> {
  return until('the frame', async () => page.frames().find((frame) => frame.url().startsWith(served.url)));
}

/** As tall as what is in it: nothing within can be scrolled. */
async function hasRoom(page: Page): Promise<boolean> {
  const frame = await frameOf(page);
  return frame.evaluate(() => document.body.getBoundingClientRect().height <= innerHeight);
}

function booked(page: Page) {
  return until('the website hears of it', async () =>
    (await heard(page)).events.find(({ name }) => name === 'booked'),
  );
}

test('L5: a visitor books within somebody else’s page, under a strict policy and without cookies; nothing jumps', async () => {
  const { page, context, asked, said, inside } = await visit('/inline?utm_source=letter');
  await inside.getByRole('heading', { name: 'Talk to the workshop' }).waitFor();
  await until('it is ready', async () => (await heard(page)).events.some(({ name }) => name === 'ready'));
  const frame = await frameOf(page);
  assert.match(frame.url(), /embed=inline&theme=light&utm_source=letter$/);
  assert.equal(
    await frame.evaluate(() => {
      document.cookie = 'a=b; SameSite=None; Secure';
      return document.cookie;
    }),
    '',
  );
  await until('no bar to scroll with', () => hasRoom(page));
  await book(inside, 'Ewa Lis');
  const { detail } = await booked(page);
  assert.deepEqual(Object.keys(detail).toSorted(), ['end', 'start', 'status']);
  await until('no bar to scroll with', () => hasRoom(page));
  const { events, messages, shift } = await heard(page);
  assert.deepEqual(
    events.map(({ name }) => name),
    ['ready', 'time', 'booked'],
  );
  assert.equal(events[1]?.detail.start, detail.start);
  assert.ok(shift < 0.05, `the page jumped by ${shift}`);
  assert.doesNotMatch(JSON.stringify(messages), /Ewa|lis\.example|bookings/);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual([...asked].toSorted(), [served.url, site.origin].toSorted());
  assert.deepEqual(said, []);
  assert.deepEqual(await findings(frame as unknown as Page), []);
  assert.deepEqual(await findings(page), []);
  await context.close();
});

test('L5: a button opens a dialog; Esc within it closes it, gives the focus back and keeps what was typed (French)', async () => {
  const { page, context, inside } = await visit('/dialog', { locale: 'fr-FR' });
  const button = page.getByRole('button', { name: 'Parler à l’atelier' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Parler à l’atelier' });
  await dialog.waitFor();
  await inside.getByText('Heure de Paris').waitFor();
  await inside.locator('.slot').first().click();
  await inside.locator('[name=name]').fill('Chloé Girard');
  assert.deepEqual(await findings((await frameOf(page)) as unknown as Page), []);
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await button.evaluate((one) => one.matches(':focus')), true);
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  assert.equal(await inside.locator('[name=name]').inputValue(), 'Chloé Girard');
  await inside.locator('[name=email]').fill('chloe@girard-pains.example');
  await inside.locator('#form button.main').click();
  await inside
    .getByRole('heading', { name: 'Rendez-vous pris' })
    .or(inside.locator('[data-step=booked]'))
    .first()
    .waitFor();
  await booked(page);
  await page.getByRole('button', { name: 'Fermer' }).click();
  // It says that it closed a moment after it is hidden.
  await until('it says so', async () => (await heard(page)).events.at(-1)?.name === 'close');
  assert.deepEqual(
    (await heard(page)).events.map(({ name }) => name),
    ['ready', 'time', 'close', 'booked', 'close'],
  );
  await context.close();
});

test('L5: a floating button on a telephone: the dialog fills the screen, dark as the website asks (Polish)', async () => {
  const { page, context, inside } = await visit('/float', { locale: 'pl-PL', width: 360, touch: true });
  await page.getByRole('button', { name: 'Umów spotkanie' }).tap();
  await inside.locator('.slot').first().waitFor();
  const box = await page.locator('dialog').boundingBox();
  assert.deepEqual(box, { x: 0, y: 0, width: 360, height: 900 });
  const frame = await frameOf(page);
  assert.equal(
    await frame.evaluate(() => getComputedStyle(document.body.parentElement!).backgroundColor),
    'rgb(21, 24, 23)',
  );
  assert.deepEqual(await findings(frame as unknown as Page), []);
  await book(inside, 'Ewa Lis');
  await booked(page);
  assert.ok((await heard(page)).shift < 0.05);
  await page.getByRole('button', { name: 'Zamknij' }).tap();
  await page.locator('dialog').waitFor({ state: 'hidden' });
  await context.close();
});

test('ABUSE 29: a website that the link does not name shows a plain way to the page, and says why', async () => {
  const { page, context, said } = await visit('/inline', {}, 'other.localhost');
  const way = page.getByRole('link', { name: 'Book a meeting' });
  await way.waitFor();
  assert.equal(await way.getAttribute('href'), `${served.url}/termika/talk`);
  assert.equal(await page.locator('iframe').isVisible(), false);
  assert.deepEqual(
    (await heard(page)).events.map(({ name }) => name),
    ['refused'],
  );
  assert.ok(
    said.some((line) => /^warning: Rondo: .*other\.localhost/.test(line)),
    said.join('\n'),
  );
  await context.close();
});

test('ABUSE 28, 29: only the frame itself is heard, in words that are known; after booking the website goes where the link says', async () => {
  const { page, context, inside } = await visit('/onward');
  await inside.locator('.slot').first().waitFor();
  await until('it is ready', async () => (await heard(page)).events.length > 0);
  const height = () => page.locator('iframe').evaluate((frame) => (frame as HTMLElement).style.height);
  const before = await height();
  await page.evaluate((words) => postMessage(words, '*'), forged);
  const frame = await frameOf(page);
  for (const words of unknown) await frame.evaluate((said) => parent.postMessage(said, '*'), words as object);
  await frame.evaluate(() =>
    dispatchEvent(new MessageEvent('message', { data: { rondo: 'hello' }, origin: 'https://evil.example' })),
  );
  await until('all of it has come', async () => (await heard(page)).messages.length >= 8);
  assert.deepEqual(
    (await heard(page)).events.map(({ name }) => name),
    ['ready'],
  );
  assert.equal(await height(), before);
  assert.equal(page.url(), site.at('/onward'));
  await page.route('https://shop.example/**', (route) =>
    route.fulfill({ body: 'Thank you', contentType: 'text/plain' }),
  );
  await send(inside, 'Ewa Lis');
  await page.waitForURL('https://shop.example/thanks');
  await context.close();
});

test('L5: without any script the frame works by itself, to the booked meeting', async () => {
  const { page, context } = await visitor(served, { script: false });
  await page.goto(site.at('/bare'));
  const inside = page.frameLocator('iframe');
  await inside.locator('.slot').first().click();
  await inside.locator('[name=name]').fill('Ewa Lis');
  await inside.locator('[name=email]').fill('ewa@lis.example');
  // Nobody fills in a form in under two seconds, and Rondo knows it (ABUSE 14).
  await page.waitForTimeout(2_200);
  await inside.locator('#form button.main').click();
  await inside.locator('[data-step=booked]').waitFor();
  await context.close();
});

test('L5: several embeds on a page, one put in later, one opened by the website itself; none of another house', async () => {
  const { page, context, said } = await visit('/many', { dark: true });
  const frames = page.locator('iframe');
  await until('both are ready', async () => (await heard(page)).events.length === 2);
  assert.deepEqual(
    await frames.evaluateAll((all) => all.map((frame) => (frame as HTMLIFrameElement).title)),
    ['Book a meeting', 'Book a meeting (2)'],
  );
  await wears(page, 'dark');
  await speaksForItself(page, served.url);
  await page.evaluate(() => {
    const first = document.querySelector<HTMLElement>('[data-rondo]')!;
    for (const address of [
      first.dataset['rondo']!,
      'https://evil.example/firm/talk',
      'javascript:alert(1)',
    ]) {
      const later = document.createElement('div');
      later.dataset['rondo'] = address;
      document.querySelector('main')!.append(later);
    }
  });
  await frames.nth(2).scrollIntoViewIfNeeded();
  await until('the third is ready', async () => (await heard(page)).events.length === 3);
  assert.equal(await frames.count(), 3);
  assert.equal(said.filter((line) => /^error: Rondo: .* is not at/.test(line)).length, 2);
  const act = (name: 'open' | 'close') =>
    page.evaluate((which) => {
      const { Rondo } = window as unknown as { Rondo: Record<string, (address: string) => void> };
      Rondo[which]!(document.querySelector<HTMLElement>('[data-rondo]')!.dataset['rondo']!);
    }, name);
  await act('open');
  await page.getByRole('dialog', { name: 'Book a meeting' }).waitFor();
  await act('close');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  // The browser says that a dialog has closed a moment after it is gone.
  await until('it is said', async () => (await heard(page)).events.some(({ name }) => name === 'close'));
  await context.close();
});

async function wears(page: Page, theme: string): Promise<void> {
  const frame = await frameOf(page);
  await until(`the frame is ${theme}`, () =>
    frame.evaluate((wanted) => document.documentElement.dataset['theme'] === wanted, theme),
  );
}

test('L5: a website whose style sheet comes after the script: the frame turns dark with it', async () => {
  const { page, context } = await visitor(served);
  const sheet = Promise.withResolvers<void>();
  await page.route('**/site.css', async (route) => {
    await sheet.promise;
    await route.continue();
  });
  await page.goto(site.at('/many'), { waitUntil: 'commit' });
  await page.locator('iframe[src*="theme=light"]').first().waitFor({ state: 'attached' });
  sheet.resolve();
  await wears(page, 'dark');
  await context.close();
});
