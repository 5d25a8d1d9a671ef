import { objectFrom, problemOf } from '../oauth/answers.ts';
import { OutsideProblem } from '../problem.ts';
import type { OpenAccount, RemoteCalendar } from '../provider.ts';
import type { Google } from './google.ts';

interface CalendarList {
  items?: ListedCalendar[];
  nextPageToken?: string;
}

interface ListedCalendar {
  id: string;
  summary?: string;
  summaryOverride?: string;
  timeZone?: string;
  backgroundColor?: string;
  accessRole?: 'freeBusyReader' | 'reader' | 'writer' | 'owner';
  primary?: boolean;
  deleted?: boolean;
}

const FIELDS =
  'items(id,summary,summaryOverride,timeZone,backgroundColor,accessRole,primary,deleted),nextPageToken';
const MOST_PAGES = 40;

/** What stands in the person's list; calendars of which they see only free and busy are somebody else's. */
export async function findGoogleCalendars(
  google: Google,
  account: OpenAccount,
  signal: AbortSignal,
): Promise<RemoteCalendar[]> {
  const found: RemoteCalendar[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = new URLSearchParams({ maxResults: '250', minAccessRole: 'reader', fields: FIELDS });
    if (pageToken !== undefined) query.set('pageToken', pageToken);
    const url = `${google.apiUrl}/users/me/calendarList?${query.toString()}`;
    const answer = await google.send(account, { method: 'GET', url }, signal);
    if (answer.status !== 200) throw problemOf(answer);
    const list = objectFrom<CalendarList>(answer);
    found.push(...(list.items ?? []).filter((one) => one.deleted !== true).map(calendarFrom));
    pageToken = list.nextPageToken;
    if (pageToken === undefined) return found;
  }
  throw new OutsideProblem('too-large', 'The list of calendars has no end.');
}

function calendarFrom(listed: ListedCalendar): RemoteCalendar {
  return {
    remoteId: listed.id,
    name: listed.summaryOverride ?? listed.summary ?? listed.id,
    colour: /^#[0-9a-f]{6}$/i.test(listed.backgroundColor ?? '')
      ? listed.backgroundColor!.toLowerCase()
      : null,
    timeZone: listed.timeZone ?? null,
    readOnly: listed.accessRole !== 'owner' && listed.accessRole !== 'writer',
    isMain: listed.primary === true,
  };
}
