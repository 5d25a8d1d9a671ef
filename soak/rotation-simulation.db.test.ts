import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Person } from '../demo/open-termika.ts';
import { shuffled } from '../src/engine/shuffle.ts';
import { bookFromRotation } from '../src/bookings/rotation/book-from-rotation.ts';
import { recountAll } from '../src/bookings/rotation/recount.ts';
import { removeBooking } from '../src/bookings/remove.ts';
import { watchEvenness } from '../src/rotations/evenness.test-support.ts';
import { FairModel } from '../src/rotations/fair-model.test-support.ts';
import { rotatingTermika, type Team } from '../src/rotations/office.test-support.ts';
import { isLong } from './ground.ts';

const ASSIGNMENTS = isLong ? 50_000 : 200;
/** Something else happens after so many. */
const OFTEN = 10;
const QUARTER = 15;
const DAY_MS = 86_400_000;

const t = await rotatingTermika();
after(() => t.close());
const lucie = await t.hire('lucie');
const always = [t.anna, t.bo, t.ines];
const extras = [t.tomasz, t.priya, lucie];
const everybody = [...always, ...extras];
const caller = {
  workspaceId: t.workspaceId,
  memberId: t.anna.id,
  role: 'owner' as const,
  permissions: new Set(['book-for-others' as const]),
  seat: true,
  via: 'key' as const,
};
const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, start: '00:00', end: '24:00' }));
for (const { id } of everybody) {
  await t.call('PATCH', `/api/members/${id}`, { timeZone: 'UTC' });
  await t.call('PUT', `/api/members/${id}/hours`, { timeZone: 'UTC', weekly, overrides: [] });
}
const contact = await t.call('POST', '/api/contacts', { name: 'Owen Price' });
const record = { kind: 'contact', id: contact.body.id as string };

for (const newcomers of ['reset', 'level'] as const) {
  test(`R4 to R8, ${newcomers}: every assignment of the database is the one of the plainest model, and stays even`, async () => {
    const simulation = await begin(newcomers);
    for (let turn = 1; turn <= ASSIGNMENTS; turn++) {
      if (turn % OFTEN === 0) await happen(simulation);
      await assign(simulation);
      if (turn % 100 === 0) await compare(simulation);
    }
    await compare(simulation);
    for (const { rotation, differences } of await recountAll(t.platform)) {
      assert.deepEqual(differences, [], rotation.name);
    }
  });
}

/** Who is away on which date, in whatever rotation. */
const away = new Set<string>();
const isAway = (id: string, date: string) => away.has(`${id} ${date}`);

interface Simulation {
  id: string;
  team: Team;
  model: FairModel;
  watch: ReturnType<typeof watchEvenness>;
  roll: (below: number) => number;
  /** Bookings of each host, in the order they were made. */
  bookings: Map<string, string[]>;
}

/** Three who are always there, and a team whose people come and go. */
async function begin(newcomers: 'reset' | 'level'): Promise<Simulation> {
  const team = await t.team(`Extras ${newcomers}`, []);
  const { id } = await t.rotate([...always, team], { newcomers });
  const model = new FairModel(newcomers);
  for (const person of always) model.join(person.id);
  let seed = newcomers.length;
  const numbers = Array.from({ length: 24 }, (_, at) => at);
  const roll = (below: number) => shuffled(numbers, seed++)[0]! % below;
  const watch = watchEvenness(model);
  return { id, team, model, watch, roll, bookings: new Map() };
}

async function assign(simulation: Simulation): Promise<void> {
  const { model, watch } = simulation;
  t.clock.advance(QUARTER);
  const date = startNow().slice(0, 10);
  const isFree = (id: string) => !isAway(id, date);
  watch.before((id) => isFree(id) && model.isOn(id));
  const wanted = model.assign(isFree);
  assert.equal(await book(simulation), wanted, `at ${startNow()}`);
  watch.check();
}

/** A quarter of an hour, a day from now; answers who got it. */
async function book({ id, bookings }: Simulation, memberId?: string): Promise<string> {
  const made = await bookFromRotation(t.platform, caller, id, {
    start: startNow(),
    durationMinutes: QUARTER,
    ...(memberId && { memberId, overrideReason: 'Knows them' }),
    record,
    visitor: null,
    guests: [],
    outsideHours: false,
    notify: false,
  });
  assert.ok('booking' in made, JSON.stringify(made));
  const host = made.booking.hostIds[0]!;
  if (!bookings.has(host)) bookings.set(host, []);
  bookings.get(host)!.push(made.booking.id);
  return host;
}

function startNow(): string {
  return new Date(t.clock.now() + DAY_MS).toISOString().replace('.000Z', 'Z');
}

/** One of the things that happen to a rotation. */
async function happen(simulation: Simulation): Promise<void> {
  const { id, team, model, roll } = simulation;
  const extra = extras[roll(extras.length)]!;
  const isIn = model.ids().includes(extra.id);
  const what = roll(6);
  if (!isIn) {
    await t.join(team, extra);
    model.join(extra.id);
  } else if (what === 0) {
    await t.leave(team, extra);
    model.leave(extra.id);
  } else if (what < 3) {
    await t.toggle(id, extra, !model.isOn(extra.id));
    model.toggle(extra.id, !model.isOn(extra.id));
  } else if (what === 3) {
    const date = new Date(t.clock.now() + 2 * DAY_MS).toISOString().slice(0, 10);
    await t.call('POST', `/api/members/${extra.id}/absences`, { from: date, to: date });
    away.add(`${extra.id} ${date}`);
  } else await byHand(simulation, everybody[roll(everybody.length)]!);
}

/** A colleague deletes a meeting of somebody, or chooses them: gaps that assignments close again. */
async function byHand(simulation: Simulation, { id }: Person): Promise<void> {
  const { model, watch, roll, bookings } = simulation;
  if (!model.ids().includes(id)) return;
  const nth = 1 + roll(5);
  if (roll(2) === 0 && model.remove(id, nth)) {
    await removeBooking(t.platform, t.workspaceId, bookings.get(id)!.at(-nth)!, t.anna.id);
    watch.allowOne();
  } else if (model.isOn(id)) {
    t.clock.advance(QUARTER);
    if (isAway(id, startNow().slice(0, 10))) return;
    model.assignByHand(id);
    assert.equal(await book(simulation, id), id);
    watch.allowOne();
  }
  watch.check();
}

async function compare({ id, model }: Simulation): Promise<void> {
  const { queue } = await t.look(id);
  assert.deepEqual(new Map(queue.map(({ memberId, booked }) => [memberId, booked])), model.counts());
  assert.deepEqual(model.counts(), model.recount());
}
