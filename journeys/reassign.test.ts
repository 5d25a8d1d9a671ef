import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { members, PASSWORD } from '../demo/cast.ts';
import { isoFrom, openRow, panel, row, said, serveBookings, type Booked } from './bookings.test-support.ts';
import { until } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';

let house: Booked;
let inesId: string;
before(async () => {
  house = await serveBookings();
  const { name, email } = members.ines;
  const ines = { name, email, password: PASSWORD, seat: true, timeZone: 'Europe/Paris' };
  inesId = (await house.call('POST', '/api/members', ines)).id as string;
});
after(() => house.served.close());

const HOURS = { weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, start: '06:00', end: '22:00' })) };

/** A link shared by these, with a booking of each visitor; the first of the hosts has them all. */
async function bookedWith(
  hostIds: string[],
  visitors: string[],
  firstDay: number,
  more: object = {},
): Promise<string[]> {
  const link = await house.call('POST', '/api/links', {
    kind: 'round-robin',
    title: 'Tasting',
    timeZone: 'Europe/Paris',
    hours: HOURS,
    rule: 'in-order',
    hostIds,
    ...more,
  });
  const made = visitors.map(async (name, at) => {
    const start = isoFrom(firstDay + at, '10:00');
    const visitor = { name, email: `${name.split(' ')[0]!.toLowerCase()}@visitors.example` };
    const path = `/api/public/termika/${String(link.slug)}/bookings`;
    return (await house.call('POST', path, { start, timeZone: 'Europe/Paris', visitor })).id as string;
  });
  return Promise.all(made);
}

const mailsTo = async (address: string) => {
  const { items } = await house.call('GET', `/api/mail?to=${encodeURIComponent(address)}`);
  return items as { kind: string; subject: string; text: string }[];
};

/** One update after the confirmation; why it was handed over is the colleagues' business. */
async function isToldOnce(address: string): Promise<void> {
  const [last, ...before] = await until(`an update for ${address}`, async () => {
    const mails = await mailsTo(address);
    return mails.length > 1 && mails;
  });
  assert.match(last!.subject, /^New host: /);
  assert.deepEqual([before.length, before[0]!.kind], [1, 'confirmation']);
  assert.doesNotMatch(last!.text, /has left/);
}

async function choose(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('radio', { name }).click();
}

async function leavesThree(): Promise<void> {
  await bookedWith([inesId, house.annaId], ['Odile Garonne', 'Noël Garonne'], 5);
  const alone = { start: isoFrom(9, '10:00'), durationMinutes: 30, hostId: inesId, outsideHours: true };
  const visitor = { name: 'Zofia Zych', email: 'zofia@visitors.example' };
  await house.call('POST', '/api/bookings', { ...alone, visitor });
}

test('E11, N2: a host leaves; their meetings are handed over together by the rule, and each visitor gets one mail', async () => {
  await leavesThree();
  const { page, context, elsewhere, complaints } = await atWork(
    house.served,
    `/admin/settings/members?member=${inesId}`,
  );
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await said(page, '3 bookings to come will need another host.');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
  await said(page, '3 meetings of theirs need another host.');
  await page.getByRole('link', { name: 'Choose hosts' }).click();
  await row(page, 'Odile').waitFor();
  await row(page, 'Zofia').getByText('Needs a host').first().waitFor();
  await row(page, 'Odile').getByRole('link').focus();
  await page.keyboard.press('Space');
  await row(page, 'Odile').getByRole('checkbox', { checked: true }).waitFor();
  await page.keyboard.press('Control+A');
  await page.getByRole('button', { name: 'Hand over…' }).click();
  await said(page, 'Who takes 3 meetings over?');
  await said(page, '3 mails go to visitors, one for each meeting.');
  await page.getByRole('button', { name: 'Hand over 3 meetings' }).click();
  await said(page, 'Say why.');
  await isForEverybody(page);
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Ines has left');
  await page.getByRole('button', { name: 'Hand over 3 meetings' }).click();
  await said(page, '2 meetings were handed over.');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('It was booked by hand: name somebody.').waitFor();
  const taken = dialog.getByText('now with Anna Nowak');
  await until('both say who has them now', async () => (await taken.count()) === 2);
  await isForEverybody(page);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await row(page, 'Odile').waitFor({ state: 'detached' });
  await row(page, 'Zofia').waitFor();
  await isToldOnce('odile@visitors.example');
  assert.deepEqual([elsewhere, complaints], [[], []]);
  await context.close();
});

test('E11: the one that is left goes to somebody named, with the keyboard, and the history says who, whom and why', async () => {
  const { page, context, complaints } = await atWork(house.served, '/admin/bookings?view=needs-host');
  await openRow(page, 'Zofia');
  await panel(page).getByText('Ines Caron has left.').waitFor();
  await page.getByRole('button', { name: 'Choose a host' }).focus();
  await page.keyboard.press('Enter');
  await said(page, 'No rule knows who else could host it.');
  await page.getByRole('combobox', { name: 'Somebody else' }).focus();
  await page.keyboard.type('Bo');
  await page.getByRole('option', { name: /Bo/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Bo knows the bakery');
  await isForEverybody(page);
  await page.getByRole('button', { name: /^Hand it over/ }).focus();
  await page.keyboard.press('Enter');
  const isOutside = page.getByRole('button', { name: 'Hand it over all the same' });
  const done = page.getByText('Bo Lindqvist takes the meeting over').first();
  await isOutside.or(done).first().waitFor();
  if (await isOutside.isVisible()) await page.keyboard.press('Enter');
  await done.waitFor();
  await panel(page).getByText('Handed over from Ines Caron to Bo Lindqvist').waitFor();
  await panel(page).getByText('Bo knows the bakery').last().waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('E11: before it is done the rule says whom it would choose and why; of several hosts one says whose place', async () => {
  await house.call('PATCH', `/api/members/${inesId}`, { active: true });
  const hosts = [house.annaId, house.boId, inesId];
  await bookedWith(hosts, ['Sabine Roux'], 11);
  const chairs = [{ candidateIds: [house.annaId] }, { candidateIds: [house.boId, inesId] }];
  await bookedWith([], ['Tilda Moss'], 12, { kind: 'panel', hostIds: undefined, chairs, title: 'Two of us' });
  const { page, context } = await atWork(house.served, '/admin/bookings?view=all', { width: 390 });
  await openRow(page, 'Sabine');
  await page.getByRole('button', { name: 'Change host' }).click();
  await page.getByRole('radio', { name: /Let the rule choose.*Bo Lindqvist is first in the list/ }).waitFor();
  await fits(page);
  await isForEverybody(page);
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Sabine speaks Swedish');
  await page.getByRole('button', { name: 'Hand it over' }).click();
  await said(page, 'Bo Lindqvist takes the meeting over');
  await panel(page).getByText('Handed over from Anna Nowak to Bo Lindqvist, by the rule').waitFor();
  await page.goto(`${house.served.url}/admin/bookings?view=all`);
  await openRow(page, 'Tilda');
  await page.getByRole('button', { name: 'Change host' }).click();
  await choose(page, /Bo Lindqvist/);
  await page.getByRole('radio', { name: /Let the rule choose.*Ines/ }).waitFor();
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Bo is ill');
  await page.getByRole('button', { name: 'Hand it over' }).click();
  await said(page, 'Ines Caron takes the meeting over');
  await context.close();
});
