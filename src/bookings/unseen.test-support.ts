import assert from 'node:assert/strict';
import { shuffled } from '#engine/shuffle.ts';
import type { Person, SharedLink, Termika } from '../../demo/open-termika.ts';
import { contactCalled, roundRobin, shown } from '#bookings/owner-first/owner-first.test-support.ts';
import { rankTest } from './rank-test.test-support.ts';

/** Who books: nobody we know, somebody without an owner, and somebody with one who is a host of the link. */
export type Sort = 'unknown' | 'known' | 'owned';
export const SORTS: readonly Sort[] = ['unknown', 'known', 'owned'];

/** What a visitor could hold against what another one sees. */
export interface Seen {
  sort: Sort;
  status: number;
  /** Names in the order in which they came, of nested ones too. */
  keys: string;
  headers: string;
  bytes: number;
  ms: number;
}

interface Asked {
  policy: 'everyone' | 'never';
  /** So many visitors of every sort. */
  each: number;
  together: number;
  /** What tells these visitors from those of another round. */
  names?: string;
}

/**
 * Books once for each of so many visitors of every sort, in an order without order, `together` at once, and tells what
 * was seen. Everybody has a name and an address of the same length.
 */
export async function bookAsEverybody(
  t: Termika,
  hosts: Person[],
  { policy, each, together, names = policy }: Asked,
): Promise<Seen[]> {
  const link = await roundRobin(t, hosts, { verification: policy, durationsMinutes: [5] });
  const { starts } = await shown(t, link);
  const visitors: { sort: Sort; name: string; email: string }[] = [];
  for (const sort of SORTS) {
    for (let at = 0; at < each; at++)
      visitors.push({ sort, ...(await visitorOf(t, hosts[0]!, sort, names, at)) });
  }
  const mixed = shuffled(visitors, 15);
  const seen: Seen[] = [];
  for (let at = 0; at < mixed.length; at += together) {
    const lot = mixed.slice(at, at + together).map((one, nth) => see(t, link, starts[at + nth]!, one));
    seen.push(...(await Promise.all(lot)));
  }
  return seen;
}

async function visitorOf(t: Termika, owner: Person, sort: Sort, names: string, at: number) {
  const name = `Visitor ${sort.padEnd(7, 'x')} ${names} ${String(at).padStart(3, '0')}`;
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@customer.example`;
  if (sort === 'unknown') return { name, email };
  return contactCalled(t, name, sort === 'owned' ? { ownerId: owner.id } : {});
}

async function see(
  t: Termika,
  link: SharedLink,
  start: string,
  { sort, name, email }: { sort: Sort; name: string; email: string },
): Promise<Seen> {
  const began = performance.now();
  const { status, body, headers } = await t.book(link, start, { name, email });
  const ms = performance.now() - began;
  const text = JSON.stringify(body);
  const shownHeaders = [...headers].map(([key, value]) => `${key}: ${value}`).join('\n');
  return { sort, status, keys: keysOf(body), headers: shownHeaders, bytes: text.length, ms };
}

function keysOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return typeof value;
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}:${keysOf(inner)}`)
    .join()}}`;
}

/** ABUSE 15: everybody sees the same, and times of two sorts differ no more than chance lets them. */
export function assertUnseen(seen: Seen[], least: number): void {
  for (const what of ['status', 'keys', 'headers', 'bytes'] as const) {
    assert.equal(new Set(seen.map((one) => one[what])).size, 1, `${what} tell: ${JSON.stringify(seen[0])}`);
  }
  for (const [one, other] of PAIRS) {
    const chance = rankTest(timesOf(seen, one), timesOf(seen, other));
    assert.ok(chance > least, `times of ${one} and ${other} differ: p = ${chance}`);
  }
}

export const PAIRS: readonly [Sort, Sort][] = [
  ['unknown', 'known'],
  ['known', 'owned'],
  ['unknown', 'owned'],
];

export function timesOf(seen: Seen[], sort: Sort): number[] {
  return seen.filter((one) => one.sort === sort).map(({ ms }) => ms);
}
