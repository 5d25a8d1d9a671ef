/**
 * The engine against the slow model. 1,500 cases in `npm test`, 20,000 with RONDO_SOAK=1.
 * Another RONDO_SEED draws other cases; a failure prints the seed and the path that bring it back.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import * as fc from 'fast-check';
import { decide, replay } from './decide.ts';
import { explain } from './explain.ts';
import type { Minute } from './minutes.ts';
import type { Case } from './random-offers.test-support.ts';
import { someCase } from './random-offers.test-support.ts';
import { slots, slotsWithHosts } from './slots.ts';
import type { Model } from './slow-model.test-support.ts';
import { slowModel } from './slow-model.test-support.ts';
import type { Offer } from './snapshot.ts';

const soak = process.env['RONDO_SOAK'] === '1';
const runs = soak ? 20_000 : 1500;
const seed = Number(process.env['RONDO_SEED'] ?? 2026);

test('ENGINE 1–10, A10, R8, R10: slots, hosts, explanation and decision agree with the minute-by-minute model', () => {
  let offered = 0;
  let refused = 0;
  const property = fc.property(someCase, (drawn) => {
    const model = slowModel(drawn.offer);
    const starts = sameSlots(drawn, model);
    for (const start of interesting(drawn, starts)) {
      sameExplanation(drawn.offer, model, start);
      if (soundDecision(drawn.offer, model, start)) offered++;
      else refused++;
    }
  });
  fc.assert(property, { numRuns: runs, seed });
  assert.ok(
    offered > runs && refused > runs,
    `the cases are too tame: ${offered} offered, ${refused} refused`,
  );
});

function sameSlots({ offer, window }: Case, model: Model): Minute[] {
  const expected = model.slots(window.from, window.to);
  const candidates = [...new Set(offer.chairs.flatMap((chair) => chair.candidates))].toSorted(
    (a, b) => a - b,
  );
  assert.deepEqual(slots(offer, window), expected);
  assert.deepEqual(
    slotsWithHosts(offer, window),
    expected.map((start) => ({ start, hosts: candidates.filter((host) => model.isFree(host, start)) })),
  );
  return expected;
}

/** Some of what is offered, some of what is not, whatever its grid, and what lies outside the window. */
function interesting({ offer, window }: Case, starts: Minute[]): Minute[] {
  const step = Math.max(5, Math.ceil((window.to - window.from) / 12 / 5) * 5);
  const first = Math.ceil(window.from / 5) * 5;
  const others = Array.from({ length: 12 }, (_, i) => first + i * step);
  const some = starts.filter((_, i) => i % Math.ceil(starts.length / 6) === 0);
  const listed = (offer.times ?? []).map((time) => time.start);
  return [...new Set([...some, ...others, ...listed, first + 3, window.to])];
}

function sameExplanation(offer: Offer, model: Model, start: Minute): void {
  const { offered, reasons, hosts } = explain(offer, start);
  assert.equal(offered, model.isOffered(start), `offered at ${start}`);
  assert.equal(slots(offer, { from: start, to: start + 1 }).length === 1, offered);
  if (offered) assert.deepEqual(reasons, []);
  const candidates = new Set(offer.chairs.flatMap((chair) => chair.candidates));
  for (const host of hosts) {
    assert.equal(host.free, host.reasons.length === 0);
    const isFree = candidates.has(host.index) && model.isFree(host.index, start);
    assert.equal(host.free, isFree, `${host.id} at ${start}`);
  }
  // R8: who is switched off is explained, too.
  const off = offer.chairs.flatMap((chair) => chair.off ?? []);
  assert.deepEqual(new Set(hosts.map(({ index }) => index)), new Set([...candidates, ...off]));
}

/** True when somebody was chosen. */
function soundDecision(offer: Offer, model: Model, start: Minute): boolean {
  const decided = decide({ start, seed: start }, offer);
  assert.deepEqual(replay(JSON.parse(JSON.stringify(decided.decision))), decided.decision.chosen);
  if ('refused' in decided) {
    assert.equal(model.isOffered(start), false);
    assert.deepEqual(decided.decision.chosen, []);
    soundRefusal(offer, decided.refused, start);
    return false;
  }
  assert.equal(model.isOffered(start), true);
  assert.equal(new Set(decided.chosen.map(({ host }) => host)).size, offer.chairs.length);
  for (const { chair, host } of decided.chosen) {
    assert.ok(offer.chairs[chair]!.candidates.includes(host) && model.isFree(host, start));
  }
  return true;
}

// A refusal is "wrong of itself" exactly when nobody's bookings, events, caps, absences or switches are to blame.
function soundRefusal(offer: Offer, refused: string, start: Minute): void {
  if (cannotEverSeat(offer)) return;
  const wrong = ['not-offered', 'off-grid', 'past', 'horizon', 'outside-hours', 'holiday'].includes(refused);
  const emptied = slowModel(withNobodyAway(offer));
  assert.equal(emptied.isOffered(start), !wrong, `${refused} at ${start}`);
}

function withNobodyAway(offer: Offer): Offer {
  const none = new Int32Array(0);
  const free = { busy: none, claims: none, absences: [], unbookable: [], cappedDays: new Set<number>() };
  const hosts = offer.hosts.map((host) => ({ ...host, ...free }));
  const noCaps = { cappedDays: new Set<number>(), cappedWeeks: new Set<number>() };
  const chairs = offer.chairs.map(({ off = [], ...chair }) => {
    return { ...chair, candidates: [...chair.candidates, ...off] };
  });
  return { ...offer, ...noCaps, noticeMinutes: 0, unbookable: [], hosts, chairs };
}

/** More chairs than different candidates: nothing to do with hours. */
function cannotEverSeat(offer: Offer): boolean {
  const everybody = { ...withNobodyAway(offer), times: [{ start: 0, end: 30 }], offerAnyway: true, now: 0 };
  return !slowModel(everybody).isOffered(0);
}
