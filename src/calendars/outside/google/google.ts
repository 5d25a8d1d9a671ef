import type { Send } from '../oauth/sign-requests.ts';
import type { RemoteCalendar } from '../provider.ts';

/** The service as one account meets it. */
export interface Google {
  send: Send;
  apiUrl: string;
}

/** The address of a calendar's events, or of one of them. */
export function eventsUrl(
  { apiUrl }: Google,
  calendar: RemoteCalendar,
  event: string,
  query: Readonly<Record<string, string>>,
): string {
  const path = `${apiUrl}/calendars/${encodeURIComponent(calendar.remoteId)}/events`;
  return `${event === '' ? path : `${path}/${encodeURIComponent(event)}`}?${new URLSearchParams(query).toString()}`;
}
