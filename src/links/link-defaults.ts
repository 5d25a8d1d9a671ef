import { invalid, notBuilt } from '#platform/refusal.ts';
import type { LinkChangesInput } from './link-fields.ts';
import type { LinkChair, LinkKind, LinkSettings } from './link.ts';

/** A link as it is when its maker says nothing but kind, title, zone and hosts. */
export function defaultSettings(timeZone: string): LinkSettings {
  return {
    description: null,
    footer: null,
    chairs: [],
    durationsMinutes: [30],
    incrementMinutes: null,
    timeZone,
    hours: null,
    withinHostHours: false,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    horizon: { rollingDays: 60 },
    caps: {},
    rule: null,
    weights: null,
    verification: null,
    holdMinutes: 30,
    location: null,
    questions: [],
    guests: { allowed: false, max: 5 },
    consents: [],
    redirectUrl: null,
    language: 'visitor',
    cutOffMinutes: 1440,
    times: [],
    singleUse: true,
    offerAnyway: false,
  };
}

/** What takes the caller's word as it is. */
const PLAIN = [
  'description',
  'footer',
  'durationsMinutes',
  'incrementMinutes',
  'timeZone',
  'hours',
  'withinHostHours',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'minimumNoticeMinutes',
  'horizon',
  'rule',
  'weights',
  'verification',
  'holdMinutes',
  'location',
  'questions',
  'guests',
  'consents',
  'redirectUrl',
  'language',
  'cutOffMinutes',
  'times',
  'singleUse',
  'offerAnyway',
] as const satisfies readonly (keyof LinkSettings)[];

/** The settings after a caller's words: what is not said stays as it was. */
export function withInput(before: LinkSettings, kind: LinkKind, input: LinkChangesInput): LinkSettings {
  refuseNotBuilt(input);
  const chairs = chairsFrom(kind, input);
  return {
    ...before,
    ...pick(input, PLAIN),
    ...(input.caps && { caps: withoutNulls(input.caps) }),
    ...(chairs && { chairs }),
  };
}

/** The named fields that were said. */
function pick<T extends object, K extends keyof T>(input: T, names: readonly K[]) {
  const said = names.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]);
  return Object.fromEntries(said) as { [N in K]?: Exclude<T[N], undefined> };
}

/** The five kinds are presets of one model (B1). */
function chairsFrom(kind: LinkKind, input: LinkChangesInput): LinkChair[] | undefined {
  if (input.chairs && input.hostIds) {
    throw invalid({ path: 'hostIds', message: 'Name the hosts by "hostIds" or by "chairs", not both.' });
  }
  if (input.chairs)
    return input.chairs.map(({ candidateIds, rule }) => ({ candidateIds, ...(rule && { rule }) }));
  if (!input.hostIds) return undefined;
  if (kind === 'panel') throw invalid({ path: 'chairs', message: 'A panel names its hosts by "chairs".' });
  if (kind === 'round-robin') return [{ candidateIds: input.hostIds }];
  return input.hostIds.map((hostId) => ({ candidateIds: [hostId] }));
}

function refuseNotBuilt(input: LinkChangesInput): void {
  if ((input.ownerFirst ?? 'off') !== 'off') throw notBuilt('ownerFirst');
  if ((input.identify ?? 'token') !== 'token') throw notBuilt('identify');
  if ((input.ladderDays ?? null) !== null) throw notBuilt('ladderDays');
  if ((input.rotationId ?? null) !== null) throw notBuilt('rotationId');
  if (input.reminders?.length) throw notBuilt('reminders');
  if (input.embedOrigins?.length) throw notBuilt('embedOrigins');
  input.chairs?.forEach(({ rotationId }, index) => {
    if ((rotationId ?? null) !== null) throw notBuilt(`chairs.${index}.rotationId`);
  });
}

function withoutNulls(caps: NonNullable<LinkChangesInput['caps']>): LinkSettings['caps'] {
  return Object.fromEntries(
    Object.entries(caps).filter(([, value]) => value !== null && value !== undefined),
  );
}
