import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkView } from '#links/screens/link-queries.ts';
import { copyOf } from './copy-of.ts';

const now = '2026-12-02T10:00:00.000Z';
const time = (start: string) => ({ start, end: start.replace(':00:00Z', ':30:00Z') });
const link = {
  title: 'Oven talk',
  active: true,
  slug: 'oven-talk',
  version: 7,
  chairs: [
    { candidateIds: ['anna', 'bo'], rotationId: 'sales' },
    { candidateIds: ['ines'], rule: 'random' },
  ],
  times: [time('2026-12-02T09:00:00Z'), time('2026-12-03T09:00:00Z')],
  expiresAt: '2026-12-02T09:00:00Z',
  reminders: [{ minutes: 60, when: 'before', to: 'visitor' }],
  embedOrigins: ['https://shop.example'],
  ownerFirst: 'strict',
} as unknown as LinkView;
const wish = { title: 'Oven talk (copy)', now, mayRotate: true };

test('a copy has the settings, reminders and websites of its link; it is off and has an address of its own', () => {
  const copy = copyOf(link, wish);
  assert.deepEqual(
    [copy.active, copy.title, copy.reminders, copy.embedOrigins, copy.ownerFirst],
    [false, wish.title, link.reminders, link.embedOrigins, 'strict'],
  );
  assert.ok(!('slug' in copy) && !('version' in copy));
});

test('L3: times and an end that have passed stay behind', () => {
  const copy = copyOf(link, wish);
  assert.deepEqual([copy.times.map(({ start }) => start), copy.expiresAt], [['2026-12-03T09:00:00Z'], null]);
  assert.equal(
    copyOf({ ...link, expiresAt: '2026-12-04T09:00:00Z' }, wish).expiresAt,
    '2026-12-04T09:00:00Z',
  );
});

test('R10: a chair that a rotation fills stays one for whoever may use it, else its people are named', () => {
  assert.deepEqual(copyOf(link, wish).chairs, [
    { candidateIds: [], rotationId: 'sales' },
    { candidateIds: ['ines'], rule: 'random' },
  ]);
  assert.deepEqual(copyOf(link, { ...wish, mayRotate: false }).chairs[0], { candidateIds: ['anna', 'bo'] });
});
