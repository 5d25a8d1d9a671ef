import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { PAGES } from '../checks/access-pages.ts';
import { ACCESS } from '../checks/access.ts';
import { cleanSlate } from '../demo/clean-slate.ts';
import { openTermika, type Termika } from '../demo/open-termika.ts';
import { hiddenFields } from '../src/booking-page/open-pages.test-support.ts';
import { dump } from './dump.ts';
import { isLong } from './ground.ts';
import { requestTo, type Asked, type Known } from './odd-requests.ts';

const CASES = isLong ? 20_000 : 300;
/** The short form asks the same every time; the long one goes looking. */
const SEED = isLong ? {} : { seed: 2026 };

let house: Termika;
let known: Known;

before(async () => {
  house = await openTermika(await cleanSlate());
  const questions = [{ id: 'q', label: 'What?', kind: 'text', required: false }];
  const link = await house.share({ slug: 'tour', questions, horizon: {}, verification: 'never' });
  await house.call('PATCH', '/api/workspace', { appointmentPage: { enabled: true, linkId: link.id } });
  const { body } = await house.book(link, '2026-12-01T09:00:00Z');
  const form = await (await house.app.request('/termika/tour?start=2026-12-03T09:00:00Z')).text();
  const token = new URL(body.manageUrl).pathname.split('/').at(-1)!;
  known = { workspace: 'termika', link: 'tour', token, form: hiddenFields(form) };
  house.clock.advance(1);
});
after(() => house.close());

/** Everything that a stranger can reach: the public routes of the API, and every page. */
const rows = [
  ...Object.keys(ACCESS).filter((row) => ACCESS[row] === 'public'),
  ...PAGES.map((row) => row.replaceAll(/:(\w+)/g, '{$1}')),
  'GET /{workspace}',
  'POST /{workspace}/{link}/{token}',
];

test(`whatever strangers send: never a 5xx or a stack, nothing written on a refusal, no word of it in the log (${CASES} cases)`, async () => {
  let before = await dump(house.platform.db, 'counters');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...rows).chain((row) => requestTo(row, known)),
      async (asked) => {
        house.logged.length = 0;
        const answer = await house.app.request(asked.path, asked.init, fromAnywhere());
        const text = await answer.text();
        assert.ok(answer.status < 500, `${answer.status} ${house.logged.join('\n')}`);
        assert.doesNotMatch(text, /node_modules|\.ts:\d|node:internal|\n {4}at /);
        staysSilent(house.logged, asked);
        const now = await dump(house.platform.db, 'counters');
        if (answer.status >= 400 || asked.init.method === 'GET') assert.deepEqual(now, before);
        before = now;
      },
    ),
    { ...SEED, numRuns: CASES, endOnFailure: true },
  );
});

/** Each from an address of its own, so that the limits do not end the game. */
let strangers = 0;
const fromAnywhere = () => ({
  incoming: { socket: { remoteAddress: `10.0.${++strangers >> 8}.${strangers & 255}` } },
});

/** The log tells routes, never what was asked of them. */
function staysSilent(lines: string[], { typed }: Asked): void {
  const secrets = [
    known.token,
    'set-up-token',
    house.anna.email,
    ...typed.filter((word) => word.trim().length >= 6),
  ];
  for (const line of lines) {
    const { id: _id, at: _at, route: _route, ...said } = JSON.parse(line) as Record<string, unknown>;
    const text = JSON.stringify(said);
    for (const word of secrets)
      assert.ok(!text.includes(JSON.stringify(word).slice(1, -1)), `the log says ${word}`);
  }
}
