import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';
import { workOnce } from '#platform/jobs/work-once.ts';
import { activityJobs } from './jobs.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse('2026-11-23T08:00:00Z')));
after(() => house.close());

async function recordOf(who: Colleague, kind = 'leads', given = {}): Promise<string> {
  const { status, body } = await house.ask(who, 'POST', `/api/${kind}`, { name: 'Chloé', ...given });
  assert.equal(status, 201, JSON.stringify(body));
  return `/api/${kind}/${body.id}`;
}

const ask = (...given: Parameters<StaffedHouse['ask']>) => house.ask(...given);
const reminders = async () => {
  const rows = await house.platform.db.read
    .selectFrom('mails')
    .select(['to_address', 'subject'])
    .where('kind', '=', 'task-reminder')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.subject);
};
const work = async () => {
  const { platform } = house;
  const jobs = { ...activityJobs(platform), 'mail.send': async () => undefined };
  while ((await workOnce(platform, jobs)) > 0);
};

test('P6: a task has a title, a due time, an assignee, a priority, and is done or not', async () => {
  const lead = await recordOf(house.anna);
  const wish = { title: ' Send the\noffer ', dueAt: '2026-11-24T09:00:00Z', assigneeId: house.bo.id };
  const { status, body, etag } = await ask(house.anna, 'POST', `${lead}/tasks`, {
    ...wish,
    priority: 'high',
  });
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual(
    [body.title, body.dueAt, body.assigneeId, body.priority, body.done, body.doneAt, body.overdue],
    ['Send the offer', wish.dueAt, house.bo.id, 'high', false, null, false],
  );
  const done = await ask(
    house.bo,
    'PATCH',
    `${lead}/tasks/${body.id}`,
    { done: true },
    { 'if-match': etag! },
  );
  assert.deepEqual([done.body.done, done.body.doneAt], [true, '2026-11-23T08:00:00.000Z']);
  const stale = await ask(
    house.anna,
    'PATCH',
    `${lead}/tasks/${body.id}`,
    { title: 'x' },
    { 'if-match': etag! },
  );
  assert.deepEqual([stale.status, stale.body.present.done], [412, true]);
});

test('P8: made, changed, done, reopened and deleted stand on the timeline', async () => {
  const lead = await recordOf(house.anna);
  const { body } = await ask(house.bo, 'POST', `${lead}/tasks`, { title: 'Send the offer' });
  const task = `${lead}/tasks/${body.id}`;
  await ask(house.bo, 'PATCH', task, { done: true });
  const reopened = await ask(house.bo, 'PATCH', task, { done: false, title: 'Offer' });
  assert.deepEqual([reopened.body.done, reopened.body.title, reopened.body.version], [false, 'Offer', 3]);
  assert.equal((await ask(house.bo, 'DELETE', task)).status, 204);
  assert.equal((await ask(house.bo, 'DELETE', task)).status, 404);
  const timeline = await ask(house.anna, 'GET', `${lead}/timeline`);
  assert.deepEqual(
    timeline.body.items.map((item: { kind: string; data: { what?: string } }) => item.data.what ?? item.kind),
    ['deleted', 'reopened', 'changed', 'done', 'made', 'created'],
  );
  assert.deepEqual(timeline.body.items[2].data.changes, [
    { field: 'title', from: 'Send the offer', to: 'Offer' },
  ]);
});

test('P6: a title is enough: the task is one’s own, of normal priority, and saying the same changes nothing', async () => {
  const contact = await recordOf(house.bo, 'contacts');
  const { body } = await ask(house.bo, 'POST', `${contact}/tasks`, { title: 'Call back' });
  assert.deepEqual([body.assigneeId, body.priority, body.dueAt], [house.bo.id, 'normal', null]);
  const same = await ask(house.bo, 'PATCH', `${contact}/tasks/${body.id}`, {
    title: 'Call back',
    done: false,
  });
  assert.equal(same.body.version, 1);
  const nobody = await ask(house.bo, 'PATCH', `${contact}/tasks/${body.id}`, { assigneeId: null });
  assert.equal(nobody.body.assigneeId, null);
});

test('P6: open by due time, done the latest first, overdue apart, page by page', async () => {
  const lead = await recordOf(house.bo);
  const add = (title: string, given = {}) => ask(house.bo, 'POST', `${lead}/tasks`, { title, ...given });
  await add('some day');
  await add('tomorrow', { dueAt: '2026-11-24T08:00:00Z', remindMinutes: null });
  await add('late', { dueAt: '2026-11-23T08:00:00Z' });
  await add('past', { done: true });
  house.clock.advance(1);
  await add('just done', { done: true });
  const titles = async (query: string) => {
    const { body } = await ask(house.bo, 'GET', `${lead}/tasks?${query}`);
    return body.items.map((task: { title: string }) => task.title);
  };
  assert.deepEqual(await titles('state=open'), ['late', 'tomorrow', 'some day']);
  assert.deepEqual(await titles('done=false'), ['late', 'tomorrow', 'some day']);
  assert.deepEqual(await titles('state=overdue'), ['late']);
  assert.deepEqual(await titles('done=true'), ['just done', 'past']);
  for (const state of ['open', 'done', undefined]) {
    const asked = state ? `state=${state}&` : '';
    const all = await titles(asked);
    const found: string[] = [];
    let cursor = '';
    do {
      const { body } = await ask(house.bo, 'GET', `${lead}/tasks?${asked}limit=1${cursor}`);
      found.push(...body.items.map((task: { title: string }) => task.title));
      cursor = body.next ? `&cursor=${body.next}` : '';
    } while (cursor);
    assert.deepEqual(found, all);
  }
  assert.equal((await ask(house.bo, 'GET', `${lead}/tasks?cursor=x`)).status, 422);
  assert.equal((await ask(house.bo, 'GET', `${lead}/tasks?state=gone`)).status, 422);
});

test('P9: tasks are there for whoever sees the record, and go to who works here and sees it too', async () => {
  const lead = await recordOf(house.anna, 'leads', { ownerId: house.anna.id });
  const { body: task } = await ask(house.anna, 'POST', `${lead}/tasks`, { title: 'x' });
  for (const who of [house.bo, house.stranger]) {
    assert.equal((await ask(who, 'GET', `${lead}/tasks`)).status, 404);
    assert.equal((await ask(who, 'POST', `${lead}/tasks`, { title: 'x' })).status, 404);
    assert.equal((await ask(who, 'PATCH', `${lead}/tasks/${task.id}`, { done: true })).status, 404);
    assert.equal((await ask(who, 'DELETE', `${lead}/tasks/${task.id}`)).status, 404);
  }
  const gone = await house.hire('Gone');
  await ask(house.anna, 'PATCH', `/api/members/${gone.id}`, { active: false });
  for (const assigneeId of [house.bo.id, house.stranger.id, gone.id]) {
    const { status, body } = await ask(house.anna, 'POST', `${lead}/tasks`, { title: 'x', assigneeId });
    assert.deepEqual([status, body.errors?.[0].path], [422, 'assigneeId'], JSON.stringify(body));
  }
  assert.equal((await ask(house.anna, 'GET', `${lead}/tasks`)).body.items.length, 1);
  const other = await recordOf(house.anna);
  assert.equal((await ask(house.anna, 'PATCH', `${other}/tasks/${task.id}`, { done: true })).status, 404);
});

test('ABUSE 6, 25, 27: what is no task is refused and nothing is written', async () => {
  const lead = await recordOf(house.bo);
  const wrong = [
    {},
    { title: '' },
    { title: ' \n' },
    { title: 'x'.repeat(201) },
    { title: 'a\u0000' },
    { title: '\ud800' },
    { title: { $ne: 1 } },
    { title: 'x', dueAt: '2026-02-30T09:00:00Z' },
    { title: 'x', dueAt: '2026-12-01T09:00:60Z' },
    { title: 'x', dueAt: 'tomorrow' },
    { title: 'x', priority: 'urgent' },
    { title: 'x', done: 'yes' },
    { title: 'x', remindMinutes: -1 },
    { title: 'x', remindMinutes: 1e9 },
    { title: 'x', remindMinutes: 1.5 },
    { title: 'x', assigneeId: "' OR 1=1--" },
    { title: 'x', version: 7 },
    { title: 'x', doneAt: '2026-11-23T08:00:00.000Z' },
  ];
  for (const body of wrong) {
    const { status } = await ask(house.bo, 'POST', `${lead}/tasks`, body);
    assert.equal(status, 422, JSON.stringify(body));
  }
  assert.deepEqual((await ask(house.bo, 'GET', `${lead}/tasks`)).body.items, []);
});

test('P6: one’s tasks across records, with the record’s name; not those of records that are hidden or in the trash', async () => {
  const eve = await house.hire('Eve');
  const mine = { assigneeId: eve.id, dueAt: '2026-11-23T07:00:00Z' };
  const lead = await recordOf(eve, 'leads', { name: 'Lead' });
  const contact = await recordOf(eve, 'contacts', { name: 'Contact' });
  const taken = await recordOf(house.anna, 'leads', { name: 'Taken' });
  const trashed = await recordOf(eve, 'contacts', { name: 'Trashed' });
  for (const path of [lead, contact, taken, trashed]) {
    await ask(house.anna, 'POST', `${path}/tasks`, { title: path.split('/')[2], ...mine });
  }
  await ask(house.anna, 'PATCH', taken, { ownerId: house.anna.id });
  await ask(eve, 'DELETE', trashed);
  const { body, statements } = await ask(eve, 'GET', `/api/tasks?assigneeId=${eve.id}&state=overdue`);
  assert.deepEqual(
    body.items.map((task: { record: { name: string } }) => task.record.name),
    ['Lead', 'Contact'],
  );
  assert.ok(statements <= 2, `${statements} statements`);
  const all = await ask(house.anna, 'GET', `/api/tasks?assigneeId=${eve.id}&priority=normal`);
  assert.equal(all.body.items.length, 3);
  assert.deepEqual((await ask(house.stranger, 'GET', '/api/tasks')).body.items, []);
});

test('P8: what happens with a contact’s tasks and events shows on the company too', async () => {
  const company = await recordOf(house.bo, 'companies', { name: 'Compagnie des quais' });
  const companyIds = [company.split('/').at(-1)];
  const contact = await recordOf(house.bo, 'contacts', { companyIds });
  await ask(house.bo, 'POST', `${contact}/tasks`, { title: 'Call' });
  const lunch = { title: 'Lunch', start: '2026-11-27T11:00:00Z', end: '2026-11-27T12:00:00Z' };
  await ask(house.bo, 'POST', `${contact}/events`, lunch);
  const { body } = await ask(house.bo, 'GET', `${company}/timeline`);
  const told = body.items.map(({ kind, data }: { kind: string; data: { title?: string } }) => [
    kind,
    data.title,
  ]);
  assert.deepEqual(told.slice(0, 2), [
    ['event', 'Lunch'],
    ['task', 'Call'],
  ]);
  assert.equal(body.items[0].record.kind, 'contact');
});

const DUE = { dueAt: '2026-11-25T09:00:00Z', remindMinutes: 60 };
const WHEN = 'mercredi 25 novembre à 10:00';

test('P6: a reminder goes out before a task is due, once, to who still has to do it', async () => {
  const lead = await recordOf(house.bo);
  const add = async (title: string, given = {}) => {
    const { status, body } = await ask(house.bo, 'POST', `${lead}/tasks`, { title, ...DUE, ...given });
    assert.equal(status, 201, JSON.stringify(body));
    return `${lead}/tasks/${body.id}`;
  };
  await add('stays');
  await ask(house.bo, 'PATCH', await add('done'), { done: true });
  await ask(house.bo, 'PATCH', await add('moved'), { dueAt: '2026-11-26T09:00:00Z' });
  await ask(house.bo, 'DELETE', await add('deleted'));
  await ask(house.bo, 'PATCH', await add('given'), { assigneeId: house.anna.id });
  await add('without', { remindMinutes: null });
  await add('nobody’s', { assigneeId: null });
  house.clock.set('2026-11-25T07:59:00Z');
  await work();
  assert.deepEqual(await reminders(), []);
  house.clock.set('2026-11-25T08:00:00Z');
  await work();
  await work();
  const told = (await reminders()).toSorted();
  assert.deepEqual(told, [`Tâche pour ${WHEN} : given`, `Tâche pour ${WHEN} : stays`]);
  house.clock.set('2026-11-26T08:00:00Z');
  await work();
  assert.deepEqual((await reminders()).at(-1), 'Tâche pour jeudi 26 novembre à 10:00 : moved');
});

test('P6: a reminder stands in the app too, and its mail escapes what was typed (ABUSE 23)', async () => {
  const kim = await house.hire('Kim');
  const lead = await recordOf(house.anna, 'leads', { name: 'Crédit <b>Lyonnais</b>' });
  const wish = { title: 'Call', dueAt: '2026-11-30T09:00:00Z', assigneeId: kim.id };
  await ask(house.anna, 'POST', `${lead}/tasks`, wish);
  house.clock.set(wish.dueAt);
  await work();
  const { body } = await ask(kim, 'GET', '/api/notices');
  const [notice] = body.items;
  assert.deepEqual([notice.kind, notice.data.title, notice.byId], ['task-due', 'Call', null]);
  const { body: mails } = await ask(house.anna, 'GET', '/api/mail');
  const { body: mail } = await ask(house.anna, 'GET', `/api/mail/${mails.items[0].id}`);
  assert.match(mail.html, /Crédit &lt;b&gt;Lyonnais/);
  assert.match(mail.text, /\/admin\/leads\//);
});

test('P6: what was told of a task goes when it is done or deleted, is back with it, and moves to its new assignee', async () => {
  const [ida, jan] = [await house.hire('Ida'), await house.hire('Jan')];
  const lead = await recordOf(house.anna);
  const wish = { title: 'Call', dueAt: '2026-12-01T09:00:00Z', assigneeId: ida.id };
  const { body } = await ask(house.anna, 'POST', `${lead}/tasks`, wish);
  const change = (given: object) => ask(house.anna, 'PATCH', `${lead}/tasks/${body.id}`, given);
  const told = async (who: Colleague) => {
    const { items } = (await ask(who, 'GET', '/api/notices')).body;
    return items.filter(({ data }: { data: { taskId: string } }) => data.taskId === body.id).length;
  };
  house.clock.set('2026-12-01T09:30:00Z');
  await work();
  assert.equal(await told(ida), 1);
  await change({ done: true });
  assert.equal(await told(ida), 0);
  await change({ done: false });
  assert.equal(await told(ida), 1);
  await change({ assigneeId: jan.id });
  await work();
  assert.deepEqual([await told(ida), await told(jan)], [0, 1], 'overdue, and told at once');
  await change({ assigneeId: house.anna.id });
  await work();
  assert.deepEqual([await told(jan), await told(house.anna)], [0, 0], 'she took it herself');
  await change({ assigneeId: jan.id, dueAt: '2026-12-02T09:00:00Z' });
  assert.equal(await told(jan), 0);
  house.clock.set('2026-12-02T09:00:00Z');
  await work();
  assert.equal(await told(jan), 1);
  await ask(house.anna, 'DELETE', `${lead}/tasks/${body.id}`);
  assert.equal(await told(jan), 0);
});
