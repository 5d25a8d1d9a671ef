import type { Platform } from '#platform/platform.ts';
import type { Workspace } from '#people/workspace.ts';
import type { Home } from './home-fields.ts';
import type { Facts } from './store.ts';

/** N5: what it takes until strangers can book, in the order in which one does it. */
export function firstSteps(
  { config }: Pick<Platform, 'config'>,
  { appointmentPage }: Workspace,
  facts: Facts,
  holidayLists: number,
): Home['steps'] {
  return [
    { code: 'appointment-page', done: appointmentPage.enabled && appointmentPage.linkId !== null },
    { code: 'holiday-list', done: holidayLists > 0 },
    { code: 'member-hours', done: facts.without_hours === 0, missing: facts.without_hours },
    { code: 'mail', done: config.smtpUrl !== undefined },
    // K1: everyone has the built-in calendar.
    { code: 'calendars', done: true },
    ownCalendar(facts),
    { code: 'first-booking', done: facts.booked > 0 },
    { code: 'colleague', done: facts.members > 1 },
  ];
}

/** Everybody's own first step: the calendar that they have already, unless they keep the one of Rondo. */
export function ownCalendar({ has_calendar }: Facts): Home['steps'][number] {
  return { code: 'own-calendar', done: has_calendar > 0 };
}

/** What there is to do for somebody who may not change settings; nothing once it is done. */
export function ownSteps(facts: Facts): Home['steps'] {
  const step = ownCalendar(facts);
  return step.done ? [] : [step];
}
