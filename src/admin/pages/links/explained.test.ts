import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explained } from './explained.ts';

const shut = { code: 'outside-hours', detail: 'link hours' };
const busy = { code: 'busy', detail: '2026-12-10T11:00:00Z/2026-12-10T12:00:00Z' };
const notice = { code: 'notice', detail: 'from 2026-12-10T12:00:00Z' };

test('A10: what holds for the link is said once, what holds for a host beside the host', () => {
  const { ofLink, hosts } = explained({
    start: '2026-12-10T11:00:00Z',
    offered: false,
    reasons: [notice],
    hosts: [
      { memberId: 'a', name: 'Anna', free: false, reasons: [notice, shut] },
      { memberId: 'b', name: 'Bo', free: false, reasons: [notice, shut, busy] },
    ],
  });
  assert.deepEqual(ofLink, [notice, shut]);
  assert.deepEqual(
    hosts.map(({ name, reasons }) => [name, reasons]),
    [
      ['Anna', []],
      ['Bo', [busy]],
    ],
  );
});

test('the hosts’ own hours and holidays stay theirs', () => {
  const own = { code: 'holiday', detail: 'host 2026-12-25' };
  const { ofLink, hosts } = explained({
    start: '2026-12-25T09:00:00Z',
    offered: false,
    reasons: [],
    hosts: [{ memberId: 'a', name: 'Anna', free: false, reasons: [own] }],
  });
  assert.deepEqual([ofLink, hosts[0]?.reasons], [[], [own]]);
});
