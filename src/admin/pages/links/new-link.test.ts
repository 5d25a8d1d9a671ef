import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugFrom } from '#people/slug.ts';
import { NewLink } from '#links/link-fields.ts';
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
