import { importsOf } from './code.ts';
import { type Source, isTest } from './sources.ts';

/** The house, in reading order: a folder may import only what stands before it. */
export const ORDER = [
  'engine',
  'platform',
  'ui',
  'webhooks',
  'notices',
  'people',
  'hours',
  'calendars',
  'crm/timeline',
  'crm/fields',
  'crm/companies',
  'crm/contacts',
  'crm/leads',
  'crm/deals',
  'crm/tickets',
  'crm/records',
  'crm/notes',
  'crm/activities',
  'crm/conversion',
  'crm/matching',
  'crm/merging',
  'crm/transfer',
  'rotations',
  'links',
  'bookings',
  'emails',
  'booking-page',
  'embed',
  'search',
  'reports',
  'admin',
];

/** Law 1, as sentences. Tests may look at anything: nothing imports them. */
export function findOrderBreaks(sources: Source[]): string[] {
  return sources.flatMap((source) => [...findUnknownPlace(source), ...findWrongWays(source)]);
}

function findUnknownPlace({ path }: Source): string[] {
  if (placeOf(path) !== undefined) return [];
  return [
    `${path} stands in no room of the house: use a folder of ORDER in checks/order.ts, or add one there.`,
  ];
}

function findWrongWays(source: Source): string[] {
  if (isTest(source.path)) return [];
  const own = importsOf(source).filter((found) => found.own);
  return own.flatMap(({ to }) => sentenceFor(source.path, to));
}

function sentenceFor(from: string, to: string): string[] {
  if (isTest(to)) return [`${from} imports the test ${to}: move what both need into a file of its own.`];
  if (!to.startsWith('src/'))
    return [`${from} imports ${to}: the product stands without what is outside src/.`];
  const here = placeOf(from);
  const there = placeOf(to);
  if (here === undefined || there === undefined || there <= here) return [];
  return [
    `${from} imports ${to}, which comes later in the house. ` +
      'Move the shared part to the earlier folder, let the later one call, or announce a fact (platform/announce.ts).',
  ];
}

/** Position in the order; files directly in src/ (main.ts) stand last and may import everything. */
function placeOf(path: string): number | undefined {
  const inside = path.replace(/^src\//, '');
  if (!inside.includes('/')) return ORDER.length;
  const place = ORDER.findIndex((room) => inside.startsWith(`${room}/`));
  return place === -1 ? undefined : place;
}
