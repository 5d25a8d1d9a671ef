import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodingFrom } from './accept-encoding.ts';

test('a body is packed as the browser takes it, in the order we like, or not at all', () => {
  const ours = ['zstd', 'br', 'gzip'] as const;
  assert.equal(encodingFrom('gzip, deflate, br, zstd', ours), 'zstd');
  assert.equal(encodingFrom('gzip, deflate, br', ours), 'br');
  assert.equal(encodingFrom('GZIP;q=0.5', ours), 'gzip');
  assert.equal(encodingFrom('br;q=0, *', ours), 'zstd');
  for (const none of [undefined, '', 'identity', 'br;q=0', 'brotli', '*;q=0', 'x'.repeat(9000)]) {
    assert.equal(encodingFrom(none, ours), undefined, `${none}`);
  }
});
