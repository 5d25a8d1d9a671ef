/** The preview, the public page and the API on random links: 25 in `npm test`, 500 with RONDO_SOAK=1. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { daysOn, openPages, startsOn } from '../src/booking-page/open-pages.test-support.ts';
import { asVisitorsSee, lookAt } from '../src/booking-page/previews.test-support.ts';
import { someLink, someQuery } from '../src/booking-page/random-links.test-support.ts';
import type { SharedLink } from '../demo/open-termika.ts';
import { isLong } from './ground.ts';

const LINKS = isLong ? 500 : 25;

const house = await openPages();
after(() => house.close());
const people = [house.anna, house.bo, await house.hire('ines'), await house.hire('priya')];
const days = [{ date: '2026-12-25', name: 'Christmas' }];
const list = await house.call('POST', '/api/holiday-lists', { name: 'Ours', days });
const busy = { title: 'Busy', start: '2026-12-01T09:00:00Z', end: '2026-12-03T10:30:00Z' };
await house.call('POST', `/api/members/${house.bo.id}/events`, busy);
await house.call('POST', `/api/members/${house.anna.id}/absences`, { from: '2026-12-07', to: '2026-12-09' });

const office = { memberIds: people.map(({ id }) => id), holidayListId: list.body.id as string };

test(`L2: preview, public page and API show the same starts, byte for byte, on ${LINKS} random links`, async (context) => {
  let offered = 0;
  const agree = fc.asyncProperty(someLink(office), someQuery, async (settings, query) => {
    const link = await house.share(settings);
    offered += settings.kind === 'specific-times' ? await offersAgree(link) : await monthAgrees(link, query);
  });
  await fc.assert(agree, { numRuns: LINKS, endOnFailure: true });
  context.diagnostic(`${offered} starts compared`);
  assert.ok(offered > LINKS, 'most of the links offer something');
});

/** The month that is asked for, day by day, and the times of its first free day and of the one that was asked for. */
async function monthAgrees(
  link: SharedLink,
  { timeZone, month, day }: { timeZone: string; month: string; day: string },
): Promise<number> {
  const { days: free } = await freeIn(link, monthOf(month), timeZone);
  const first = await samePage(link, { timeZone, month });
  assert.deepEqual(daysOn(first), [...free.keys()]);
  assert.deepEqual(startsOn(first), [...free.values()][0] ?? []);
  const other = await samePage(link, { timeZone, month, day: `${month}-${day}` });
  assert.deepEqual(startsOn(other), free.get(`${month}-${day}`) ?? []);
  const [start] = startsOn(first);
  if (start) await samePage(link, { timeZone, start });
  return [...free.values()].flat().length;
}

async function offersAgree(link: SharedLink): Promise<number> {
  const { days: free } = await freeIn(link, { from: '2026-12-01', to: '2026-12-31' }, 'UTC');
  const starts = [...free.values()].flat();
  assert.deepEqual(startsOn(await samePage(link, {})), starts);
  return starts.length;
}

/** The page of the preview, after it has been found to be the public one. */
async function samePage(link: SharedLink, query: Record<string, string>): Promise<string> {
  const [shown, open] = await Promise.all([
    lookAt(house, link.id, query),
    house.visit(`/termika/${link.slug}?${new URLSearchParams(query)}`),
  ]);
  assert.equal(shown.status, 200);
  assert.equal(open.status, 200);
  assert.equal(asVisitorsSee(shown.html, link), asVisitorsSee(open.html, link));
  return shown.html;
}

async function freeIn(link: SharedLink, dates: { from: string; to: string }, timeZone: string) {
  const { status, body } = await house.call(
    'GET',
    `${link.path}/slots?${new URLSearchParams({ ...dates, timeZone })}`,
  );
  assert.equal(status, 200, JSON.stringify(body));
  const free = (body.days as { date: string; slots: string[] }[]).map(
    ({ date, slots }) => [date, slots] as const,
  );
  return { days: new Map(free) };
}

function monthOf(month: string): { from: string; to: string } {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return { from: `${month}-01`, to: `${month}-${daysInMonth}` };
}
