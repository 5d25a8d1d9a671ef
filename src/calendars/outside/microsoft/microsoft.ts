import type { OutwardAnswer } from '#platform/outward/outward.ts';
import { objectFrom, problemOf } from '../oauth/answers.ts';
import type { Send, ServiceRequest } from '../oauth/sign-requests.ts';
import { OutsideProblem } from '../problem.ts';
import type { OpenAccount, RemoteCalendar } from '../provider.ts';

/** The service as one account meets it. */
export interface Microsoft {
  apiUrl: string;
  /** Any status is an answer. `url` may be a path of ours or a link of an answer. */
  send(account: OpenAccount, request: ServiceRequest, signal: AbortSignal): Promise<OutwardAnswer>;
  /** Gets an object; anything but 200 is a problem. */
  get<T>(account: OpenAccount, url: string, signal: AbortSignal): Promise<T>;
}

/** A page of a list. */
export interface Page<T> {
  value?: T[];
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
}

/** Ids that stay when an event is moved, times in UTC, and texts without markup. */
const PREFERENCES = 'IdType="ImmutableId", outlook.timezone="UTC", outlook.body-content-type="text"';

export function microsoftAt(apiUrl: string, signed: Send): Microsoft {
  const send: Microsoft['send'] = (account, request, signal) => {
    const url = request.url.startsWith('/') ? `${apiUrl}${request.url}` : ownLink(apiUrl, request.url);
    const prefer = [PREFERENCES, request.headers?.prefer].filter(Boolean).join(', ');
    return signed(account, { ...request, url, headers: { ...request.headers, prefer } }, signal);
  };
  return {
    apiUrl,
    send,
    get: async (account, url, signal) => {
      const answer = await send(account, { method: 'GET', url }, signal);
      if (answer.status !== 200) throw problemOf(answer);
      return objectFrom(answer);
    },
  };
}

/** Links of answers are followed with the account's token: nowhere else than where the API is. */
function ownLink(apiUrl: string, link: string): string {
  if (link.startsWith(`${apiUrl}/`)) return link;
  throw new OutsideProblem('server', 'The answer sends us to another server.');
}

export function calendarPath(calendar: RemoteCalendar): string {
  return `/me/calendars/${encodeURIComponent(calendar.remoteId)}`;
}
