import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importHolidays } from './import-holidays.ts';
import type { NewHolidayList } from './holiday-list.ts';

async function listOf(...given: Parameters<typeof importHolidays>): Promise<NewHolidayList> {
  const list = await importHolidays(...given);
  assert.ok('days' in list);
  return list;
}

test('A1: a country’s public holidays come with names in the asked language, in the order of the years', async () => {
  const list = await listOf('FR', undefined, [2027, 2026], 'fr');
  assert.equal(list.name, 'France 2026, 2027');
  assert.equal(list.days.length, 22);
  assert.deepEqual(list.days[1], { date: '2026-04-06', name: 'Lundi de Pâques' });
  assert.deepEqual(list.days.at(-1), { date: '2027-12-25', name: 'Noël' });
});

test('A1: a region adds its own days; one that is not the country’s is refused', async () => {
  const names = (list: NewHolidayList) => list.days.map((day) => day.date);
  const bavaria = await listOf('DE', 'BY', [2026], 'pl');
  assert.ok(names(bavaria).includes('2026-01-06'));
  assert.ok(!names(await listOf('DE', undefined, [2026], 'en')).includes('2026-01-06'));
  assert.deepEqual(await importHolidays('FR', 'BY', [2026], 'fr'), { unknown: 'region' });
  assert.deepEqual(await importHolidays('XX', undefined, [2026], 'fr'), { unknown: 'country' });
});

test('A1: a feast of several days closes each of its dates; each date stands there once', async () => {
  const { days, name } = await listOf('TR', undefined, [2026, 2027, 2028], 'en');
  const dates = days.map((day) => day.date);
  assert.ok(['2026-03-20', '2026-03-21', '2026-03-22'].every((date) => dates.includes(date)));
  assert.equal(new Set(dates).size, dates.length);
  assert.match(name, / 2026–2028$/);
});

test('A1: half holidays do not close a whole date', async () => {
  const { days } = await listOf('CN', undefined, [2026], 'en');
  assert.ok(!days.some((day) => day.date === '2026-03-08'));
});

test('A1: the same holidays come whatever zone the server stands in', async () => {
  const here = process.env.TZ;
  const inZone = async (zone: string) => {
    process.env.TZ = zone;
    return listOf('JP', undefined, [2026], 'en');
  };
  const far = await inZone('Pacific/Kiritimati');
  const west = await inZone('America/Los_Angeles');
  if (here === undefined) delete process.env.TZ;
  else process.env.TZ = here;
  assert.deepEqual(far, west);
});
