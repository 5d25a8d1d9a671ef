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
    isAppointmentPage: z.boolean(),
    countingFrom: z.string(),
    createdAt: z.string(),
    version: z.number(),
  })
  .openapi('Link');
export type LinkAnswer = z.infer<typeof linkAnswer>;

const warning = z.object({ code: z.string(), message: z.string() });
export type Warning = z.infer<typeof warning>;
export const warningsAnswer = z.array(warning);
export const wholeLinkAnswer = linkAnswer
  .extend({ warnings: warningsAnswer, hosts: z.array(hostAnswer) })
  .openapi('WholeLink');

/** A link in a list, with what a row shows: meetings to come, and who cannot host at present. */
export const listedLinkAnswer = linkAnswer
  .extend({ upcoming: z.number(), notBookable: z.array(hostAnswer) })
  .openapi('ListedLink');
export type ListedLink = z.infer<typeof listedLinkAnswer>;
export type WholeLink = z.infer<typeof wholeLinkAnswer>;

/** A link as the API shows it, with every field of the contract and what its defaults mean today (D0, F1). */
export function presentLink(link: Link, workspace: Workspace, publicUrl: string): LinkAnswer {
  const isAppointmentPage = workspace.appointmentPage.linkId === link.id;
  const { settings } = link;
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
    rule: ruleOf(settings, isAppointmentPage),
    verification: verificationOf(settings, isAppointmentPage),
    rotationId: rotationOf(settings),
    ...NOT_BUILT,
    isAppointmentPage,
    countingFrom: link.countingFrom,
    createdAt: link.createdAt,
    version: link.version,
  };
}

/** What comes later, as it stands today: off. */
const NOT_BUILT = {
  reminders: [],
  embedOrigins: [],
} satisfies Partial<LinkAnswer>;

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
