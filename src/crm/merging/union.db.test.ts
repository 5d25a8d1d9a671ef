import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Answer, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const ask = (method: string, path: string, body?: object) => house.ask(house.anna, method, path, body);
const make = async (path: string, fields: object): Promise<string> => {
  const { status, body } = await ask('POST', `/api/${path}`, fields);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
};
const merge = (into: string, from: string, take: string[] = []) =>
  ask('POST', `/api/contacts/${into}/merge`, { from, take });
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b);
const idsOf = async (path: string): Promise<string[]> =>
  (await ask('GET', `/api/${path}`)).body.items.map(({ id }: { id: string }) => id);

test('one pair merged by two at once, also crosswise, becomes one exactly once', async () => {
  for (let round = 0; round < 4; round++) {
    const [a, b] = [await make('contacts', { name: 'A' }), await make('contacts', { name: 'B' })];
    const crosswise = round % 2 === 1;
    const both = await Promise.all([merge(a, b), crosswise ? merge(b, a) : merge(a, b)]);
    assert.deepEqual(statuses(both), [200, 404], JSON.stringify(both.map(({ body }) => body)));
    const lost = both.find(({ status }) => status === 404)!;
    const won = both.find(({ status }) => status === 200)!;
    assert.equal(lost.body.mergedInto?.id, won.body.id);
    const there = await Promise.all([a, b].map((id) => ask('GET', `/api/contacts/${id}`)));
    assert.deepEqual(statuses(there), [200, 404]);
  }
});

test('a chain merged at once from both ends ends in one record that has everything', async () => {
  const ids: string[] = [];
  for (const at of [0, 1, 2]) {
    ids.push(
      await make('contacts', { name: `${at}`, emails: [{ address: `${at}@chain.example`, primary: true }] }),
    );
  }
  const [a, b, c] = ids as [string, string, string];
  const answers = await Promise.all([merge(b, a), merge(c, b)]);
  assert.ok(
    answers.every(({ status }) => status === 200 || status === 404),
    JSON.stringify(answers),
  );
  // Where the middle one went first, the first one is merged into what it goes on as.
  if (answers[0].status === 404) assert.equal((await merge(c, a)).status, 200);
  const kept = (await ask('GET', `/api/contacts/${c}`)).body;
  assert.equal(kept.emails.length, 3);
  assert.equal((await ask('GET', `/api/contacts/${a}`)).body.mergedInto.id, c);
});

test('what comes to a record while it is merged away comes to the other one, or is refused: nothing is left behind', async () => {
  for (let round = 0; round < 6; round++) {
    const [into, from] = [await make('contacts', { name: 'Into' }), await make('contacts', { name: 'From' })];
    const own = `/api/contacts/${from}`;
    const [merged, ...hung] = await Promise.all([
      merge(into, from),
      ask('POST', `${own}/notes`, { html: 'Rye.' }),
      ask('POST', `${own}/tasks`, { title: 'Call' }),
      ask('POST', `${own}/addresses`, { line1: 'Mill street' }),
      ask('POST', '/api/deals', { title: 'Oven', contactIds: [from] }),
      ask('PATCH', own, { jobTitle: 'Baker' }),
    ]);
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
    const [note, task, address, deal, edit] = hung;
    const kept = async (path: string, answer: Answer) => {
      if (answer.status !== 201) return assert.ok([404, 422].includes(answer.status), `${answer.status}`);
      assert.ok((await idsOf(`contacts/${into}/${path}`)).includes(answer.body.id), `${path} ${round}`);
    };
    await kept('notes', note);
    await kept('tasks', task);
    await kept('addresses', address);
    if (deal.status === 201) {
      assert.deepEqual((await ask('GET', `/api/deals/${deal.body.id}`)).body.contactIds, [into]);
    } else assert.equal(deal.status, 422);
    const { jobTitle } = (await ask('GET', `/api/contacts/${into}`)).body;
    assert.equal(jobTitle, edit.status === 200 ? 'Baker' : null);
  }
});

/** Small and the same at every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

interface Model {
  id: string;
  fields: Record<'jobTitle' | 'name', string | null>;
  emails: string[];
  companies: string[];
  hung: Record<'notes' | 'tasks' | 'addresses', string[]>;
  deals: string[];
}

async function someone(roll: (sides: number) => number, companies: string[]): Promise<Model> {
  const some = <T>(all: readonly T[]): T[] => all.filter(() => roll(2) === 0);
  const emails = some(
    ['a@u.example', 'B@u.example', 'c@u.example', 'b@u.example'].slice(roll(2), 3 + roll(2)),
  ).filter((one, at, all) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === at);
  const own = some(companies);
  const fields = { name: `N${roll(2)}`, jobTitle: roll(2) === 0 ? null : `J${roll(3)}` };
  const id = await make('contacts', {
    ...fields,
    emails: emails.map((address) => ({ address })),
    companyIds: own,
  });
  const hung = {
    notes: await times(roll(3), () => make(`contacts/${id}/notes`, { html: 'x' })),
    tasks: await times(roll(2), () => make(`contacts/${id}/tasks`, { title: 'x' })),
    addresses: await times(roll(3), () =>
      make(`contacts/${id}/addresses`, { line1: 'x', preferred: roll(2) === 0 }),
    ),
  };
  const deals = await times(roll(2), () => make('deals', { title: 'x', contactIds: [id] }));
  return { id, fields, emails, companies: own, hung, deals };
}

async function times<T>(count: number, act: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let at = 0; at < count; at++) done.push(await act());
  return done;
}

const timelineOf = (path: string) => idsOf(`${path}/timeline?limit=200`);
const sorted = (list: readonly string[]) => list.toSorted((one, other) => (one < other ? -1 : 1));
const folded = (list: readonly string[]) => sorted([...new Set(list.map((one) => one.toLowerCase()))]);

async function isUnion(into: Model, from: Model, take: string[], pasts: string[][]): Promise<void> {
  const { body: kept } = await ask('GET', `/api/contacts/${into.id}`);
  for (const field of ['name', 'jobTitle'] as const) {
    const wanted = take.includes(field)
      ? (from.fields[field] ?? into.fields[field])
      : (into.fields[field] ?? from.fields[field]);
    assert.equal(kept[field], wanted, field);
  }
  assert.deepEqual(
    folded(kept.emails.map((one: { address: string }) => one.address)),
    folded([...into.emails, ...from.emails]),
  );
  assert.ok(
    kept.emails.filter((one: { primary: boolean }) => one.primary).length === Math.min(1, kept.emails.length),
  );
  assert.deepEqual(sorted(kept.companyIds), sorted([...new Set([...into.companies, ...from.companies])]));
  for (const what of ['notes', 'tasks', 'addresses'] as const) {
    const wanted = sorted([...into.hung[what], ...from.hung[what]]);
    assert.deepEqual(sorted(await idsOf(`contacts/${into.id}/${what}`)), wanted, what);
  }
  const { body: places } = await ask('GET', `/api/contacts/${into.id}/addresses`);
  assert.ok(places.items.filter((one: { preferred: boolean }) => one.preferred).length <= 1, 'P3');
  for (const deal of [...into.deals, ...from.deals]) {
    assert.deepEqual((await ask('GET', `/api/deals/${deal}`)).body.contactIds, [into.id]);
  }
  const past = await timelineOf(`contacts/${into.id}`);
  assert.deepEqual(sorted(past.slice(1)), sorted([...new Set(pasts.flat())]), 'P8');
  for (const company of kept.companyIds) {
    const rolled = new Set(await timelineOf(`companies/${company}`));
    assert.deepEqual(
      past.filter((id) => !rolled.has(id)),
      [],
      'P8: on the companies of both',
    );
  }
}

test('whatever hangs on two records, after the merge the one has what a slow model says', async () => {
  const roll = dice(20_261_122);
  const companies = await times(3, () => make('companies', { name: `Company ${Math.abs(roll(1_000_000))}` }));
  for (let round = 0; round < 8; round++) {
    const [into, from] = [await someone(roll, companies), await someone(roll, companies)];
    const take = ['name', 'jobTitle'].filter(() => roll(2) === 0);
    const pasts = [await timelineOf(`contacts/${into.id}`), await timelineOf(`contacts/${from.id}`)];
    const { status, body } = await merge(into.id, from.id, take);
    assert.equal(status, 200, JSON.stringify(body));
    await isUnion(into, from, take, pasts);
  }
});
