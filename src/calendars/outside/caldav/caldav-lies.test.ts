import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { brokenOff, dropped, entityBomb, loginPage, tenGigabytes } from '../lying-server.test-support.ts';
import type { Answer, Asked } from '../lying-server.test-support.ts';
import { OutsideProblem } from '../problem.ts';
import {
  gone,
  hrefsOf,
  listed,
  multistatus,
  response,
  ScriptedCalendar,
} from './scripted-calendar.test-support.ts';

let one: ScriptedCalendar;
const started: ScriptedCalendar[] = [];
beforeEach(async () => {
  one = await ScriptedCalendar.start();
  started.push(one);
});
after(() => Promise.all(started.map(({ server }) => server.close())));

const problem = (code: string) => (error: unknown) => error instanceof OutsideProblem && error.code === code;
const isListing = ({ method, headers }: Asked) => method === 'PROPFIND' && headers.depth === '1';
const isMany = ({ body }: Asked) => body.includes('calendar-multiget');
const isSync = ({ body }: Asked) => body.includes('sync-collection');
const all = { changed: ['a.ics', 'b.ics', 'c.ics'], removed: [] };
const nothing = { changed: [], removed: [] };

/** Read once; then something changes without being read. */
async function readOnce(): Promise<void> {
  assert.deepEqual(await one.keeper.read(), all);
  one.ctag = 'c2';
  one.token = 't2';
}

test('ABUSE 31: what is no answer closes the calendar at every step, and never empties it', async () => {
  const lies: Answer[] = [
    loginPage,
    entityBomb,
    { status: 207 },
    { status: 207, body: '<?xml version="1.0"?><x:multistatus xmlns:x="DAV:"><x:response><x:hre' },
    { body: '<?xml version="1.0"?><welcome/>' },
    { status: 503 },
    dropped,
    brokenOff('<?xml version="1.0"?><x:multistatus xmlns:x="DAV:">', { 'content-type': 'text/xml' }),
    tenGigabytes,
  ];
  const steps = [({ headers }: Asked) => headers.depth === '0', isListing, isMany];
  for (const isStep of steps.slice(0, 2))
    for (const lie of lies) {
      one.lie = (asked) => (isStep(asked) ? lie : undefined);
      await assert.rejects(one.keeper.read(), OutsideProblem);
      assert.equal(one.keeper.cursor, null);
    }
  for (const lie of lies) {
    one.lie = (asked) => (isMany(asked) || asked.method === 'GET' ? lie : undefined);
    await assert.rejects(one.keeper.read(), OutsideProblem);
    assert.deepEqual([one.keeper.cursor, one.keeper.texts.size], [null, 0]);
  }
});

test('a change that is said and not named is looked for', async () => {
  await readOnce();
  one.put('b', 'Moved');
  one.objects.delete('/c/c.ics');
  one.since.set('t1', []);
  assert.deepEqual(await one.keeper.read(), { changed: ['b.ics'], removed: ['c.ics'] });
});

test('a server that has a new token every time and nothing new is believed when its ctag says so', async () => {
  await readOnce();
  one.ctag = 'c1';
  one.since.set('t1', []);
  one.server.asked.length = 0;
  assert.deepEqual(await one.keeper.read(), nothing);
  assert.equal(one.server.asked.filter(isListing).length, 0);
});

test('what a listing leaves out is asked for by name before it counts as gone', async () => {
  await readOnce();
  one.lie = (asked) => (isListing(asked) ? multistatus(listed('/c/a.ics', '"a7"')) : undefined);
  assert.deepEqual(await one.keeper.read(), { changed: ['b.ics', 'c.ics'], removed: [] });
  one.objects.delete('/c/c.ics');
  one.ctag = 'c3';
  assert.deepEqual(await one.keeper.read(), { changed: ['b.ics'], removed: ['c.ics'] });
});

test('changes come in pages, and what a later page takes back is gone', async () => {
  await readOnce();
  one.objects.delete('/c/b.ics');
  one.put('d');
  one.since.set('t1b', ['/c/d.ics', '/c/b.ics']);
  const first = [listed('/c/b.ics', '"b"'), gone('/c/', '507 Insufficient Storage')];
  const page = multistatus(...first, '<x:sync-token>t1b</x:sync-token>');
  one.lie = (asked) => (isSync(asked) && asked.body.includes('>t1<') ? page : undefined);
  assert.deepEqual(await one.keeper.read(), { changed: ['d.ics'], removed: ['b.ics'] });
});

test('pages that lead nowhere end in a listing, a cut listing in pages', async () => {
  await readOnce();
  one.put('b', 'Moved');
  const same = multistatus(gone('/c/', '507 Insufficient Storage'), '<x:sync-token>t1</x:sync-token>');
  one.lie = (asked) => (isSync(asked) ? same : undefined);
  assert.deepEqual(await one.keeper.read(), { changed: ['b.ics'], removed: [] });
  one.since.set('', ['/c/a.ics', '/c/b.ics', '/c/c.ics']);
  const cut = multistatus(gone('/c/', '507 Insufficient Storage'));
  one.lie = (asked) => (isListing(asked) ? cut : undefined);
  one.ctag = 'c9';
  assert.deepEqual(await one.keeper.read({ cursor: null }), nothing);
  one.since.clear();
  await assert.rejects(one.keeper.read({ cursor: null }), problem('too-large'));
});

test('without tokens and ctags ETags are compared; weak ones and none at all will do', async () => {
  [one.token, one.ctag] = [null, null];
  await one.keeper.read();
  const weak = [...one.objects].map(([path, { etag }]) => listed(path, `W/${etag}`));
  one.lie = (asked) => (isListing(asked) ? multistatus(...weak) : undefined);
  assert.deepEqual(await one.keeper.read(), nothing);
  one.lie = (asked) =>
    isListing(asked) ? multistatus(response('/c/a.ics', '<x:resourcetype/>'), ...weak.slice(1)) : undefined;
  assert.deepEqual(await one.keeper.read(), { changed: ['a.ics'], removed: [] });
});

test('objects that many at once do not give are asked for one by one', async () => {
  const refused = response('/c/b.ics', '<y:calendar-data/>', '403 Forbidden');
  for (const lie of [multistatus(refused), { status: 501 }, { status: 403 }, loginPage]) {
    one.lie = (asked) => (isMany(asked) ? lie : undefined);
    assert.deepEqual(await one.keeper.read({ cursor: null, known: async () => new Map() }), all);
  }
});

test('an answer that is too large is asked for in halves; one object that is too large closes the calendar', async () => {
  one.lie = (asked) => (isMany(asked) && hrefsOf(asked.body).length > 2 ? tenGigabytes : undefined);
  assert.deepEqual(await one.keeper.read(), all);
  one.lie = (asked) => {
    if (asked.method === 'GET' && asked.path === '/c/b.ics') return tenGigabytes;
    return isMany(asked) ? one.many(['/c/a.ics', '/c/c.ics']) : undefined;
  };
  await assert.rejects(one.keeper.read({ cursor: null, known: async () => new Map() }), problem('too-large'));
});

test('an error inside a 207, and a wait that was asked for, are told as what they are', async () => {
  one.lie = (asked) =>
    isMany(asked)
      ? multistatus()
      : asked.method === 'GET'
        ? multistatus(gone(asked.path, '403 Forbidden'))
        : undefined;
  await assert.rejects(one.keeper.read(), problem('forbidden'));
  one.lie = () => ({ status: 429, headers: { 'retry-after': '120' } });
  await assert.rejects(
    one.keeper.read(),
    (error) => problem('wait')(error) && (error as OutsideProblem).retryAfterMs === 120_000,
  );
  one.lie = () => ({ status: 401 });
  await assert.rejects(one.keeper.read(), problem('sign-in'));
});
