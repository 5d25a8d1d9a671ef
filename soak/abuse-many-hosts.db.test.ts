import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openPages, wordsOf } from '../src/booking-page/open-pages.test-support.ts';
import { hireCrowd } from './crowd.ts';

const t = await openPages();
after(() => t.close());

const HOSTS = 1000;
const crowd = await hireCrowd(t, HOSTS, 20);
const month = 'from=2026-11-23&to=2026-12-23&timeZone=Europe/Paris';

/**
 * Milliseconds of this process's own work for each of so many askings; the machine may have others to do. No other
 * file is tested in this process: the work of its house would be counted.
 */
async function effort(times: number, ask: () => Promise<unknown>): Promise<number[]> {
  const spent: number[] = [];
  for (let asked = 0; asked < times; asked++) {
    const before = process.cpuUsage();
    await ask();
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  }
  return spent.toSorted((one, two) => one - two);
}

test('ABUSE 34: a link with 1,000 hosts is made, shown, asked for a month and booked, each in under 300 ms', async (context) => {
  const given = { kind: 'round-robin', hostIds: crowd, hours: null, incrementMinutes: 15 };
  const link = await t.share({ ...given, title: 'All of us' });
  const ask = () => t.call('GET', `${link.path}/slots?${month}`);
  const { body, statements } = await ask();
  assert.ok(body.days.length > 20 && statements <= 5, `${body.days.length} days, ${statements} statements`);
  const spent = await effort(100, ask);
  context.diagnostic(`median ${spent[50]!.toFixed(0)} ms, most ${spent.at(-1)!.toFixed(0)} ms`);
  // 99 of a hundred: collecting garbage, and whatever else the process has to do, now and then falls on one.
  assert.ok(spent[98]! < 300, `${spent[98]} ms`);

  const [page] = await effort(1, () => t.call('GET', link.path));
  assert.ok(page! < 300, `page: ${page} ms`);
  const starts = body.days.flatMap((day: { slots: string[] }) => day.slots);
  let next = 0;
  const books = await effort(5, async () =>
    assert.equal((await t.book(link, starts[next++ * 20])).status, 201),
  );
  context.diagnostic(`booking: ${books.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  assert.ok(books.at(-1)! < 300, `booking: ${books.at(-1)} ms`);
});

test('ABUSE 34: a panel of three chairs and a group, of a thousand in all, hold the same', async (context) => {
  const chairs = [crowd.slice(0, 400), crowd.slice(300, 700), crowd.slice(700)].map((candidateIds) => ({
    candidateIds,
  }));
  for (const given of [
    { kind: 'panel', chairs },
    { kind: 'group', chairs: crowd.slice(0, 20).map((id) => ({ candidateIds: [id] })) },
  ]) {
    const link = await t.share({ ...given, hours: null, incrementMinutes: 15 });
    const spent = await effort(10, () => t.call('GET', `${link.path}/slots?${month}`));
    context.diagnostic(`${given.kind}: most ${spent.at(-1)!.toFixed(0)} ms`);
    assert.ok(spent.at(-1)! < 300, `${given.kind}: ${spent.at(-1)} ms`);
  }
});

test('ABUSE 34: the page of such a link is made in under 300 ms, whatever month is asked, and names none', async (context) => {
  const given = { kind: 'round-robin', hostIds: crowd, hours: null, incrementMinutes: 15 };
  await t.share({ ...given, title: 'All of us', slug: 'all', horizon: { rollingDays: 365 } });
  const heading = /Termika All of us 30 min (January|February|March|November|December|Skip|\w+ \d{4})/;
  const visit = async (query: string) => {
    const page = await t.visit(`/termika/all${query}`);
    assert.equal(page.status, 200);
    assert.match(wordsOf(page.html), heading);
  };
  await visit('');
  for (const query of [
    '?month=2027-03',
    '?month=2027-11',
    '?month=2199-12',
    '?timeZone=Pacific/Auckland',
    '',
  ]) {
    const [spent] = await effort(1, () => visit(query));
    context.diagnostic(`${query}: ${spent!.toFixed(0)} ms`);
    assert.ok(spent! < 300, `${query}: ${spent} ms`);
  }
});

test('ABUSE 34: more than 1,000 hosts are refused', async () => {
  const link = { kind: 'round-robin', title: 'Too many', timeZone: 'Europe/Paris' };
  const hostIds = [...crowd, t.anna.id];
  const { status, body } = await t.call('POST', '/api/links', { ...link, hostIds });
  assert.deepEqual([status, body.errors[0].path], [422, 'hostIds']);
});
