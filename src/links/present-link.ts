import { dayFromText, textFromDay } from '#engine/minutes.ts';
import { localDayOf, zoneNamed } from '#engine/zone.ts';
import { minuteNow, type Clock } from '#platform/clock.ts';
import { z } from '#platform/http/fields.ts';
import type { Workspace } from '#people/workspace.ts';
import { hostAnswer } from './bookable.ts';
import { linkFields, rule } from './link-fields.ts';
import { candidateIds, OPEN_ENDED_DAYS, rotationOf, ruleOf, verificationOf, type Link } from './link.ts';
import type { FoundLink } from './store-public.ts';

export const linkAnswer = z
  .object({
    id: z.string(),
    url: z.string(),
    ...linkFields,
    rule,
    consentVersions: z.record(z.string(), z.number()),
    isAppointmentPage: z.boolean(),
    countingFrom: z.string(),
    createdAt: z.string(),
    version: z.number(),
  })
  .openapi('Link');
export type LinkAnswer = z.infer<typeof linkAnswer>;

const WARNINGS = [
  'holidays-end-early',
  'no-host',
  'chair-empty',
  'horizon-over',
  'notice-beyond-horizon',
  'hours-outside-hosts',
  'grid-hides-hours',
  'nothing-free',
  'times-past',
  'offer-ended',
  'room-unconnected',
] as const;

/** What somebody should look after; nothing is refused for it. `code` stays, the words may change. */
const warning = z.object({
  code: z.enum(WARNINGS),
  message: z.string(),
  hours: z
    .array(z.object({ day: z.number(), start: z.string(), end: z.string() }))
    .optional()
    .openapi({ description: 'Spans of every week by the clock of the link that are never offered' }),
  chairs: z.array(z.number()).optional().openapi({ description: 'Which chairs, counted from 1' }),
  memberIds: z
    .array(z.string())
    .optional()
    .openapi({ description: 'Whose hours they are, or who has no such calendar' }),
  minutes: z.number().optional().openapi({ description: 'The step of starts' }),
});
export type Warning = z.infer<typeof warning>;
export const warningsAnswer = z.array(warning);
export const wholeLinkAnswer = linkAnswer
  .extend({ warnings: warningsAnswer, hosts: z.array(hostAnswer) })
  .openapi('WholeLink');

/** L3: of a link's specific times, how many are left; `ended` once none will be, whatever is free. */
const timesTally = z.object({
  left: z.number(),
  taken: z.number(),
  unread: z.number().openapi({ description: 'Closed only while a calendar of a host cannot be read (A9)' }),
  past: z.number(),
  ended: z.enum(['used', 'expired']).nullable(),
});
export type TimesTally = z.infer<typeof timesTally>;

/** A link in a list, with what a row shows: meetings to come, who cannot host at present, how its times stand. */
export const listedLinkAnswer = linkAnswer
  .extend({ upcoming: z.number(), notBookable: z.array(hostAnswer), tally: timesTally.nullable() })
  .openapi('ListedLink');
export type ListedLink = z.infer<typeof listedLinkAnswer>;
export type WholeLink = z.infer<typeof wholeLinkAnswer>;

/** A link as the API shows it, with every field of the contract and what its defaults mean today (D0, F1). */
export function presentLink(link: Link, workspace: Workspace, publicUrl: string): LinkAnswer {
  const isAppointmentPage = workspace.appointmentPage.linkId === link.id;
  const { consentCounts: _ever, ...settings } = link.settings;
  return {
    id: link.id,
    url: `${publicUrl}/${workspace.slug}/${link.slug}`,
    kind: link.kind,
    title: link.title,
    slug: link.slug,
    active: link.active,
    ownerId: link.ownerId,
    hostIds: candidateIds(settings),
    holidayListId: link.holidayListId,
    ...settings,
    consents: settings.consents.map(({ version: _counted, ...consent }) => consent),
    consentVersions: Object.fromEntries(settings.consents.map(({ id, version }) => [id, version])),
    rule: ruleOf(settings, isAppointmentPage),
    verification: verificationOf(link.settings, isAppointmentPage),
    rotationId: rotationOf(settings),
    isAppointmentPage,
    countingFrom: link.countingFrom,
    createdAt: link.createdAt,
    version: link.version,
  };
}

/** B8: a holiday list that ends before the last bookable day lets holidays be booked without anyone noticing. */
export function warningsFor(
  { link, holidayDays }: Pick<FoundLink, 'link' | 'holidayDays'>,
  clock: Clock,
): Warning[] {
  if (holidayDays === null || link.kind === 'specific-times') return [];
  const dates = (JSON.parse(holidayDays) as { date: string }[]).map(({ date }) => date);
  const end = dates.toSorted().at(-1);
  const last = textFromDay(lastBookableDay(link, clock));
  if (end !== undefined && end >= last) return [];
  const where = end === undefined ? 'is empty' : `ends on ${end}, before the last bookable day ${last}`;
  return [
    {
      code: 'holidays-end-early',
      message: `The holiday list ${where}. Add the holidays of the time to come.`,
    },
  ];
}

/** A6: the last date, in the link's zone, that its horizon reaches. */
export function lastBookableDay({ settings }: Link, clock: Clock): number {
  const today = localDayOf(zoneNamed(settings.timeZone)!, minuteNow(clock));
  const { rollingDays, to } = settings.horizon;
  return to ? dayFromText(to)! : today + (rollingDays ?? OPEN_ENDED_DAYS);
}
