import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../demo/clean-slate.ts';
import { openTermika } from '../demo/open-termika.ts';
import { rankTest } from '../src/bookings/rank-test.test-support.ts';
import { isLong } from './ground.ts';
import { assertUnseen, bookAsEverybody, PAIRS, timesOf } from '../src/bookings/unseen.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const hosts = [t.bo, t.anna];
const EACH = isLong ? 200 : 8;

for (const policy of ['everyone', 'never'] as const) {
  test(`ABUSE 15: with ${policy}, ${EACH} unknown, known and owned addresses are treated as one`, async (context) => {
    const seen = await bookAsEverybody(t, hosts, { policy, each: EACH, together: 2 });
    for (const [one, other] of PAIRS) {
      const chance = rankTest(timesOf(seen, one), timesOf(seen, other));
      context.diagnostic(`times of ${one} and ${other}: p = ${chance.toFixed(3)}`);
    }
    assertUnseen(seen, 1e-4);
    assert.equal(seen[0]!.status, 201);
  });
}
