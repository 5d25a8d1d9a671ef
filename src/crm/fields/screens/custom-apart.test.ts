import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customApart, customTogether } from './custom-apart.ts';

test('custom values are fields of their own, as new as the record they came with', () => {
  const record = { id: 'a', custom: { size: 3 }, 'custom.town': 'Lyon' };
  assert.deepEqual(customApart(record), { id: 'a', custom: { size: 3 }, 'custom.size': 3 });
  assert.deepEqual(customApart({ id: 'a' }), { id: 'a' });
});

test('a change goes out with its custom values together, and with null for what was empty before', () => {
  assert.deepEqual(customTogether({ name: 'Ana', 'custom.size': 3, 'custom.town': undefined }), {
    name: 'Ana',
    custom: { size: 3, town: null },
  });
  assert.deepEqual(customTogether({ name: 'Ana' }), { name: 'Ana' });
});
