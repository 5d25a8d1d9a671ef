import { invalid, notBuilt } from '#platform/refusal.ts';
import type { LinkChangesInput, NewLinkInput } from './link-fields.ts';
import type { LinkChair, LinkKind, LinkSettings } from './link.ts';

type Input = Partial<NewLinkInput> & LinkChangesInput;

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
export function withInput(before: LinkSettings, kind: LinkKind, input: Input): LinkSettings {
  refuseNotBuilt(input);
  const settings: Record<string, unknown> = { ...before };
  for (const name of PLAIN) if (input[name] !== undefined) settings[name] = input[name];
  if (input.caps) settings.caps = withoutNulls(input.caps);
  const chairs = chairsFrom(kind, input);
  if (chairs) settings.chairs = chairs;
  return settings as unknown as LinkSettings;
}

/** The five kinds are presets of one model (B1). */
function chairsFrom(kind: LinkKind, input: Input): LinkChair[] | undefined {
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

const OFF: Record<string, (value: unknown) => boolean> = {
  ownerFirst: (value) => value === 'off',
  identify: (value) => value === 'token',
  ladderDays: isNothing,
  rotationId: isNothing,
  reminders: isEmpty,
  embedOrigins: isEmpty,
};

function refuseNotBuilt(input: Input): void {
  for (const [name, isOff] of Object.entries(OFF)) {
    const value = (input as Record<string, unknown>)[name];
    if (value !== undefined && !isOff(value)) throw notBuilt(name);
  }
  input.chairs?.forEach((chair, index) => {
    if (!isNothing(chair.rotationId)) throw notBuilt(`chairs.${index}.rotationId`);
  });
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

function isEmpty(value: unknown): boolean {
  return isNothing(value) || (Array.isArray(value) && value.length === 0);
}

function withoutNulls(caps: NonNullable<Input['caps']>): LinkSettings['caps'] {
  return Object.fromEntries(
    Object.entries(caps).filter(([, value]) => value !== null && value !== undefined),
  );
}
