import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SavedView } from '#people/screens/view-queries.ts';
import { bookingsSearch } from './bookings-search.ts';
import { askedFrom, dateFrom, filterOf, sameFilter, VIEWS } from './list-views.ts';

const kept = {
  id: 'v1',
  filter: { status: 'no-show', from: 'today-7', needsHost: 'maybe' },
} as unknown as SavedView;

test('an address without a filter shows its view, with one it shows that', () => {
  assert.deepEqual(filterOf({}, []), VIEWS.upcoming);
  assert.deepEqual(filterOf({ view: 'today', open: 'b1' }, []), VIEWS.today);
  assert.deepEqual(filterOf({ view: 'today', hostId: 'me' }, []), { hostId: 'me' });
  assert.deepEqual(filterOf({ view: 'today', all: true }, []), {});
});

test('P10: a view that was kept is waited for, read with care, and not missed when it is gone', () => {
  assert.equal(filterOf({ view: 'v1' }, undefined), null);
  assert.deepEqual(filterOf({ view: 'v1' }, [kept]), { status: 'no-show', from: 'today-7' });
  assert.deepEqual(filterOf({ view: 'v2' }, [kept]), VIEWS.upcoming);
});

test('A7: dates are the reader’s and become instants, the last day whole', () => {
  const asked = askedFrom({ from: 'today', to: 'today+1', sort: '-start' }, '2026-10-24', 'Europe/Warsaw');
  assert.deepEqual(asked, { from: '2026-10-23T22:00:00Z', to: '2026-10-25T23:00:00Z' });
  assert.equal(dateFrom('today-30', '2026-12-01'), '2026-11-01');
  assert.equal(dateFrom('2027-01-02', '2026-12-01'), '2027-01-02');
});

test('an address that means nothing is left out', () => {
  const search = bookingsSearch({
    from: 'yesterday',
    to: '2026-12-01',
    status: '',
    q: 12,
    sort: 'end',
    new: 'yes',
  });
  assert.deepEqual(search, { to: '2026-12-01', q: '12' });
  assert.ok(sameFilter({ from: 'today', q: 'a' }, { q: 'a', from: 'today' }));
});
