import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { members, officeWeek, PASSWORD, termika as cast } from '../demo/cast.ts';
import { ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let house: Served;
let termika: Settled;
let linkId: string;
let bookingId: string;
/** A Monday ahead: whatever day it is, the meetings are in one week. */
const monday = Temporal.Now.plainDateISO().add({ days: 8 - Temporal.Now.plainDateISO().dayOfWeek });
const on = (day: number) => monday.add({ days: day }).toString();

const api = (method: string, path: string, body?: unknown) => ask(house, termika.key, method, path, body);
const made = async (method: string, path: string, body: unknown) => {
  const answer = await api(method, path, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body as { id: string; slug: string };
};

/** Bo is away for two of five days; each day one meeting of a round robin. */
before(async () => {
  house = await serveForJourney();
  termika = await settle(house);
  const bo = await made('POST', '/api/members', { ...members.bo, password: PASSWORD, seat: true });
  const link = await made('POST', '/api/links', {
    kind: 'round-robin',
    title: 'Oven tour',
    timeZone: cast.timeZone,
    hours: { weekly: officeWeek },
    hostIds: [termika.annaId, bo.id],
  });
  linkId = link.id;
  await made('POST', `/api/members/${bo.id}/absences`, { from: on(0), to: on(1) });
  for (const day of [0, 1, 2, 3, 4]) {
    const visitor = { name: 'Chloé Girard', email: 'chloe@girard.example' };
    const wish = { start: startOn(day), timeZone: cast.timeZone, visitor };
    bookingId = (await made('POST', `/api/public/${cast.slug}/${link.slug}/bookings`, wish)).id;
  }
});
after(() => house.close());

const startOn = (day: number) =>
  monday
    .add({ days: day })
    .toZonedDateTime({ timeZone: cast.timeZone, plainTime: '10:00' })
    .toInstant()
    .toString();

const days = () => `from=${on(0)}&to=${on(6)}`;

test('from the command menu: who got how many, in a sentence, in bars and in figures, for everybody', async () => {
  const { page, complaints, elsewhere } = await atWork(house, '/admin/bookings');
  await page.getByRole('heading', { name: 'Bookings', level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Fairness');
  await page.getByRole('option', { name: 'Fairness' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Fairness', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'This week' }).click();
  await page.goto(`${house.url}/admin/fairness?${days()}`);
  await page.getByText('Everybody is within chance of their fair share').waitFor();
  await page.getByText('5 meetings, counted once for each host.').waitFor();
  const bars = page.getByRole('list', { name: /given|gave/i }).getByRole('listitem');
  await until('a bar for each host', async () => (await bars.count()) === 2);
  assert.match((await bars.first().textContent()) ?? '', /Anna Nowak: \d, fair share 3\.5, within chance/);
  const row = page.getByRole('row', { name: /Bo Lindqvist/ });
  assert.match((await row.textContent()) ?? '', /1\.5 ± 1\.7.*3 of 5/);
  await isForEverybody(page);
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await fits(page);
  }
  assert.deepEqual([complaints, elsewhere], [[], []]);
});

test('a link narrows it, dates are typed, days without meetings say what the page is for', async () => {
  const { page, complaints } = await atWork(house, `/admin/fairness?${days()}`);
  const which = page.getByRole('combobox', { name: 'Meetings of' });
  await which.fill('Oven t');
  await page.getByRole('option', { name: /Oven tour/ }).click();
  await page.waitForURL(new RegExp(`linkId=${linkId}`));
  await page.getByText('5 meetings, counted once for each host.').waitFor();
  await page.getByRole('textbox', { name: 'To, inclusive' }).fill(on(1));
  await page.keyboard.press('Enter');
  await page.getByText('2 meetings, counted once for each host.').waitFor();
  await page.goto(`${house.url}/admin/fairness?from=2020-01-01&to=2020-01-31`);
  await page.getByRole('heading', { name: 'No meetings in these days' }).waitFor();
  await isForEverybody(page);
  await page.goto(`${house.url}/admin/links/${linkId}`);
  await page.getByRole('link', { name: 'Who got how many' }).click();
  await page.getByRole('heading', { name: 'Fairness', level: 1 }).waitFor();
  assert.deepEqual(complaints, []);
});

test('D5: a booking says why this host, and the choice made once more is the same', async () => {
  const { page, complaints } = await atWork(house, `/admin/bookings?open=${bookingId}`);
  const panel = page.getByRole('complementary').filter({ hasText: 'Why ' });
  await panel.getByText(/booked, .*both free$/).waitFor();
  await panel.getByRole('button', { name: 'Check again' }).click();
  await panel.getByText('Checked again: the same host.').waitFor();
  await isForEverybody(page);
  await page.route('**/replay', (route) =>
    route.fulfill({
      json: {
        same: false,
        chosen: ['x'],
        assignments: [{ at: '', rules: [], seed: 1, chosen: ['x'], again: [], same: false, byHand: null }],
      },
    }),
  );
  await panel.getByRole('button', { name: 'Check again' }).click();
  await panel.getByText('Checked again: not the same').waitFor();
  assert.deepEqual(complaints, []);
});

test('A10: from the calendar, why a time of any link is closed, for the link and each host', async () => {
  const { page, complaints } = await atWork(house, `/admin/calendar?date=${on(0)}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Why is a time');
  await page.getByRole('option', { name: 'Why is a time closed?' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Why is a time closed?', level: 1 }).waitFor();
  await page.getByRole('combobox', { name: 'Link' }).fill('Oven t');
  await page.getByRole('option', { name: 'Oven tour' }).click();
  await page.getByRole('textbox', { name: 'Time' }).fill('10:00');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /10:00 is closed$/ }).waitFor();
  await page.getByText('booked 10:00 – 10:30').waitFor();
  await page.getByText(/^away /).waitFor();
  await isForEverybody(page);
  await fits(page);
  assert.deepEqual(complaints, []);
});
