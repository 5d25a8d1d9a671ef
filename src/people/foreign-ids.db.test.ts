import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeTeam } from './change-team.ts';
import { hire, rowCounts, staffedOffice, type Person, type Staffed } from './office.test-support.ts';
import { insertWorkspace } from './store-workspaces.ts';
import { DEFAULT_ACCENT, firstSettings } from './workspace.ts';

let office: Staffed;
let stranger: Person;
let teamId: string;
let keyId: string;

const ELSEWHERE = '01a1ff9d-0000-7000-8000-00000000e15e';

before(async () => {
  office = await staffedOffice();
  const { platform } = office;
  const place = { name: 'Elsewhere', slug: 'elsewhere', timeZone: 'Europe/Paris', locale: 'fr' as const };
  await platform.db.transact((tx) =>
    insertWorkspace(tx, {
      ...place,
      ...firstSettings,
      id: ELSEWHERE,
      country: null,
      accent: DEFAULT_ACCENT,
      version: 1,
      createdAt: '2026-11-23T08:00:00.000Z',
    }),
  );
  stranger = await hire(office, ELSEWHERE, { name: 'Eve', email: 'eve@elsewhere.example', role: 'owner' });
  const made = await makeTeam(platform, ELSEWHERE, { name: 'Theirs', memberIds: [stranger.id] });
  teamId = 'team' in made ? made.team.id : '';
  const { items } = (await office.ask('GET', '/api/api-keys', undefined, { key: stranger.key })).body;
  keyId = items[0].id;
});
after(() => office.close());

test('ABUSE 18: what belongs to another workspace is not there, for any verb, even for the owner', async () => {
  const { anna, bo } = office;
  const asked: [string, string, unknown?][] = [
    ['GET', `/api/members/${stranger.id}`],
    ['PATCH', `/api/members/${stranger.id}`, { name: 'Mine' }],
    ['POST', `/api/members/${stranger.id}/invitation`],
    ['GET', `/api/teams/${teamId}`],
    ['PATCH', `/api/teams/${teamId}`, { name: 'Mine' }],
    ['DELETE', `/api/teams/${teamId}`],
    ['PUT', `/api/teams/${teamId}/members/${bo.id}`],
    ['DELETE', `/api/teams/${teamId}/members/${stranger.id}`],
    ['DELETE', `/api/api-keys/${keyId}`],
  ];
  const counts = await rowCounts(office);
  for (const [method, path, body] of asked) {
    assert.equal((await office.ask(method, path, body, { key: anna.key })).status, 404, `${method} ${path}`);
  }
  assert.deepEqual(await rowCounts(office), counts);
});

test('ABUSE 18: another workspace’s members cannot be put into our teams, and are in none of our lists', async () => {
  const { anna, bo } = office;
  const { key } = anna;
  const body = { name: 'Ours', memberIds: [bo.id, stranger.id] };
  assert.equal((await office.ask('POST', '/api/teams', body, { key })).status, 422);
  const ours = (await office.ask('POST', '/api/teams', { name: 'Ours' }, { key })).body;
  const place = `/api/teams/${ours.id}/members/${stranger.id}`;
  assert.equal((await office.ask('PUT', place, undefined, { key })).status, 404);
  for (const list of ['members', 'teams', 'api-keys']) {
    const { items } = (await office.ask('GET', `/api/${list}`, undefined, { key })).body;
    const text = JSON.stringify(items);
    for (const id of [stranger.id, teamId, keyId]) assert.ok(!text.includes(id), list);
  }
});
