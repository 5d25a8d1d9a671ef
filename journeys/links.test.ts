import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { members, officeWeek, PASSWORD } from '../demo/cast.ts';
import { ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let house: Served;
let termika: Settled;
let boId: string;

before(async () => {
  house = await serveForJourney();
  termika = await settle(house);
  const { bo } = members;
  const hired = await ask(house, termika.key, 'POST', '/api/members', {
    ...bo,
    role: 'member',
    password: PASSWORD,
    seat: true,
  });
  assert.equal(hired.status, 201, JSON.stringify(hired.body));
  boId = hired.body.id as string;
});
after(() => house.close());

const api = (method: string, path: string, body?: unknown) => ask(house, termika.key, method, path, body);

async function linkTitled(title: string): Promise<Record<string, unknown>> {
  const { body } = await api('GET', `/api/links?limit=100&q=${encodeURIComponent(title)}`);
  const found = (body.items as { title: string }[]).find((link) => link.title === title);
  assert.ok(found, `a link titled ${title}`);
  return found;
}

const saved = (page: Page) => page.getByText(/^Saved \d/).waitFor();

/** From the list to the editor of a new link of that kind. */
async function make(page: Page, kind: string, title: string, fill = async () => {}): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Links', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Links', level: 1 }).waitFor();
  await page.keyboard.press('c');
  await page.getByRole('link', { name: new RegExp(`^${kind}`) }).click();
  await page.getByLabel('Title').fill(title);
  await fill();
  await page.getByRole('button', { name: /Create the link/ }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

test('B1: a link of every kind is made in a few presses, with what it needs and nothing more', async () => {
  const { page, complaints, elsewhere } = await atWork(house, '/admin/links');
  const addHost =
    (field = 'Hosts') =>
    async () => {
      await page.getByRole('combobox', { name: new RegExp(field) }).fill('Bo L');
      await page.getByRole('option', { name: /Bo Lindqvist/ }).click();
    };
  await make(page, 'Personal', 'Oven talk');
  await make(page, 'Group', 'Both of us', addHost());
  await make(page, 'Round robin', 'One of us', addHost());
  await make(page, 'Panel', 'Two chairs', addHost('Chair 2'));
  await make(page, 'Specific times', 'Open evening', async () => {
    const grid = page.getByRole('grid');
    await page.getByRole('button', { name: 'Later' }).click();
    await grid.focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /^Take back / })
      .last()
      .waitFor();
  });
  const kinds = ['Oven talk', 'Both of us', 'One of us', 'Two chairs', 'Open evening'].map(linkTitled);
  const links = await Promise.all(kinds);
  assert.deepEqual(
    links.map(({ kind, slug }) => [kind, slug]),
    [
      ['personal', 'oven-talk'],
      ['group', 'both-of-us'],
      ['round-robin', 'one-of-us'],
      ['panel', 'two-chairs'],
      ['specific-times', 'open-evening'],
    ],
  );
  assert.deepEqual(links[1]!.hostIds, [termika.annaId, boId]);
  assert.equal((links[4]!.times as unknown[]).length, 1);
  assert.deepEqual([complaints, elsewhere], [[], []]);
  await page.context().close();
});

test('B5: settings save themselves, are taken back with Ctrl Z, and say at the field what is wrong', async () => {
  await termika.share({ title: 'Workshop tour', slug: 'workshop-tour', durationsMinutes: [30] });
  await termika.share({ title: 'Taken', slug: 'taken' });
  const { id } = await linkTitled('Workshop tour');
  const { page } = await atWork(house, `/admin/links/${id as string}`);
  const now = async () => (await api('GET', `/api/links/${id as string}`)).body;

  await page.getByRole('button', { name: 'Duration', exact: true }).click();
  await page.getByRole('menuitem', { name: '45 min' }).click();
  await saved(page);
  assert.deepEqual((await now()).durationsMinutes, [30, 45]);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Remove 45 min' }).waitFor({ state: 'detached' });
  await until('30 minutes only', async () => String((await now()).durationsMinutes) === '30');

  await page.getByLabel('Title').fill('Tour of the workshop');
  await page.getByText('Tour of the workshop').first().waitFor();
  await page.getByLabel('Description').fill('An hour among the ovens.');
  const preview = page
    .getByTitle(/^Preview of/)
    .last()
    .contentFrame();
  await preview.getByText('An hour among the ovens.').waitFor();
  await page
    .getByLabel(/^Address/)
    .first()
    .fill('Taken');
  await page.getByLabel('Page after booking').focus();
  await page.getByText('Another link has this address. Choose another.').waitFor();
  await until('both texts', async () => {
    const { title, description } = await now();
    return title === 'Tour of the workshop' && description === 'An hour among the ovens.';
  });
  assert.equal((await now()).slug, 'workshop-tour');
  await page.context().close();
});

test('what could not be saved is saved again by a press, and the focus is back in the field', async () => {
  await termika.share({ title: 'Repairs', slug: 'repairs' });
  const { id } = await linkTitled('Repairs');
  const { page } = await atWork(house, `/admin/links/${id as string}`);
  const footer = page.getByLabel('Footer');
  await page.route('**/api/links/*', (route) =>
    route.request().method() === 'PATCH' ? route.fulfill({ status: 500, body: '{}' }) : route.continue(),
  );
  await page.getByRole('button', { name: 'Footer' }).click();
  await footer.fill('Twelve quai Perrache');
  const again = page.getByRole('button', { name: 'Save again' });
  await again.waitFor();
  await page.unroute('**/api/links/*');
  await again.click();
  await saved(page);
  await footer.and(page.locator(':focus')).waitFor();
  assert.equal((await api('GET', `/api/links/${id as string}`)).body.footer, 'Twelve quai Perrache');
  await page.context().close();
});

test('B4: who has not joined yet is said to be so where hosts are chosen, and can be chosen', async () => {
  const ines = { name: 'Ines Caron', email: 'ines@termika.example', seat: true };
  assert.equal((await api('POST', '/api/members', ines)).status, 201);
  const { page } = await atWork(house, '/admin/links');
  await make(page, 'Group', 'Meet Ines', async () => {
    await page.getByRole('combobox', { name: /Hosts/ }).fill('Ines');
    await page.getByRole('option', { name: /Ines Caron.*Invited, has not joined yet/ }).click();
  });
  await page.context().close();
});

test('D1: hosts in order are moved by keyboard and by hand; a question is written, chosen from and moved', async () => {
  await api('POST', '/api/links', {
    kind: 'round-robin',
    title: 'In order',
    timeZone: 'Europe/Paris',
    hostIds: [termika.annaId, boId],
    rule: 'in-order',
  });
  const { id } = await linkTitled('In order');
  const { page } = await atWork(house, `/admin/links/${id as string}`);
  const now = async () => (await api('GET', `/api/links/${id as string}`)).body;
  const order = (...ids: string[]) =>
    until(`the order ${ids.join()}`, async () => String((await now()).hostIds) === String(ids));

  const grip = page.getByRole('button', { name: 'Move Anna Nowak: arrow up or down' });
  await grip.focus();
  await page.keyboard.press('ArrowDown');
  await order(boId, termika.annaId);
  await page.keyboard.press('ArrowUp');
  await order(termika.annaId, boId);
  const bo = (await page.getByRole('button', { name: /^Move Bo/ }).boundingBox())!;
  await grip.hover();
  await page.mouse.down();
  await page.mouse.move(bo.x + 4, bo.y + bo.height / 2, { steps: 4 });
  await page.mouse.up();
  await order(boId, termika.annaId);

  await page.getByRole('button', { name: 'Question', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Choice' }).click();
  const question = page.getByRole('group', { name: 'Your question' });
  await question.getByLabel('Choices, one a line').fill('Bread\nPizza\n');
  await question.getByRole('checkbox').click();
  await question.getByRole('textbox', { name: 'Question', exact: true }).fill('What do you bake?');
  await until('the question', async () =>
    JSON.stringify((await now()).questions).includes('What do you bake?'),
  );
  const [asked] = (await now()).questions as Record<string, unknown>[];
  assert.deepEqual([asked?.kind, asked?.choices, asked?.required], ['choice', ['Bread', 'Pizza'], true]);
  await page.context().close();
});

test('A10: an hour that is closed says why, for the link and for each host; the link can be opened then', async () => {
  const path = await termika.share({ title: 'Open only then', hours: { weekly: officeWeek } });
  const { id } = await linkTitled('Open only then');
  const { page } = await atWork(house, `/admin/links/${id as string}`);
  const strip = page.getByRole('grid', { name: 'When it is open' });
  await page.getByRole('button', { name: 'Later' }).first().click();
  await strip.getByRole('button', { name: /Wednesday.*08:00: closed/ }).focus();
  await page.keyboard.press('w');
  await page.getByRole('heading', { name: /Wednesday.*08:00 is closed/ }).waitFor();
  await page.getByText('outside its hours').waitFor();
  await page.getByRole('button', { name: /^Open Wed.*08:00 – 09:00 in this link/ }).click();
  await strip.getByRole('button', { name: /Wednesday.*08:00: 1 free/ }).waitFor();
  const { body } = await api('GET', `/api/links/${id as string}`);
  const { overrides } = body.hours as { overrides: { spans: unknown[] }[] };
  assert.deepEqual(overrides[0]?.spans, [{ start: '08:00', end: '17:00' }]);
  assert.ok(path.startsWith('/termika/'));
  await page.context().close();
});

test('N3: somebody else’s link can be looked at and shared, and says whose it is; nothing on it can be changed', async () => {
  await termika.share({ title: 'Anna’s own' });
  const { id } = await linkTitled('Anna’s own');
  const { page } = await atWork(house, `/admin/links/${id as string}`, { email: members.bo.email });
  await page.getByText('This link is Anna Nowak’s.').waitFor();
  await page.getByRole('button', { name: 'Share', exact: true }).waitFor();
  assert.equal(await page.getByRole('switch').count(), 0);
  assert.equal(await page.getByLabel('Title').getAttribute('readonly'), '');
  await page.goto(`${house.url}/admin/links?whose=everyone&q=Anna`);
  await page.getByRole('button', { name: 'More for Anna’s own' }).click();
  await page.getByRole('menuitem', { name: 'Preview as a visitor' }).waitFor();
  assert.equal(await page.getByRole('menuitem', { name: 'Delete the link' }).count(), 0);
  await page.context().close();
});

test('two tabs change one link: other fields both stand, the same field is a choice', async () => {
  await termika.share({ title: 'Edited twice' });
  const { id } = await linkTitled('Edited twice');
  const address = `/admin/links/${id as string}`;
  const { page: first, context } = await atWork(house, address);
  await first.getByRole('button', { name: 'Footer' }).waitFor();
  const second = await context.newPage();
  await second.goto(`${house.url}${address}`);
  await second.getByRole('button', { name: 'Footer' }).click();
  await second.getByLabel('Footer').fill('From the second tab');
  await second.getByLabel('Title').fill('Their title');
  await until('both of theirs', async () => {
    const { body } = await api('GET', `/api/links/${id as string}`);
    return body.title === 'Their title' && body.footer === 'From the second tab';
  });
  await first.getByLabel('Title').fill('My title');
  await first.getByRole('dialog').waitFor();
  await first.getByText('Their title').waitFor();
  await first.getByRole('button', { name: 'Save mine' }).click();
  await saved(first);
  const { body } = await api('GET', `/api/links/${id as string}`);
  assert.deepEqual([body.title, body.footer], ['My title', 'From the second tab']);
  await context.close();
});

test('the list, a new link and the editor are for everybody, in both themes, and fit a phone', async () => {
  const { id } = await linkTitled('One of us');
  const { page } = await atWork(house, '/admin/links?whose=everyone');
  for (const path of ['/admin/links?whose=everyone', '/admin/links/new', `/admin/links/${id as string}`]) {
    await page.goto(`${house.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await isForEverybody(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await fits(page);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await page.context().close();
});
