import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Candidate } from '#engine/choose-host.ts';
import type { Decision } from '#engine/decide.ts';
import { languages, type Language } from '#platform/messages/messages.ts';
import { assignmentSentence, type Told } from './sentence.ts';

const members = new Map([
  ['anna', 'Anna'],
  ['bo', 'Bo'],
  ['chloe', 'Chloé'],
  ['ewa', 'Ewa'],
]);

const stood = (id: string, count = 0, more: Partial<Candidate> = {}): Candidate => ({
  id,
  chair: 0,
  free: true,
  reasons: [],
  count,
  lastScheduledAt: null,
  ...more,
});
const because = (code: 'busy' | 'switched-off') => ({ free: false, reasons: [{ code, detail: '' }] });

function decided(chosen: string[], candidates: Candidate[], more: Partial<Decision> = {}): Decision {
  const rules = more.rules ?? ['fewest-booked'];
  return { rule: rules[0]!, rules, seed: 1, start: 0, reasons: [], chosen, candidates, ...more };
}

const two = [stood('bo', 3), stood('chloe', 4)];
const bo = (more: Partial<Decision> = {}) => decided(['bo'], two, more);

function said(told: Partial<Told> & { decision: Decision }, language: Language = 'en', rotation = false) {
  const known = { members, visitor: 'Mrs Girard', rotation: rotation ? 'Industrial demos' : null };
  return assignmentSentence({ byHand: null, ...told }, known, language);
}

const byAnna = (reason: string | null = null) => ({ by: 'anna', reason });

test('D5: who chose whom by hand is one sentence', () => {
  const chosenBy = (chosen: string[], language: Language) =>
    said({ decision: decided(chosen, [], { rules: [] }), byHand: byAnna() }, language);
  assert.equal(chosenBy(['bo'], 'en'), 'Anna chose Bo');
  assert.equal(chosenBy(['anna', 'bo'], 'fr'), 'Anna a choisi Anna et Bo');
  assert.equal(chosenBy(['anna'], 'en'), 'Anna took this meeting');
  assert.equal(chosenBy(['anna'], 'fr'), 'Anna a pris ce rendez-vous');
  assert.equal(chosenBy(['anna'], 'pl'), 'Anna bierze to spotkanie');
});

test('C2, C3, C5: whose owner holds it, however we knew; a visitor without one is for the rule', () => {
  for (const ownerBranch of ['owner', 'ladder-owner', 'unproven-owner'])
    assert.equal(said({ decision: bo({ ownerBranch, only: ['bo'] }) }), 'Bo is Mrs Girard’s owner');
  for (const ownerBranch of ['off', 'not-owned', 'unknown', 'unproven', undefined])
    assert.equal(said({ decision: bo({ ownerBranch }) }), 'Bo: 3 booked, Chloé 4; both free');
});

test('C2.2, C2.3, C3: an owner who cannot hold it is said before the rule', () => {
  const branches: Record<string, string> = {
    'owner-full': 'Mrs Girard’s owner has no free time; Bo: 3 booked, Chloé 4; both free',
    'owner-cannot': 'Mrs Girard’s owner cannot hold it; Bo: 3 booked, Chloé 4; both free',
    'ladder-team':
      'Mrs Girard’s owner has nothing soon enough; of the same team, Bo: 3 booked, Chloé 4; both free',
    'ladder-everyone': 'Mrs Girard’s owner was not waited for; of everyone, Bo: 3 booked, Chloé 4; both free',
  };
  for (const [ownerBranch, sentence] of Object.entries(branches))
    assert.equal(said({ decision: bo({ ownerBranch }) }), sentence);
  assert.match(
    said({ decision: bo({ ownerBranch: 'owner-full', ownerId: 'ewa' }) }),
    /^Mrs Girard’s owner Ewa has no free time; Bo: 3 booked/,
  );
});

test('R4: who is next in the rotation, with the counts; R8: who is switched off is not compared', () => {
  assert.equal(
    said({ decision: bo({ only: ['bo'] }) }, 'en', true),
    'Bo is next in Industrial demos: 3, Chloé 4',
  );
  const off = [...two, stood('ewa', 0, because('switched-off'))];
  assert.equal(
    said({ decision: decided(['bo'], off) }, 'en', true),
    'Bo is next in Industrial demos: 3, Chloé 4; both free; switched off: Ewa',
  );
});

test('R5: an override says whom it skipped and why', () => {
  const decision = decided(['chloe'], two, { only: ['chloe'] });
  const told = { decision, byHand: byAnna('calendar full'), skipped: 'bo' };
  assert.equal(said(told), 'Anna chose Chloé instead of Bo: calendar full');
  assert.equal(
    said({ ...told, byHand: { by: 'chloe', reason: null } }),
    'Chloé took this meeting instead of Bo',
  );
  assert.equal(said({ ...told, skipped: 'chloe' }), 'Anna chose Chloé: calendar full');
});

test('E11: reassigned by hand or by the rule says from whom, by whom and why', () => {
  const reassigned = { by: 'anna', from: ['ewa'] };
  const byHand = byAnna('Ewa is ill');
  assert.equal(said({ decision: bo(), byHand, reassigned }), 'Anna gave it to Bo instead of Ewa: Ewa is ill');
  assert.equal(
    said({ decision: decided(['anna'], []), byHand: byAnna(), reassigned }),
    'Anna took this meeting over from Ewa',
  );
  assert.equal(
    said({ decision: bo(), reassigned }),
    'Anna took it from Ewa; Bo: 3 booked, Chloé 4; both free',
  );
  assert.equal(
    said({ decision: bo(), reassigned: { ...reassigned, reason: 'ill' } }),
    'Anna took it from Ewa (ill); Bo: 3 booked, Chloé 4; both free',
  );
  assert.equal(
    said({ decision: bo(), reassigned: { by: null, from: ['ewa'] } }),
    'Taken from Ewa; Bo: 3 booked, Chloé 4; both free',
  );
});

test('D6: a host who is kept, and one who could not be', () => {
  assert.equal(said({ decision: bo({ preferred: ['bo'] }) }), 'Bo keeps the meeting');
  const candidates = [...two, stood('ewa', 1, because('busy'))];
  assert.equal(
    said({ decision: decided(['bo'], candidates, { preferred: ['ewa'] }) }),
    'Ewa could not keep it; Bo: 3 booked, Chloé 4, Ewa 1; not free: Ewa',
  );
});

test('B1, D5: of several chairs it says who sits where and why; a group is simply together', () => {
  const inChair = (chair: number, ...ids: string[]) => ids.map((id, count) => stood(id, count, { chair }));
  const group = [...inChair(0, 'anna'), ...inChair(1, 'bo')];
  const rules = ['fewest-booked', 'random', 'fewest-booked'] as const;
  assert.equal(
    said({ decision: decided(['anna', 'bo'], group, { rules: [rules[0], rules[0]] }) }),
    'Anna and Bo together',
  );
  const panel = [...inChair(0, 'anna', 'bo'), ...inChair(1, 'bo', 'chloe'), ...inChair(2, 'ewa')];
  assert.equal(
    said({ decision: decided(['anna', 'bo', 'ewa'], panel, { rules: [...rules] }) }),
    'Anna (chair 1): 0 booked, Bo 1; Bo (chair 2), drawn at random; Ewa (chair 3): the only one listed',
  );
  const owned = { rules: [...rules], ownerBranch: 'owner', ownerId: 'ewa' };
  assert.match(
    said({ decision: decided(['anna', 'bo', 'ewa'], panel, owned) }),
    /; Ewa \(chair 3\) is Mrs Girard’s owner$/,
  );
});

test('D1: with weights the counts stand beside them', () => {
  const weighed = [stood('bo', 4, { weight: 2 }), stood('chloe', 3, { weight: 1 })];
  assert.equal(
    said({ decision: decided(['bo'], weighed) }),
    'Bo: 4 booked (weight 2), Chloé 3 (weight 1); both free',
  );
  const alike = [stood('bo', 3, { weight: 2 }), stood('chloe', 4, { weight: 2 })];
  assert.equal(said({ decision: decided(['bo'], alike) }), 'Bo: 3 booked, Chloé 4; both free');
});

test('every path has a sentence in every language, with names of any length', () => {
  const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(8).trim();
  const known = {
    members: new Map([...members.keys()].map((id) => [id, long])),
    visitor: long,
    rotation: long,
  };
  const branches = ['owner', 'owner-full', 'owner-cannot', 'ladder-team', 'ladder-everyone'];
  const decisions = [bo(), ...branches.map((ownerBranch) => bo({ ownerBranch })), bo({ preferred: ['ewa'] })];
  const hands: Partial<Told>[] = [
    {},
    { byHand: byAnna('why') },
    { byHand: byAnna(), skipped: 'chloe' },
    { byHand: byAnna(), reassigned: { by: 'anna', from: ['chloe'] } },
    { reassigned: { by: 'anna', from: ['chloe'] } },
  ];
  const all = languages.map((language) =>
    decisions.flatMap((decision) =>
      hands.map((hand) => assignmentSentence({ decision, byHand: null, ...hand }, known, language)),
    ),
  );
  for (const sentences of all)
    for (const one of sentences) assert.ok(one.includes(long) && !one.includes('{{'));
  assert.ok(all[0]!.every((one, at) => one !== all[1]![at] && one !== all[2]![at]));
});
