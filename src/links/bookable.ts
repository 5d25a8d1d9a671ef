import { z } from '#platform/http/fields.ts';
import { candidateIds, isTeamLink, type Link, type LinkSettings } from './link.ts';

/** What is known of a host when a link is looked at. */
export interface HostState {
  memberId: string;
  name: string;
  active: boolean;
  seat: boolean;
  hasHours: boolean;
  holidayListId: string | null;
  /** A9: an outside calendar of theirs is not known well enough. */
  calendarStale: boolean;
}

/** As much of a link as decides who can host it. */
export interface Hosted {
  kind: Link['kind'];
  settings: Pick<LinkSettings, 'chairs' | 'hours' | 'withinHostHours'>;
}

export const NOT_BOOKABLE = ['inactive', 'no-seat', 'no-hours', 'calendar-stale'] as const;
export type WhyNotBookable = (typeof NOT_BOOKABLE)[number];

/** B4, A9: what keeps somebody from hosting this link at any time; nothing when they can. */
export function whyNotBookable(link: Hosted, state: HostState): WhyNotBookable[] {
  const { active, seat, hasHours, calendarStale } = state;
  const reasons: WhyNotBookable[] = [];
  if (!active) reasons.push('inactive');
  if (!seat && isTeamLink(link)) reasons.push('no-seat');
  if (!hasHours && goesByHostHours(link)) reasons.push('no-hours');
  if (calendarStale) reasons.push('calendar-stale');
  return reasons;
}

/** A2: hours of its own replace those of its hosts. */
function goesByHostHours({ kind, settings }: Hosted): boolean {
  return kind !== 'specific-times' && (settings.hours === null || settings.withinHostHours);
}

export const hostAnswer = z
  .object({
    memberId: z.string(),
    name: z.string(),
    bookable: z.object({ ok: z.boolean(), reasons: z.array(z.enum(NOT_BOOKABLE)) }),
  })
  .openapi('LinkHost');
export type LinkHost = z.infer<typeof hostAnswer>;

export function presentHost(link: Hosted, host: HostState): LinkHost {
  const reasons = whyNotBookable(link, host);
  return { memberId: host.memberId, name: host.name, bookable: { ok: reasons.length === 0, reasons } };
}

/** The hosts of a link in its own order. */
export function hostsOf(link: Hosted, states: ReadonlyMap<string, HostState>): LinkHost[] {
  return candidateIds(link.settings).flatMap((id) => {
    const state = states.get(id);
    return state ? [presentHost(link, state)] : [];
  });
}
