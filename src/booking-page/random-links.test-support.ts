/** Links as people make them, and as they would rather not, for what must hold on every one. */
import * as fc from 'fast-check';

const ZONES = [
  'Europe/Paris',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'America/New_York',
];
const someZone = fc.constantFrom(...ZONES);
const LENGTHS = [15, 20, 25, 30, 45, 60, 90];
const INCREMENTS = [null, 10, 15, 20, 30, 45, 60, 120];

/** What a visitor's page is asked for: the month of a year with both changes of clocks in sight. */
export const someQuery = fc.record({
  timeZone: someZone,
  month: fc.constantFrom('2026-11', '2026-12', '2027-01', '2027-03'),
  day: fc.constantFrom('02', '09', '15', '25', '28'),
});

interface Office {
  memberIds: string[];
  holidayListId: string;
}

/** A body for POST /api/links that the rules allow. */
export function someLink(office: Office): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record({ common: someSettings(office), kind: someKind(office), title: fc.constant('Oven tour') })
    .map(({ common, kind, title }) => ({ ...common, ...kind, title }));
}

function someKind({ memberIds }: Office): fc.Arbitrary<Record<string, unknown>> {
  const some = fc.subarray(memberIds, { minLength: 1 });
  const ownerFirst = fc.constantFrom('off', 'strict', 'ladder');
  return fc.oneof(
    fc.constantFrom(...memberIds).map((id) => ({ kind: 'personal', hostIds: [id] })),
    some.map((hostIds) => ({ kind: 'group', hostIds })),
    fc.record({ kind: fc.constant('round-robin'), hostIds: some, ownerFirst }),
    fc.record({
      kind: fc.constant('panel'),
      chairs: fc.constant([{ candidateIds: memberIds.slice(0, 2) }, { candidateIds: memberIds.slice(1) }]),
      ownerFirst,
    }),
    fc.record({
      kind: fc.constant('specific-times'),
      hostIds: some,
      times: someTimes,
      singleUse: fc.boolean(),
      offerAnyway: fc.boolean(),
    }),
  );
}

const someTimes = fc
  .uniqueArray(fc.integer({ min: 0, max: 29 }), { minLength: 1, maxLength: 6 })
  .map((days) =>
    days
      .toSorted((a, b) => a - b)
      .map((day) => {
        const date = `2026-12-${String(day + 1).padStart(2, '0')}`;
        return { start: `${date}T09:05:00Z`, end: `${date}T10:00:00Z` };
      }),
  );

function someSettings({ holidayListId }: Office): fc.Arbitrary<Record<string, unknown>> {
  return fc.record({
    timeZone: someZone,
    durationsMinutes: fc.uniqueArray(fc.constantFrom(...LENGTHS), { minLength: 1, maxLength: 3 }),
    incrementMinutes: fc.constantFrom(...INCREMENTS),
    hours: fc.oneof(fc.constant(null), someWeek),
    withinHostHours: fc.boolean(),
    holidayListId: fc.constantFrom(null, holidayListId),
    bufferBeforeMinutes: fc.constantFrom(0, 0, 15),
    bufferAfterMinutes: fc.constantFrom(0, 0, 30),
    minimumNoticeMinutes: fc.constantFrom(0, 60, 2880),
    horizon: fc.constantFrom(
      { rollingDays: 60 },
      { rollingDays: 10 },
      {},
      { from: '2026-12-10', to: '2027-04-10' },
      { to: null },
    ),
  });
}

const SPANS = [
  { start: '09:00', end: '17:00' },
  { start: '09:30', end: '12:15' },
  { start: '22:00', end: '24:00' },
];

const someWeek = fc
  .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 7 })
  .chain((days) =>
    fc.record({
      weekly: fc.tuple(...days.map((day) => fc.constantFrom(...SPANS).map((span) => ({ day, ...span })))),
      overrides: fc.constantFrom<unknown[]>([], [{ date: '2026-12-15', spans: [] }]),
    }),
  );
