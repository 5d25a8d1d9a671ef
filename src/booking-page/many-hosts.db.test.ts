import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hireCrowd } from '../bookings/crowd.test-support.ts';
import { openPages, wordsOf, type Pages } from './open-pages.test-support.ts';

let house: Pages;

before(async () => {
  house = await openPages();
  const crowd = await hireCrowd(house, 1000, 20);
  const given = {
    kind: 'round-robin',
    hostIds: crowd,
    hours: null,
    incrementMinutes: 15,
    title: 'All of us',
  };
  await house.share({ ...given, slug: 'all', horizon: { rollingDays: 365 } });
});
after(() => house.close());

test('ABUSE 34: the page of a link with 1,000 hosts is made in under 300 ms, whatever month is asked, and names none', async (context) => {
  const spent: number[] = [];
  for (const query of [
    '',
    '?month=2027-03',
    '?month=2027-11',
    '?month=2199-12',
    '?timeZone=Pacific/Auckland',
    '',
    '',
  ]) {
    const before = process.cpuUsage();
    const page = await house.visit(`/termika/all${query}`);
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
    assert.equal(page.status, 200);
    assert.match(
      wordsOf(page.html),
      /Termika All of us 30 min (January|February|March|November|December|Skip|\w+ \d{4})/,
    );
  }
  context.diagnostic(spent.map((ms) => ms.toFixed(0)).join(', '));
  assert.ok(
    spent.slice(1).every((ms) => ms < 300),
    spent.join(),
  );
});
