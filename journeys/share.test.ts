import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';
import { members } from '../demo/cast.ts';
import { ask, PATIENCE_MS, serveForJourney, until, visitor, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody, type AtWork } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let house: Served;
let termika: Settled;
let anna: AtWork;
let page: Page;

before(async () => {
  house = await serveForJourney();
  termika = await settle(house);
  await termika.share({ title: 'Talk with Anna', slug: 'talk' });
  anna = await atWork(house, '/admin/links?q=talk');
  page = anna.page;
  page.setDefaultTimeout(PATIENCE_MS);
  await anna.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
after(() => house.close());

const api = (method: string, path: string, body?: unknown) => ask(house, termika.key, method, path, body);
const dialog = () => page.getByRole('dialog', { name: 'Share Talk with Anna' });
const way = (name: string) => dialog().getByRole('tab', { name }).click();
const copied = () => page.evaluate(() => navigator.clipboard.readText());
const saysCopied = () => dialog().getByRole('status').filter({ hasText: 'Copied' }).waitFor();
const linkId = async (slug: string) =>
  ((await api('GET', '/api/links?limit=200')).body.items as { id: string; slug: string }[]).find(
    (link) => link.slug === slug,
  )!.id;

async function shareTalk(): Promise<void> {
  await page.getByRole('button', { name: 'Share Talk with Anna' }).click();
  await dialog().waitFor();
}

test('L2: shared by hand, the copied address opens for a visitor; what it carries goes along', async () => {
  await shareTalk();
  await dialog().getByRole('button', { name: 'Tell where visitors come from' }).click();
  await dialog().getByLabel('Source').fill('leaflet & fair');
  await dialog().getByRole('button', { name: 'Copy the address' }).click();
  await saysCopied();
  const address = await copied();
  assert.equal(new URL(address).searchParams.get('utm_source'), 'leaflet & fair');
  const { page: theirs, context } = await visitor(house, {});
  await theirs.goto(address);
  await theirs.getByRole('heading', { name: 'Talk with Anna' }).first().waitFor();
  await context.close();
});

test('the QR code that is saved leads there, as a drawing and as a picture', async () => {
  await way('QR code');
  const saved = async (kind: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog()
        .getByRole('button', { name: `Download as ${kind}` })
        .click(),
    ]);
    assert.equal(file.suggestedFilename(), `talk-qr.${kind.toLowerCase()}`);
    return readFile(await file.path());
  };
  const drawing = String(await saved('SVG'));
  assert.match(drawing, /^<svg xmlns[^>]*>(<path [^>]*\/>){2}<\/svg>\n$/);
  const picture = (await saved('PNG')).toString('base64');
  const modules = Number(/viewBox="0 0 (\d+) /.exec(drawing)?.[1]);
  assert.equal(await scanned(picture, modules), `${house.url}/termika/talk?utm_source=leaflet+%26+fair`);
});

/** What a camera reads of a picture, four of its pixels to a module. */
async function scanned(png: string, modules: number): Promise<string> {
  const side = modules * 4;
  const { wide, pixels } = await page.evaluate(
    async ({ encoded, small }) => {
      const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const pen = new OffscreenCanvas(small, small).getContext('2d')!;
      pen.imageSmoothingEnabled = false;
      pen.drawImage(picture, 0, 0, small, small);
      const { data } = pen.getImageData(0, 0, small, small);
      return { wide: picture.width, pixels: new Uint8Array(data.buffer).toBase64() };
    },
    { encoded: png, small: side },
  );
  assert.ok(wide >= 1024 && wide % modules === 0, `${wide} pixels for ${modules} modules`);
  return decodeQR({ width: side, height: side, data: Uint8Array.from(Buffer.from(pixels, 'base64')) });
}

test('a signature is copied with its looks, as HTML and as text', async () => {
  await way('E-mail signature');
  await dialog().getByLabel('Words of the link').fill('Meet <Anna> & me');
  await dialog().getByRole('button', { name: 'Copy the signature' }).click();
  await saysCopied();
  const rich = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/html')).text();
  });
  assert.match(
    rich,
    /<a href="[^"]*\/termika\/talk\?utm_source=[^"]*".*>Meet &lt;Anna&gt; &amp; me<.*<\/a>/s,
  );
  assert.match(rich, /color/);
  assert.match(await copied(), /^Meet <Anna> & me: http/);
  await dialog().getByRole('button', { name: 'Copy the HTML' }).click();
  await until('the HTML', async () => (await copied()).startsWith('<a href="'));
  await isForEverybody(page);
});

test('L5: a website is allowed and its code made by keyboard alone; the preview is the very page', async () => {
  await dialog().getByRole('tab', { name: 'E-mail signature' }).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await dialog().getByText('No website may show this link yet').waitFor();
  const field = dialog().getByLabel('Address of the website');
  await field.focus();
  await page.keyboard.type('http://shop.example');
  await page.keyboard.press('Enter');
  await dialog().getByText('Write the address of a website, such as').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('shop.example/contact');
  await page.keyboard.press('Enter');
  await dialog().getByRole('button', { name: 'Remove https://shop.example' }).waitFor();
  const { embedOrigins } = (await api('GET', `/api/links/${await linkId('talk')}`)).body;
  assert.deepEqual(embedOrigins, ['https://shop.example']);

  await dialog().getByRole('radio', { name: 'Within the page' }).focus();
  await page.keyboard.press('ArrowDown');
  const words = dialog().getByLabel('Words of the button');
  await words.focus();
  await page.keyboard.type('"Meet" <us> & eat');
  await dialog().getByRole('button', { name: 'Copy the code' }).focus();
  await page.keyboard.press('Enter');
  await saysCopied();
  const code = await copied();
  assert.match(code, /data-rondo-text="&quot;Meet&quot; &lt;us&gt; &amp; eat"/);
  assert.match(code, new RegExp(`<script src="${house.url}/embed.js" async></script>$`));

  await dialog().getByRole('button', { name: '"Meet" <us> & eat' }).focus();
  await page.keyboard.press('Enter');
  const frame = page.frameLocator('iframe[title="How it looks on a website"]');
  await frame.getByText('Talk with Anna').first().waitFor();
  await isForEverybody(page);
});

test('without leave to copy the text is selected, and that is said', async () => {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  });
  await way('Link');
  await dialog().getByRole('button', { name: 'Copy the address' }).click();
  await dialog().getByRole('status').filter({ hasText: 'It is selected now' }).waitFor();
  const selected = await page.evaluate(() => {
    const box = document.activeElement as HTMLTextAreaElement;
    return box.value.slice(box.selectionStart, box.selectionEnd);
  });
  assert.match(selected, /\/termika\/talk\?utm_source=/);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  assert.deepEqual([anna.complaints, anna.elsewhere], [[], []]);
});

test('L2, L3: the list unfolds what is free by a key, tells how picked times stand, and is narrowed to a member', async () => {
  const start = Temporal.Now.instant()
    .add({ hours: 24 * 40 })
    .round({ smallestUnit: 'hour' });
  const times = [0, 2].map((hour) => ({
    start: start.add({ hours: hour }).toString(),
    end: start.add({ hours: hour + 1 }).toString(),
  }));
  await termika.share({
    kind: 'specific-times',
    title: 'Talk twice',
    slug: 'talk-twice',
    times,
    hours: null,
  });
  await page.goto(`${house.url}/admin/links?q=talk`);
  await page.getByText('2 of 2 left').waitFor();
  await page.getByRole('link', { name: 'Talk twice', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('complementary').getByText('free', { exact: true }).first().waitFor();
  await isForEverybody(page);
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Change the times of Talk twice' }).click();
  await page.locator('h2:focus', { hasText: 'Times' }).waitFor();

  await page.goto(`${house.url}/admin/links?whose=everyone`);
  await page.getByRole('combobox', { name: 'Of whom' }).fill('Anna');
  await page.getByRole('option', { name: /Anna Nowak/ }).click();
  await page.waitForURL(new RegExp(`owner=${termika.annaId}`));
  await page.getByRole('link', { name: 'Talk twice', exact: true }).waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole('button', { name: 'More for Talk twice' }).waitFor();
  await fits(page);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('L2: from the top left of the calendar an address is copied, times are picked, availability is managed', async () => {
  await page.goto(`${house.url}/admin/calendar`);
  await page.getByRole('button', { name: 'Scheduler' }).click();
  await page.getByRole('button', { name: 'Copy the address of Talk with Anna' }).click();
  await page
    .getByText(/^Copied: /)
    .first()
    .waitFor();
  assert.match(await copied(), /\/termika\/talk$/);
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Share Talk with Anna' }).click();
  await dialog().waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Scheduler' }).click();
  await page.getByRole('link', { name: /^Pick times/ }).click();
  await page.waitForURL(/\/links\/new\?kind=specific-times/);
  await page.goBack();
  await page.getByRole('button', { name: 'Scheduler' }).click();
  await page.getByRole('link', { name: 'Manage availability' }).click();
  await page.getByRole('heading', { name: 'Links', level: 1 }).waitFor();
  await anna.context.close();
});

test('N3: a colleague’s link is shared, but neither changed nor opened to websites', async () => {
  const { bo } = members;
  await api('POST', '/api/members', {
    ...bo,
    role: 'member',
    password: 'warm bricks and quiet fans',
    seat: true,
  });
  const theirs = await atWork(house, '/admin/links?whose=everyone&q=talk+with', { email: bo.email });
  page = theirs.page;
  await shareTalk();
  await way('Website');
  await dialog().getByText('https://shop.example').first().waitFor();
  assert.equal(await dialog().getByLabel('Address of the website').count(), 0);
  assert.equal(
    await dialog()
      .getByRole('button', { name: /^Remove/ })
      .count(),
    0,
  );
  await dialog().getByRole('button', { name: 'Copy the code' }).waitFor();
  await theirs.context.close();
});
