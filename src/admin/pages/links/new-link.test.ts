import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugFrom } from '#people/slug.ts';
import { NewLink } from '#links/link-fields.ts';
import { addTime, moveTime } from './offered-times.ts';
import { bodyOf, emptyLink, lacksOf, slugOf } from './new-link.ts';
import { KINDS } from './links-search.ts';

const anna = '0199a000-0000-7000-8000-000000000001';

test('the address that is suggested is the one the server would give', () => {
  for (const title of [
    'Śniadanie u Bo',
    'Visite de l’atelier',
    '  Oven   tour! ',
    'Køb og salg',
    'x'.repeat(200),
  ])
    assert.equal(slugOf(title), slugFrom(title, ''));
});

test('B1: what is asked for is a whole link of each kind', () => {
  for (const kind of KINDS) {
    const times = [{ start: '2026-12-01T09:00:00Z', end: '2026-12-01T09:30:00Z' }];
    const link = {
      ...emptyLink(kind, 'Tour', anna),
      times,
      ...(kind === 'panel' && { chairs: [[anna], [anna]] }),
    };
    assert.deepEqual(lacksOf(link), {});
    assert.equal(NewLink.safeParse(bodyOf(link, 'Europe/Paris')).success, true, kind);
  }
});

test('what is missing is named: a title, a host for every chair, a time', () => {
  assert.deepEqual(lacksOf({ ...emptyLink('personal', '  ', anna) }), { title: 'needTitle' });
  assert.deepEqual(lacksOf(emptyLink('panel', 'Two', anna)), { hosts: 'needHost' });
  assert.deepEqual(lacksOf(emptyLink('specific-times', 'One', anna)), { times: 'needTimes' });
});

test('L3: times stand in order; one that has passed or meets another is refused', () => {
  const now = '2026-12-01T08:00:00Z';
  const time = (hour: string, end: string) => ({
    start: `2026-12-01T${hour}:00Z`,
    end: `2026-12-01T${end}:00Z`,
  });
  const one = addTime([time('12:00', '12:30')], time('09:00', '09:30'), now);
  assert.deepEqual(one, [time('09:00', '09:30'), time('12:00', '12:30')]);
  assert.equal(addTime([], time('07:30', '08:30'), now), 'past');
  assert.equal(addTime([time('09:00', '10:00')], time('09:30', '10:30'), now), 'overlap');
  assert.deepEqual(moveTime([time('09:00', '10:00')], 0, time('09:30', '10:30'), now), [
    time('09:30', '10:30'),
  ]);
});
