import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadsOnTo } from './leads-on.ts';

test('L2: after a booking the script goes to the whole address, whatever its query says', () => {
  const whole = 'https://crm.example/thanks?return_url=https://shop.example/a';
  assert.equal(leadsOnTo(`3;url=${whole}`), whole);
  assert.equal(leadsOnTo(`3; url=${whole}`), whole);
});

test('ABUSE 29: a page without a refresh, or with one to no https address, leads nowhere', () => {
  for (const said of [undefined, '', '3', '3;url=', '3;url=javascript:alert(1)', '3;url=http://crm.example/'])
    assert.equal(leadsOnTo(said), undefined, String(said));
});
