import { invalid } from '#platform/refusal.ts';
import type { LinkChangesInput } from './link-fields.ts';
import type { Consent, LinkChair, LinkKind, LinkSettings, Reminder } from './link.ts';

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
    ownerFirst: 'off',
    ladderDays: null,
    identify: 'token',
    verification: null,
    holdMinutes: 30,
    location: null,
    questions: [],
    guests: { allowed: false, max: 5 },
    consents: [],
    consentCounts: {},
    redirectUrl: null,
    language: 'visitor',
    cutOffMinutes: 1440,
    times: [],
    singleUse: true,
    offerAnyway: false,
    expiresAt: null,
    reminders: [],
    embedOrigins: [],
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
  'ownerFirst',
  'ladderDays',
  'identify',
  'verification',
  'holdMinutes',
  'location',
  'questions',
  'guests',
  'redirectUrl',
  'language',
  'cutOffMinutes',
  'times',
  'singleUse',
  'offerAnyway',
  'expiresAt',
  'embedOrigins',
] as const satisfies readonly (keyof LinkSettings)[];

/** The settings after a caller's words: what is not said stays as it was. */
export function withInput(before: LinkSettings, kind: LinkKind, input: LinkChangesInput): LinkSettings {
  const chairs = chairsFrom(kind, input, before);
  return {
    ...before,
    ...pick(input, PLAIN),
    ...(input.caps && { caps: withoutNulls(input.caps) }),
    ...(chairs && { chairs }),
    ...(input.consents && versioned(input.consents, before)),
    ...(input.reminders && { reminders: input.reminders.map(reminderFrom) }),
  };
}

function reminderFrom({ text, ...when }: NonNullable<LinkChangesInput['reminders']>[number]): Reminder {
  return { ...when, ...(text && { text }) };
}

/** Whoever agreed did so to a wording: a changed one counts on, and so does one that was taken away meanwhile. */
function versioned(said: NonNullable<LinkChangesInput['consents']>, before: LinkSettings) {
  const counts = new Map(Object.entries(before.consentCounts));
  for (const { id, version } of before.consents) counts.set(id, Math.max(version, counts.get(id) ?? 0));
  const consents = said.map((consent): Consent => {
    const had = before.consents.find(({ id }) => id === consent.id);
    const version = had?.text === consent.text ? had.version : (counts.get(consent.id) ?? 0) + 1;
    return { ...consent, version };
  });
  for (const { id, version } of consents) counts.set(id, Math.max(version, counts.get(id) ?? 0));
  return { consents, consentCounts: Object.fromEntries(counts) };
}

/** The named fields that were said. */
function pick<T extends object, K extends keyof T>(input: T, names: readonly K[]) {
  const said = names.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]);
  return Object.fromEntries(said) as { [N in K]?: Exclude<T[N], undefined> };
}

/** The five kinds are presets of one model (B1). A chair with a rotation has its members, whoever is named (R10). */
function chairsFrom(kind: LinkKind, input: LinkChangesInput, before: LinkSettings): LinkChair[] | undefined {
  if (input.chairs && input.hostIds) {
    throw invalid({ path: 'hostIds', message: 'Name the hosts by "hostIds" or by "chairs", not both.' });
  }
  if (input.rotationId)
    return [{ candidateIds: [], rotationId: roundRobinOnly(kind, input, input.rotationId) }];
  if (input.chairs) return input.chairs.map(chairFrom);
  if (!input.hostIds) return input.rotationId === null ? withoutRotation(before) : undefined;
  if (kind === 'panel') throw invalid({ path: 'chairs', message: 'A panel names its hosts by "chairs".' });
  if (kind === 'round-robin') return [{ candidateIds: input.hostIds }];
  return input.hostIds.map((hostId) => ({ candidateIds: [hostId] }));
}

function chairFrom({
  candidateIds,
  rotationId,
  rule,
}: NonNullable<LinkChangesInput['chairs']>[number]): LinkChair {
  return {
    candidateIds: rotationId ? [] : candidateIds,
    ...(rule && { rule }),
    ...(rotationId && { rotationId }),
  };
}

function roundRobinOnly(kind: LinkKind, { chairs, hostIds }: LinkChangesInput, rotationId: string): string {
  if (kind !== 'round-robin') {
    throw invalid({
      path: 'rotationId',
      message: 'A rotation of the whole link is for round robins; name it at a chair.',
    });
  }
  if (hostIds) throw invalid({ path: 'hostIds', message: 'The rotation names the hosts; leave this out.' });
  if (chairs && (chairs.length !== 1 || chairs[0]!.rotationId !== rotationId)) {
    throw invalid({ path: 'chairs', message: 'Name the rotation by "rotationId" or by "chairs", not both.' });
  }
  return rotationId;
}

/** Taking the rotation away keeps its members as the hosts. */
function withoutRotation({ chairs }: LinkSettings): LinkChair[] | undefined {
  if (!chairs.some(({ rotationId }) => rotationId)) return undefined;
  return chairs.map(({ candidateIds, rule }) => ({ candidateIds, ...(rule && { rule }) }));
}

function withoutNulls(caps: NonNullable<LinkChangesInput['caps']>): LinkSettings['caps'] {
  return Object.fromEntries(
    Object.entries(caps).filter(([, value]) => value !== null && value !== undefined),
  );
}
