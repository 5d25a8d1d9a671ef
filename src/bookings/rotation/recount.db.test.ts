import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';
import { recountAll, sayRecount } from './recount.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const [ines, tomasz] = [await t.hire('ines'), await t.hire('tomasz')];
const entries = [t.anna, t.bo, ines, tomasz].map(({ id }) => ({ kind: 'member', id }));

const contact = await t.call('POST', '/api/contacts', { name: 'Owen Price' });
const record = { kind: 'contact', id: contact.body.id };

const rotate = async (name: string, members: object[], more: object = {}) => {
  const { status, body } = await t.call('POST', '/api/rotations', { name, members, ...more });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id as string;
};
let hour = 0;
/** The next hour of working days from the first of December on. */
const nextStart = () => {
  hour += 1;
  const day = 1 + Math.floor(hour / 8) + 2 * Math.floor(hour / 32);
  return `2026-12-${String(day).padStart(2, '0')}T${String(8 + (hour % 8)).padStart(2, '0')}:00:00Z`;
};
const visit = () => ({ name: 'Owen Price', email: `owen${hour}@price.example` });
const bookFrom = async (rotationId: string, more: object = {}) => {
  const how = { durationMinutes: 30, notify: false, outsideHours: true };
  const body = { ...how, start: nextStart(), visitor: visit(), record };
  const answer = await t.call('POST', `/api/rotations/${rotationId}/bookings`, { ...body, ...more });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id as string;
};
const cancel = (id: string) => t.call('POST', `/api/bookings/${id}/cancellation`, {});
const countsIn = async (rotationId: string) => {
  const { body } = await t.call('GET', `/api/rotations/${rotationId}`);
  return (body.queue as { booked: number }[]).map(({ booked }) => booked).reduce((sum, one) => sum + one, 0);
};

const plain = await rotate('Demos', entries);
const keeping = await rotate('Keeps cancelled', entries, { countCancelled: true, countNoShows: false });
const level = await rotate('Level', entries.slice(0, 2), { newcomers: 'level' });

test('R6: cancelling and deleting take one away once, reopening gives it back; a rotation may keep the cancelled', async () => {
  for (const rotation of [plain, keeping, level]) {
    const made: string[] = [];
    for (let one = 0; one < 6; one++) made.push(await bookFrom(rotation));
    await bookFrom(rotation, { memberId: t.bo.id, overrideReason: 'Knows them' });
    await cancel(made[0]!);
    await cancel(made[1]!);
    await t.call('POST', `/api/bookings/${made[1]}/reopening`, {});
    await t.call('DELETE', `/api/bookings/${made[2]}`);
    await cancel(made[4]!);
    await t.call('DELETE', `/api/bookings/${made[4]}`);
  }
  assert.deepEqual([await countsIn(plain), await countsIn(keeping)], [4, 5]);
  t.clock.advance(10);
  await t.call('PATCH', `/api/rotations/${level}`, { members: entries });
});

test('R10: two rotations at one table count each for itself; what is not proved counts in none', async () => {
  const panel = await t.share({ kind: 'panel', chairs: [{ rotationId: plain }, { rotationId: keeping }] });
  const chairs = [{ rotationId: plain }];
  const held = await t.share({ kind: 'round-robin', chairs, verification: 'everyone' });
  const { status, body } = await t.book(panel, nextStart());
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal((await t.book(held, nextStart())).body.status, 'unverified');
  assert.deepEqual([await countsIn(plain), await countsIn(keeping)], [5, 6]);
  await cancel(body.id);
  assert.deepEqual([await countsIn(plain), await countsIn(keeping)], [4, 6]);
});

test('R6: what nobody came to counts where the rotation says so, and counts equal a recount after all of it', async () => {
  t.clock.set('2026-12-15T08:00:00Z');
  const listed = await t.call('GET', `/api/bookings?rotationId=${keeping}&limit=50`);
  const { id } = listed.body.items.find(({ status }: { status: string }) => status !== 'cancelled');
  const noShow = await t.call('POST', `/api/bookings/${id}/outcome`, { outcome: 'no-show' });
  assert.equal(noShow.status, 200, JSON.stringify(noShow.body));
  assert.equal(await countsIn(keeping), 5);
  const recounts = await recountAll(t.platform);
  assert.deepEqual(
    recounts.map(({ rotation, meetings, differences }) => [rotation.name, meetings, differences]),
    [
      ['Demos', 9, []],
      ['Keeps cancelled', 8, []],
      ['Level', 7, []],
    ],
  );
});

test('R6: a count that is wrong is found and named, and the command answers with 1', async () => {
  const right = sayRecount(await recountAll(t.platform));
  assert.deepEqual([right.isRight, lastLine(right.text)], [true, '3 rotations recounted, 0 differences']);
  await t.platform.db.transact(async (tx) => {
    const counted = tx.selectFrom('booking_hosts').select('booking_id').where('rotation_id', '=', level);
    const { booking_id } = await counted.where('holding', '=', 1).executeTakeFirstOrThrow();
    await tx.updateTable('booking_hosts').set({ holding: 0 }).where('booking_id', '=', booking_id).execute();
  });
  const wrong = sayRecount(await recountAll(t.platform));
  assert.deepEqual([wrong.isRight, lastLine(wrong.text)], [false, '3 rotations recounted, 1 differences']);
  assert.match(wrong.text, /Level: 4 people, 7 meetings, WRONG\n {2}\S.* counts 3, the meetings come to 4\n/);
  const { code, stdout } = await runCommand();
  assert.deepEqual([code, stdout.trim()], [1, wrong.text]);
});

function lastLine(text: string): string | undefined {
  return text.split('\n').at(-1);
}

async function runCommand(): Promise<{ code: number; stdout: string }> {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: t.dataDir,
    RONDO_SECRET: t.platform.config.secret!,
    LOG_LEVEL: 'error',
    ...(t.databaseUrl && { DATABASE_URL: t.databaseUrl }),
  };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['src/main.ts', 'recount'], { env });
    return { code: 0, stdout };
  } catch (error) {
    return error as { code: number; stdout: string };
  }
}
