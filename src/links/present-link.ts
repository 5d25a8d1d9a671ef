import { dayFromText, textFromDay } from '#engine/minutes.ts';
import { localDayOf, zoneNamed } from '#engine/zone.ts';
import { minuteNow, type Clock } from '#platform/clock.ts';
import type { Workspace } from '#people/workspace.ts';
import { candidateIds, ruleOf, verificationOf, type Link } from './link.ts';

export interface Warning {
  code: string;
  message: string;
}

/** A link as the API shows it, with every field of the contract and what its defaults mean today (D0, F1). */
export function presentLink(link: Link, workspace: Workspace, publicUrl: string): Record<string, unknown> {
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
    ownerFirst: 'off',
    identify: 'token',
    rotationId: null,
    reminders: [],
    embedOrigins: [],
    isAppointmentPage,
    countingFrom: link.countingFrom,
    createdAt: link.createdAt,
    version: link.version,
  };
}

/** B8: a holiday list that ends before the last bookable day lets holidays be booked without anyone noticing. */
export function warningsFor(link: Link, lastHoliday: string | null, clock: Clock): Warning[] {
  if (lastHoliday === null || link.kind === 'specific-times') return [];
  const last = lastBookableDay(link, clock);
  const known = dayFromText(lastHoliday);
  if (known === null || known >= last) return [];
  const message = `The holiday list ends on ${lastHoliday}, before the last bookable day ${textFromDay(last)}. Add the next year's holidays.`;
  return [{ code: 'holidays-end-early', message }];
}

function lastBookableDay({ settings }: Link, clock: Clock): number {
  const today = localDayOf(zoneNamed(settings.timeZone)!, minuteNow(clock));
  if (settings.horizon.to) return dayFromText(settings.horizon.to) ?? today;
  return today + (settings.horizon.rollingDays ?? 730);
}
