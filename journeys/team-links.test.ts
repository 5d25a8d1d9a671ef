import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { members, officeWeek, PASSWORD } from '../demo/cast.ts';
import { ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let house: Served;
let termika: Settled;
let anna: string;
let bo: string;
let ines: string;
let priya: string;

before(async () => {
  house = await serveForJourney();
  termika = await settle(house);
  anna = termika.annaId;
  bo = await hire('bo');
  ines = await hire('ines');
  priya = await hire('priya', false);
  const sales = await api('POST', '/api/teams', { name: 'Northern sales', memberIds: [bo, ines, priya] });
  assert.equal(sales.status, 201);
});
after(() => house.close());

const api = (method: string, path: string, body?: unknown) => ask(house, termika.key, method, path, body);

async function hire(who: keyof typeof members, seat = true): Promise<string> {
  const { name, email } = members[who];
  const { status, body } = await api('POST', '/api/members', { name, email, password: PASSWORD, seat });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id as string;
}

interface Chair {
  candidateIds: string[];
  rule?: string;
  rotationId?: string;
}

/** A new link as the API makes it, open in the editor; `now` is what stands of it. */
async function edited(settings: object, search = '') {
  const link = { timeZone: 'Europe/Paris', hours: { weekly: officeWeek }, ...settings };
  const { status, body } = await api('POST', '/api/links', link);
  assert.equal(status, 201, JSON.stringify(body));
  const path = `/admin/links/${body.id as string}`;
  const { page, complaints } = await atWork(house, `${path}${search}`);
  await page.getByRole('heading', { name: body.title as string, level: 1 }).waitFor();
  const now = async () => (await api('GET', `/api/links/${body.id as string}`)).body;
  return { page, complaints, now, id: body.id as string, path };
}

const chairs = async (now: () => Promise<Record<string, unknown>>) =>
  ((await now()).chairs as Chair[]).map(({ candidateIds }) => candidateIds);
const comesTo = (what: string, now: () => Promise<unknown>, wanted: unknown) =>
  until(what, async () => JSON.stringify(await now()) === JSON.stringify(wanted));

/** A Wednesday two weeks ahead: far from notice, within the horizon. */
const wednesday = Temporal.Now.plainDateISO()
  .subtract({ days: Temporal.Now.plainDateISO().dayOfWeek - 3 })
  .add({ weeks: 2 })
  .toString();

/** Chooses from the list that opens under the field that has the focus. */
async function choose(page: Page, typed: string, option: RegExp): Promise<void> {
  await page.locator('input:focus').pressSequentially(typed);
  await page.getByRole('option', { name: option }).first().and(page.locator('[data-highlighted]')).waitFor();
  await page.keyboard.press('Enter');
}

test('B1: a panel gets a chair by keyboard, opens where all can be filled, and tells who is free and which chair is empty', async () => {
  const fair = { title: 'Fair', start: `${wednesday}T07:00:00Z`, end: `${wednesday}T10:00:00Z` };
  assert.equal(
    (await api('POST', `/api/members/${bo}/events`, { ...fair, transparency: 'busy' })).status,
    201,
  );
  const { page, complaints, now } = await edited(
    { kind: 'panel', title: 'Oven fitting', chairs: [{ candidateIds: [anna] }] },
    `?day=${wednesday}`,
  );
  const strip = page.getByRole('grid', { name: 'When it is open' });
  await strip.getByRole('button', { name: /Wednesday.*09:00: 1 free/ }).waitFor();
  const add = page.getByRole('button', { name: 'Add a chair' });
  await add.focus();
  await page.keyboard.press('Enter');
  await choose(page, 'Bo L', /Bo Lindqvist/);
  await comesTo('two chairs', () => chairs(now), [[anna], [bo]]);
  await page.getByRole('button', { name: 'Move Chair 2: arrow up or down' }).focus();
  await page.keyboard.press('ArrowUp');
  await comesTo('the other order', () => chairs(now), [[bo], [anna]]);
  await page
    .getByRole('button', { name: 'Move Chair 1: arrow up or down' })
    .and(page.locator(':focus'))
    .waitFor();

  const closed = strip.getByRole('button', {
    name: /Wednesday.*09:00: closed\. Free: Anna Nowak\. Chair 1 cannot be filled\./,
  });
  await closed.focus();
  await page.getByText('Free: Anna Nowak. Chair 1 cannot be filled.').waitFor();
  await strip.getByRole('button', { name: /Wednesday.*14:00: 2 free/ }).hover();
  await page.getByText('Free: Bo Lindqvist and Anna Nowak.').waitFor();
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('B1: two chairs that share too few people are told at both, and can be filled once somebody is added', async () => {
  const { page, now } = await edited({
    kind: 'panel',
    title: 'Two of two',
    chairs: [{ candidateIds: [anna, bo] }, { candidateIds: [bo] }],
  });
  await page.getByRole('button', { name: 'Add a chair' }).click();
  await choose(page, 'Anna', /Anna Nowak/);
  const third = page.getByRole('group', { name: 'Chair 3' });
  await third
    .getByText('Nobody fills two chairs: chairs 1, 2, and 3 have only Anna Nowak and Bo Lindqvist')
    .waitFor();
  await page.getByRole('group', { name: 'Chair 1' }).getByText('Nobody fills two chairs').waitFor();
  assert.equal((await chairs(now)).length, 2, 'what cannot be filled is not saved');
  await third.getByRole('button', { name: 'Host or team: Chair 3' }).click();
  await choose(page, 'North', /Northern sales/);
  await page.getByText('Not added from Northern sales: Priya Nair: no seat').waitFor();
  await comesTo('three chairs', () => chairs(now), [[anna, bo], [bo], [anna, bo, ines]]);
  await page.getByText('Nobody fills two chairs').first().waitFor({ state: 'detached' });
  await page.context().close();
});

test('D1, B4: shares by weight are stepped and told in per cent, hidden under another rule; who cannot host is told why', async () => {
  const { page, now } = await edited({ kind: 'round-robin', title: 'Sales talk', hostIds: [anna, bo] });
  const weightier = page.getByRole('button', { name: 'Larger share for Bo Lindqvist' });
  await weightier.click();
  await weightier.click();
  await page.getByText('75%').waitFor();
  await comesTo('the weight', async () => (await now()).weights, { [bo]: 3 });
  await page.getByRole('button', { name: 'Host or team' }).click();
  await choose(page, 'Priya', /Priya Nair.*Cannot host: no seat/);
  await page.getByRole('alert').filter({ hasText: 'Priya Nair cannot host: no seat.' }).waitFor();
  await choose(page, 'Ines', /Ines Caron/);
  await comesTo('three hosts', async () => (await now()).hostIds, [anna, bo, ines]);
  await page.getByText('60%').waitFor();

  await page.getByRole('combobox', { name: 'Who gets the meeting' }).click();
  await page.getByRole('option', { name: /^By lot/ }).click();
  await comesTo('the rule', async () => (await now()).rule, 'random');
  assert.equal(await weightier.count(), 0);
  await api('PATCH', `/api/members/${ines}`, { seat: false });
  await page.reload();
  await page.getByText('Not bookable: no seat').waitFor();
  await page.getByText('2 of 3 bookable').waitFor();
  await page.getByRole('button', { name: 'Remove Ines Caron' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove Bo Lindqvist' }).and(page.locator(':focus')).waitFor();
  await comesTo('two hosts', async () => (await now()).hostIds, [anna, bo]);
  await api('PATCH', `/api/members/${ines}`, { seat: true });
  await page.context().close();
});

test('C2, C4, D0: owner first is one choice, makes the lot the default, and says what asking for the address reveals', async () => {
  const { page, now } = await edited({ kind: 'round-robin', title: 'Care', hostIds: [anna, bo] });
  await page.getByRole('radio', { name: /^Only the owner’s times/ }).click();
  await page.getByText('the visitor can write to the owner, whose address stays hidden').waitFor();
  await comesTo('strict', async () => [(await now()).ownerFirst, (await now()).rule], ['strict', 'random']);
  await page.getByRole('combobox', { name: 'Who gets the meeting' }).getByText('By lot (default)').waitFor();
  await page.getByRole('radio', { name: /^The owner first, then others/ }).click();
  await page.getByLabel('Working days the owner has').fill('3');
  await page.getByRole('checkbox', { name: /^Also ask for the e-mail address first/ }).click();
  await page.getByText('This tells strangers something').waitFor();
  await comesTo(
    'the ladder',
    async () => [(await now()).ownerFirst, (await now()).ladderDays, (await now()).identify],
    ['ladder', 3, 'email'],
  );
  await page.context().close();
});

test('R10: a round robin takes its hosts, shares and rule from a rotation, and gives them back', async () => {
  const rotation = {
    name: 'Fjord',
    members: [
      { kind: 'member', id: bo },
      { kind: 'member', id: ines },
    ],
    weights: { [bo]: 3 },
  };
  const made = await api('POST', '/api/rotations', rotation);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const { page, now } = await edited({ kind: 'round-robin', title: 'Fair to all', hostIds: [anna] });
  await page.getByRole('button', { name: 'Host or team' }).click();
  await choose(page, 'Fjord', /Fjord.*Rotation: 2 can host/);
  await comesTo('the rotation', async () => (await now()).rotationId, made.body.id);
  await page.getByRole('link', { name: 'Fjord', exact: true }).waitFor();
  await page.getByText('75%').waitFor();
  assert.equal(await page.getByRole('combobox', { name: 'Who gets the meeting' }).count(), 0);
  await page.getByRole('button', { name: 'Use people instead' }).click();
  await comesTo(
    'people',
    async () => [(await now()).rotationId, ((await now()).hostIds as string[]).toSorted()],
    [null, [bo, ines].toSorted()],
  );
  await page.context().close();
});

test('C4: a personal link for somebody is made from the link, and from their own page', async () => {
  const marek = { name: 'Marek Baker', emails: [{ address: 'marek@bakery.example', primary: true }] };
  const contact = await api('POST', '/api/contacts', marek);
  assert.equal(contact.status, 201);
  const { page } = await edited({
    kind: 'round-robin',
    title: 'For Marek',
    hostIds: [anna, bo],
    ownerFirst: 'strict',
  });
  const made = async () => {
    await page.getByRole('combobox', { name: 'E-mail address' }).getByText('marek@bakery.example').waitFor();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const address = page.getByRole('dialog').getByRole('textbox', { name: 'Personal link' });
    await address.waitFor();
    assert.match(await address.inputValue(), /\/termika\/for-marek\?c=[\w.-]+$/);
  };
  await page.getByRole('button', { name: 'More for For Marek' }).click();
  await page.getByRole('menuitem', { name: 'Personal link for somebody…' }).click();
  await page.getByRole('combobox', { name: 'For whom' }).focus();
  await choose(page, 'Marek', /Marek Baker.*Contact/);
  await made();

  await page.goto(`${house.url}/admin/contacts/${contact.body.id as string}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Copy personal link…' }).click();
  await page.getByRole('combobox', { name: 'Link', exact: true }).focus();
  await choose(page, 'For Ma', /For Marek/);
  await made();
  await page.context().close();
});

test('the editor of a panel with owner first is for everybody, in both themes, and fits a phone', async () => {
  const { page } = await edited({
    kind: 'panel',
    title: 'For everybody',
    chairs: [{ candidateIds: [anna, bo] }, { candidateIds: [ines] }],
    ownerFirst: 'ladder',
    identify: 'email',
  });
  await page.getByText('This tells strangers something').waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Host or team: Chair 1' }).click();
  await page.getByRole('combobox', { name: /Find hosts to add/ }).waitFor();
  await isForEverybody(page);
  for (const width of [768, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await fits(page);
  }
  await page.context().close();
});
