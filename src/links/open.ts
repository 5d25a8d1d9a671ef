import { hasScheduler } from '#people/plan.ts';
import type { Workspace } from '#people/workspace.ts';
import { isBookable } from './link.ts';
import type { FoundLink } from './store-public.ts';

/**
 * What visitors find behind a link's address: times; that it is no more (B6); or that scheduling is closed, which a
 * plan without the scheduler does to every link (L8) and the appointment page's own switch to that one (B8).
 */
export function opennessOf(found: Pick<FoundLink, 'link' | 'workspace' | 'isAppointmentPage'>): Openness {
  const { link, workspace, isAppointmentPage } = found;
  if (!isBookable(link)) return 'gone';
  return isClosed(workspace, isAppointmentPage) ? 'closed' : 'open';
}

/** Whether scheduling is closed behind an address, whatever its link says. */
export function isClosed(
  { plan, appointmentPage }: Pick<Workspace, 'plan' | 'appointmentPage'>,
  isAppointmentPage: boolean,
): boolean {
  return !hasScheduler(plan) || (isAppointmentPage && !appointmentPage.enabled);
}

export type Openness = 'open' | 'gone' | 'closed';
