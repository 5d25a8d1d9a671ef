import type { Row } from '#platform/db/tables.ts';
import './tables.ts';

/** What somebody signed in to; its secret is sealed. */
export type CalendarAccount = Row<'calendar_accounts'>;
/** One calendar of an account. */
export type OutsideCalendar = Row<'outside_calendars'>;

export interface CalendarKey {
  workspaceId: string;
  calendarId: string;
}

export function keyOf({ workspace_id, calendar_id }: OutsideCalendar): CalendarKey {
  return { workspaceId: workspace_id, calendarId: calendar_id };
}
