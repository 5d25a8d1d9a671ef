import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan } from '#people/plan.ts';
import { consequencesOf } from './consequences.ts';
import { addOnsShown, PRESET_NAMES, presetOf, PRESETS } from './presets.ts';

const plan = (given: Partial<Plan>): Plan => ({ ...PRESETS.unlimited, addOns: [], ...given });
const member = (name: string, generalLinks: number) => ({
  memberId: name,
  name,
  active: true,
  generalLinks,
  over: false,
});
const usage = { limit: null, scheduler: true, openLinks: 5, items: [member('Bo', 3), member('Anna', 1)] };
const boost = (on: boolean) => [{ name: 'LeadBooster', unlimited: true, on }];

test('L8: a lower limit names who is over it, a higher one nobody', () => {
  const lower = consequencesOf(plan({}), plan({ generalLinksPerMember: 1 }), usage);
  assert.deepEqual([lower?.limit, lower?.closing, lower?.over.map(({ name }) => name)], [1, 0, ['Bo']]);
  assert.equal(
    consequencesOf(plan({ generalLinksPerMember: 0 }), plan({ generalLinksPerMember: 1 }), usage),
    null,
  );
  assert.equal(consequencesOf(plan({}), plan({ generalLinksPerMember: 3 }), usage), null);
});

test('L8: without the scheduler every open page closes, unless an add-on keeps it', () => {
  const off = { scheduler: false };
  assert.deepEqual(consequencesOf(plan({}), plan(off), usage), { closing: 5, limit: null, over: [] });
  assert.equal(consequencesOf(plan({}), plan({ ...off, addOns: boost(true) }), usage), null);
  assert.equal(
    consequencesOf(plan({ ...off, addOns: boost(true) }), plan({ ...off, addOns: boost(false) }), usage)
      ?.closing,
    5,
  );
  assert.equal(consequencesOf(plan(off), plan(off), usage), null);
});

test('L8: switching LeadBooster off brings the limit back', () => {
  const limited = { generalLinksPerMember: 1 };
  const found = consequencesOf(
    plan({ ...limited, addOns: boost(true) }),
    plan({ ...limited, addOns: boost(false) }),
    usage,
  );
  assert.deepEqual(
    found?.over.map(({ name }) => name),
    ['Bo'],
  );
});

test('L8: a plan is known by its name and what it allows; anything else is one’s own', () => {
  for (const name of PRESET_NAMES) assert.equal(presetOf({ ...PRESETS[name], addOns: boost(true) }), name);
  assert.equal(presetOf(plan({ generalLinksPerMember: 4 })), 'own');
  assert.equal(presetOf(plan({ name: 'Ours' })), 'own');
});

test('L8: LeadBooster is offered once', () => {
  assert.deepEqual(addOnsShown({ addOns: boost(true) }), boost(true));
  const own = { name: 'Ours', unlimited: false, on: true };
  assert.deepEqual(addOnsShown({ addOns: [own] }), [...boost(false), own]);
});
