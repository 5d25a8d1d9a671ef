import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dealsSearch } from './deals-search.ts';

test('P5: addresses of deals that people kept still show what they showed', () => {
  assert.deepEqual(dealsSearch({ view: 'list', sort: '-amount' }), { as: 'list', sort: '-amount' });
  assert.deepEqual(dealsSearch({ view: 'list', stage: 'won', mine: true }), {
    as: 'list',
    view: 'mine',
    filter: [{ field: 'stage', is: 'is', value: 'won' }],
  });
  assert.deepEqual(dealsSearch({ as: 'list', view: 'v', back: '/settings' }), { as: 'list', view: 'v' });
  const begun = { new: true as const, companyId: 'c', back: '/companies/c' };
  assert.deepEqual(dealsSearch(begun), begun);
});
