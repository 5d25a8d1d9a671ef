import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { members, officeWeek, PASSWORD } from '../demo/cast.ts';
import { ask, PATIENCE_MS, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody, type AtWork } from './staff.test-support.ts';
import { settle } from './termika.test-support.ts';

let served: Served;
let anna: AtWork;
let page: Page;
let call: (method: string, path: string, given?: unknown) => Promise<Record<string, unknown>>;
const ids: Record<string, string> = {};

before(async () => {
  served = await serveForJourney();
  const house = await settle(served);
  call = async (method, path, given) => {
    const { status, body } = await ask(served, house.key, method, path, given);
    assert.ok(status < 300, `${method} ${path}: ${JSON.stringify(body)}`);
    return body;
  };
  ids['anna'] = house.annaId;
  await keepHours(house.annaId);
  await hire('bo', { seat: true, permissions: ['book-for-others'] });
  await hire('ines', { seat: true });
  await hire('lucie', { seat: false });
  await call('POST', '/api/teams', { name: 'Sales North', memberIds: [ids['bo'], ids['lucie']] });
  ids['company'] = (await call('POST', '/api/companies', { name: 'Huta Baltica' })).id as string;
  anna = await atWork(served, '/admin');
  page = anna.page;
  page.setDefaultTimeout(PATIENCE_MS);
});
after(() => served.close());

async function hire(who: 'bo' | 'ines' | 'lucie', given: Record<string, unknown>): Promise<void> {
  const { name, email } = members[who];
  const more = { password: PASSWORD, timeZone: 'Europe/Paris', ...given };
  ids[who] = (await call('POST', '/api/members', { name, email, ...more })).id as string;
  await keepHours(ids[who]);
}

const keepHours = (id: string) =>
  call('PUT', `/api/members/${id}/hours`, { timeZone: 'Europe/Paris', weekly: officeWeek, overrides: [] });

const queueRow = (name: string) =>
  page.getByRole('table', { name: 'Queue' }).getByRole('row', { name: new RegExp(name) });
/** After the place and the bar. */
const counts = (name: string, count: number) =>
  until(
    `${name} has ${count}`,
    async () => (await queueRow(name).getByRole('cell').nth(2).innerText()) === `${count}`,
  );
const theSwitch = (name: string) =>
  page.getByRole('switch', { name: `Propose ${name} in this rotation`, exact: true });
const isNext = (name: string) => page.getByRole('heading', { name: `Next in line: ${name}` }).waitFor();
const focusedOn = (name: string) =>
  until(`the focus is on ${name}`, () =>
    page.evaluate((label) => document.activeElement?.getAttribute('aria-label') === label, name),
  );

test('R2: an admin makes a rotation of a team and a person by the keyboard alone, and sees who cannot host', async () => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Rotations' }).press('Enter');
  await page.getByRole('heading', { name: 'Share meetings out fairly' }).waitFor();
  await page.keyboard.press('c');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.waitFor();
  await name.pressSequentially('Industrial demos');
  await name.press('Tab');
  const who = page.getByRole('combobox', { name: 'Who takes turns' });
  for (const typed of ['north', 'anna']) {
    await who.pressSequentially(typed);
    await page.locator('[role=option][data-highlighted]', { hasText: new RegExp(typed, 'i') }).waitFor();
    await who.press('Enter');
  }
  await page.getByRole('option').first().waitFor({ state: 'detached' });
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Make the rotation' }).press('Enter');
  await isNext('Bo Lindqvist');
  await queueRow('Bo Lindqvist').getByText('Sales North').waitFor();
  await queueRow('Anna Nowak').getByText('added by hand').waitFor();
  await queueRow('Lucie Marchand').getByText('Cannot host: no seat').waitFor();
  await page.getByText('3 people, 2 can host').waitFor();
  ids['rotation'] = page.url().split('/').at(-1)!;
  await isForEverybody(page);
  await fits(page);
});

test('R5, R6: meetings count for whom they were booked, and an override says who was passed over and why', async () => {
  const path = `/api/rotations/${ids['rotation']}`;
  const today = Temporal.Now.plainDateISO('UTC');
  const days = `from=${today.add({ days: 7 }).toString()}&to=${today.add({ days: 21 }).toString()}`;
  const free = await call('GET', `${path}/slots?${days}&duration=30&timeZone=Europe/Paris`);
  const starts = (free.days as { slots: { start: string }[] }[]).map(({ slots }) => slots[0]!.start);
  const body = { durationMinutes: 30, record: { kind: 'company', id: ids['company'] } };
  await call('POST', `${path}/bookings`, { ...body, start: starts[0], title: 'Furnace 3' });
  const override = { memberId: ids['bo'], overrideReason: 'Anna is at the fair' };
  await call('POST', `${path}/bookings`, { ...body, start: starts[1], title: 'Furnace 4', ...override });
  await page.reload();
  await isNext('Anna Nowak');
  await counts('Bo Lindqvist', 2);
  const meetings = page.getByRole('list', { name: 'Booked through it' });
  await meetings.getByText('Instead of Anna Nowak.').waitFor();
  await meetings.getByText('Anna is at the fair').waitFor();
});

test('R8: switching somebody off asks first, says what follows and gives the focus back; so does switching on', async () => {
  await theSwitch('Anna Nowak').press(' ');
  const question = page.getByRole('dialog', { name: 'Stop proposing Anna?' });
  await question.getByText('Next in line will be Bo.').waitFor();
  await isForEverybody(page);
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await focusedOn('Propose Anna Nowak in this rotation');
  assert.equal(await theSwitch('Anna Nowak').getAttribute('aria-checked'), 'true');
  await page.keyboard.press(' ');
  await question.getByRole('button', { name: 'Switch Anna off' }).press('Enter');
  await isNext('Bo Lindqvist');
  await queueRow('Anna Nowak')
    .getByText(/^Off since .* by Anna Nowak; the count stays$/)
    .waitFor();
  await focusedOn('Propose Anna Nowak in this rotation');
  await page.keyboard.press(' ');
  const again = page.getByRole('dialog', { name: 'Propose Anna again?' });
  await again.getByText('With 0 meetings, Anna comes first, before Bo.', { exact: false }).waitFor();
  await again.getByRole('button', { name: 'Switch Anna on' }).press('Enter');
  await isNext('Anna Nowak');
});

test('R7: adding somebody says beforehand that counts begin anew, and then they do', async () => {
  await page.getByRole('button', { name: 'Person or team' }).first().press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add people or teams' });
  const who = dialog.getByRole('combobox', { name: 'Who joins' });
  await who.fill('ines');
  await page.getByRole('option', { name: /Ines Caron/ }).click();
  await page.getByRole('option').first().waitFor({ state: 'detached' });
  await dialog.getByText('Everybody’s count begins anew').waitFor();
  await dialog.getByRole('button', { name: 'Add and begin at none' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/^Counted since .*, when Ines Caron joined$/).waitFor();
  await counts('Bo Lindqvist', 0);
});

test('R7: rules save themselves and can be taken back; newcomers may begin at the lowest, once that is read', async () => {
  await page.getByRole('combobox', { name: 'Somebody new' }).click();
  await page.getByRole('option', { name: 'Starts at the lowest' }).click();
  const question = page.getByRole('dialog', { name: 'Start newcomers at the lowest count?' });
  await question.getByRole('button', { name: 'Start at the lowest' }).click();
  await page.getByText('Begins at the lowest count there is.', { exact: false }).waitFor();
  const cancelled = page.getByRole('switch', { name: 'Cancelled meetings take one away' });
  await cancelled.click();
  await page.getByText('A cancelled meeting goes on counting.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Whoever lost a meeting comes up again sooner.').waitFor();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const weight = page.getByRole('textbox', { name: 'Weight of Bo Lindqvist' });
  await weight.fill('2');
  await weight.press('Tab');
  await page.getByRole('button', { name: 'Save the weights' }).click();
  await queueRow('Bo Lindqvist').getByText('× 2').waitFor();
  await page.getByRole('button', { name: /^Edit Name/ }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Furnace demos');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Furnace demos/ }).waitFor();
});

test('R1: who may only book sees the queue and no switch; who may do neither is not led here', async () => {
  const bo = await atWork(served, '/admin/rotations', { email: members.bo.email });
  bo.page.setDefaultTimeout(PATIENCE_MS);
  await bo.page
    .getByRole('row', { name: /Furnace demos/ })
    .getByRole('link')
    .click();
  await bo.page.getByText('Changing it takes the permission “Manage rotations”.', { exact: false }).waitFor();
  assert.equal(await bo.page.getByRole('switch').count(), 0);
  assert.equal(await bo.page.getByRole('button', { name: 'Person or team' }).count(), 0);
  await bo.page.getByRole('link', { name: 'Schedule a meeting' }).waitFor();
  await bo.context.close();
  const ines = await atWork(served, `/admin/rotations/${ids['rotation']}`, { email: members.ines.email });
  ines.page.setDefaultTimeout(PATIENCE_MS);
  await ines.page.getByText('Rotations are for those who book for others').waitFor();
  assert.equal(await ines.page.getByRole('link', { name: 'Rotations' }).count(), 0);
  await ines.context.close();
});

test('R9: with everybody out its page, found by its name, says why; deleting asks, and the list is empty again', async () => {
  for (const who of ['anna', 'bo', 'ines'])
    await call('PUT', `/api/rotations/${ids['rotation']}/members/${ids[who]}/availability`, {
      available: false,
    });
  await page.getByRole('link', { name: 'Home' }).click();
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('furnace demos');
  await page.getByRole('option', { name: /^Furnace demos/ }).click();
  await page.getByRole('heading', { name: 'Nobody can be proposed' }).waitFor();
  await page.getByText('A colleague can still be booked by name', { exact: false }).waitFor();
  await isForEverybody(page);
  await page.getByRole('button', { name: 'More for this rotation' }).click();
  await page.getByRole('menuitem', { name: 'Delete the rotation' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the rotation' }).click();
  await page.getByRole('heading', { name: 'Share meetings out fairly' }).waitFor();
  assert.deepEqual(anna.elsewhere, []);
  assert.deepEqual(anna.complaints, []);
});
