/** Random links with their hosts and chairs, for the property tests. */
import * as fc from 'fast-check';
import type { Window } from './link-starts.ts';
import type { Interval, Minute } from './minutes.ts';
import {
  DAY,
  multipleOf5,
  someAbsences,
  someDays,
  someHours,
  someTurn,
  someZone,
  usually,
} from './random-hours.test-support.ts';
import type { Chair, HostSnapshot, Offer, ReasonCode, Rule } from './snapshot.ts';
import type { Zone } from './zone.ts';

export interface Case {
  offer: Offer;
  window: Window;
}

/** A link near a change of clocks (not always of its own zone), and a window of up to a day and a half. */
export const someCase: fc.Arbitrary<Case> = fc.tuple(someTurn, someZone).chain(([anchor, zone]) =>
  fc.record({
    offer: someOffer(anchor, zone),
    window: fc
      .tuple(fc.integer({ min: -DAY, max: 0 }), fc.integer({ min: 1, max: 1.5 * DAY }))
      .map(([from, long]) => ({ from: anchor + from, to: anchor + from + long })),
  }),
);

const INCREMENTS = [5, 10, 15, 20, 25, 30, 45, 50, 60, 90, 120];
const RULES: Rule[] = ['fewest-booked', 'fewest-that-day', 'random', 'in-order'];

const someLength = usually(fc.constantFrom(5, 15, 25, 30, 50, 60, 90), multipleOf5(5, 720));

function someOffer(anchor: Minute, zone: Zone): fc.Arbitrary<Offer> {
  return fc.array(someHost(anchor, zone), { minLength: 1, maxLength: 4 }).chain((hosts) =>
    fc.record({
      ...limitsNear(anchor),
      zone: fc.constant(zone),
      lengthMinutes: someLength,
      bufferBefore: fc.constantFrom(0, 0, 5, 30, 240),
      bufferAfter: fc.constantFrom(0, 0, 10, 45),
      increment: fc.constantFrom(...INCREMENTS),
      ownHours: fc.oneof(fc.constant(null), hoursOfLink(anchor, zone)),
      withinHostHours: fc.boolean(),
      holidays: someDays(anchor, zone),
      cappedDays: someDays(anchor, zone),
      cappedWeeks: someDays(anchor, zone),
      chairs: someChairs(hosts.length),
      times: usually(fc.constant(null), someTimes(anchor)),
      offerAnyway: fc.boolean(),
      unbookable: usually(fc.constant<ReasonCode[]>([]), fc.subarray<ReasonCode>(['used', 'ended'])),
      hosts: fc.constant(hosts.map((host, index) => ({ ...host, id: `host-${index}` }))),
    }),
  );
}

function limitsNear(anchor: Minute) {
  const soon = fc.integer({ min: -DAY, max: DAY }).map((minutes) => anchor + minutes);
  const narrow = fc.tuple(multipleOf5(-DAY, DAY), soon).map(([from, to]) => ({ from: anchor + from, to }));
  return {
    now: usually(fc.constant(anchor - 3 * DAY), soon),
    noticeMinutes: fc.constantFrom(0, 0, 60, 605),
    horizon: usually(fc.constant({ from: anchor - 9 * DAY, to: anchor + 9 * DAY }), narrow),
  };
}

// Usually in the link's own zone; the engine must not care.
function hoursOfLink(anchor: Minute, zone: Zone) {
  return usually(fc.constant(zone), someZone).chain((zone) => someHours(anchor, zone));
}

function someHost(anchor: Minute, link: Zone): fc.Arbitrary<HostSnapshot> {
  const anyMinute = fc.integer({ min: -2 * DAY, max: 2 * DAY });
  return someZone.chain((zone) =>
    fc.record({
      id: fc.constant(''),
      hours: someHours(anchor, zone),
      absences: someAbsences(anchor, zone),
      holidays: someDays(anchor, zone),
      busy: somePairs(anchor, anyMinute, fc.integer({ min: -15, max: 240 }), 8),
      claims: somePairs(anchor, multipleOf5(-2 * DAY, 2 * DAY), multipleOf5(5, 120), 3),
      unbookable: usually(
        fc.constant<ReasonCode[]>([]),
        fc.subarray<ReasonCode>(['no-seat', 'calendar-stale']),
      ),
      cappedDays: someDays(anchor, link),
      booked: fc.integer({ min: 0, max: 4 }),
      lastScheduledAt: fc.option(fc.integer({ min: 0, max: 3 })),
      bookedThatDay: fc.integer({ min: 0, max: 3 }),
    }),
  );
}

function somePairs(
  anchor: Minute,
  start: fc.Arbitrary<number>,
  length: fc.Arbitrary<number>,
  maxLength: number,
): fc.Arbitrary<Int32Array> {
  return fc
    .array(fc.tuple(start, length), { maxLength })
    .map((list) => Int32Array.from(list.flatMap(([start, long]) => [anchor + start, anchor + start + long])));
}

function someChairs(hosts: number): fc.Arbitrary<Chair[]> {
  const host = fc.integer({ min: 0, max: hosts - 1 });
  const weight = fc.integer({ min: 0, max: 3 });
  const chair = fc.record({
    candidates: fc.uniqueArray(host, { minLength: 1, maxLength: 4 }),
    rule: fc.constantFrom(...RULES),
    weights: fc.option(fc.array(weight, { minLength: 4, maxLength: 4 }), { nil: undefined }),
  });
  const rotation = fc.record({
    candidates: fc.uniqueArray(host, { maxLength: 4 }),
    rule: fc.constant<Rule>('fewest-booked'),
    weights: fc.array(weight, { minLength: 4, maxLength: 4 }),
    standings: fc.array(someStanding, { minLength: 4, maxLength: 4 }),
    off: fc.uniqueArray(host, { maxLength: 2 }),
  });
  const any: fc.Arbitrary<Chair> = usually(chair, rotation.map(withoutThoseOff));
  return fc.oneof(
    fc.array(any, { minLength: 1, maxLength: 1 }),
    fc.array(any, { minLength: 1, maxLength: 3 }),
  );
}

/** What somebody's count is in a rotation, whatever it is in the link (R10). */
const someStanding = fc.record({
  booked: fc.integer({ min: 0, max: 4 }),
  lastScheduledAt: fc.option(fc.integer({ min: 0, max: 3 })),
});

/** R8: whoever is off in a rotation is no candidate of its chair. */
function withoutThoseOff(chair: Chair): Chair {
  return { ...chair, off: (chair.off ?? []).filter((host) => !chair.candidates.includes(host)) };
}

/** To the minute: a specific time need not lie on a grid. */
function someTimes(anchor: Minute): fc.Arbitrary<Interval[]> {
  const time = fc.tuple(fc.integer({ min: -DAY, max: DAY }), someLength);
  return fc.array(
    time.map(([start, long]) => ({ start: anchor + start, end: anchor + start + long })),
    { maxLength: 6 },
  );
}
