import {
  startConsentServer,
  type Asked,
  type ConsentServer,
  type Reply,
} from '../oauth/consent-server.test-support.ts';
import type { GoogleEvent } from './event.ts';

/** Google Calendar on loopback, in the manner of its public documentation, for what a client like ours asks. */
export interface GoogleServer extends ConsentServer {
  addCalendar(given: { id: string } & Record<string, unknown>): void;
  /** Puts an event, or changes the one with that id. */
  put(calendarId: string, event: GoogleEvent & Record<string, unknown>): void;
  delete(calendarId: string, eventId: string): void;
  /** Events that are not deleted. */
  events(calendarId: string): Kept[];
  /** Every sync token handed out so far is too old now. */
  forgetTokens(): void;
  /** At most so many stand on a page from now on, however many are asked for. */
  turnPagesAfter(items: number): void;
}

export interface Kept extends GoogleEvent {
  revision: number;
  description?: string;
  location?: string;
  conferenceData?: Conference;
}

type Conference = NonNullable<GoogleEvent['conferenceData']> & {
  createRequest?: { requestId: string; status?: { statusCode: 'pending' | 'success' } };
};

interface State {
  calendars: Map<string, { listed: Record<string, unknown>; events: Map<string, Kept> }>;
  revision: number;
  oldestToken: number;
  pageSize: number;
}

export const GOOGLE_SCOPE =
  'https://www.googleapis.com/auth/calendar.calendarlist.readonly https://www.googleapis.com/auth/calendar.events';

export async function startGoogleServer(): Promise<GoogleServer> {
  const state: State = { calendars: new Map(), revision: 0, oldestToken: 0, pageSize: 2500 };
  const server = await startConsentServer(
    {
      paths: { authorize: '/o/oauth2/v2/auth', token: '/token', revoke: '/revoke' },
      apiPath: '/calendar/v3',
      scope: GOOGLE_SCOPE,
      rotates: false,
    },
    (asked) => answer(state, asked),
  );
  return Object.assign(server, controls(state));
}

function controls(state: State) {
  return {
    addCalendar: (given: { id: string } & Record<string, unknown>) => {
      const listed = { summary: given.id, timeZone: 'Europe/Warsaw', accessRole: 'owner', ...given };
      state.calendars.set(given.id, { listed, events: new Map() });
    },
    put: (calendarId: string, event: GoogleEvent) => {
      const { events } = state.calendars.get(calendarId)!;
      keep(state, events, { iCalUID: `${event.id}@google.com`, ...events.get(event.id), ...event });
    },
    delete: (calendarId: string, eventId: string) =>
      cancel(state, state.calendars.get(calendarId)!.events, eventId),
    events: (calendarId: string) =>
      [...state.calendars.get(calendarId)!.events.values()].filter((one) => one.status !== 'cancelled'),
    turnPagesAfter: (items: number) => {
      state.pageSize = items;
    },
    forgetTokens: () => {
      state.oldestToken = state.revision + 1;
      state.revision++;
    },
  };
}

function keep(state: State, events: Map<string, Kept>, event: GoogleEvent): Kept {
  const revision = ++state.revision;
  const kept = {
    status: 'confirmed' as const,
    ...event,
    ...conference(events, event),
    revision,
    etag: `"${revision}"`,
  };
  events.set(event.id, kept);
  return kept;
}

/** A room takes a moment: the answer to the first request says `pending`, the next one where it is. */
function conference(events: Map<string, Kept>, event: GoogleEvent): Partial<Kept> {
  const before = events.get(event.id)?.conferenceData;
  const request = (event as Kept).conferenceData?.createRequest;
  if (!request) return {};
  const isKnown = before?.createRequest?.requestId === request.requestId;
  if (!isKnown)
    return { conferenceData: { createRequest: { ...request, status: { statusCode: 'pending' } } } };
  const uri = `https://meet.google.com/${request.requestId.slice(0, 10)}`;
  const createRequest = { ...request, status: { statusCode: 'success' as const } };
  return {
    hangoutLink: uri,
    conferenceData: { createRequest, entryPoints: [{ entryPointType: 'video', uri }] },
  };
}

/** What is left of a deleted event stays, so that tokens can tell of it and its id is not given twice. */
function cancel(state: State, events: Map<string, Kept>, id: string): void {
  keep(state, events, { ...events.get(id)!, status: 'cancelled' });
}

function answer(state: State, asked: Asked): Reply {
  const path = asked.url.pathname.replace('/calendar/v3/', '').split('/').map(decodeURIComponent);
  if (path[0] === 'users') return path[3] === undefined ? list(state, asked) : one(state, path[3]);
  const calendar = state.calendars.get(path[1] ?? '');
  if (path[0] !== 'calendars' || path[2] !== 'events' || !calendar) return failed(404, 'notFound');
  if (path[3] === undefined) {
    return asked.method === 'POST' ? insert(state, calendar, asked) : changes(state, calendar, asked);
  }
  const event = calendar.events.get(path[3]);
  if (!event) return failed(404, 'notFound');
  if (asked.method === 'GET') return { status: 200, body: shown(event) };
  const match = asked.headers['if-match'];
  if (asked.method === 'DELETE' && event.status === 'cancelled') return failed(410, 'deleted');
  if (match !== undefined && match !== event.etag) return failed(412, 'conditionNotMet');
  if (asked.method === 'PATCH') {
    return { status: 200, body: keep(state, calendar.events, { ...event, ...JSON.parse(asked.text) }) };
  }
  cancel(state, calendar.events, event.id);
  return { status: 204 };
}

function list({ calendars, pageSize }: State, { url }: Asked): Reply {
  const items = [...calendars.values()].map(({ listed }) => listed);
  const allowed = items.filter(
    (item) => url.searchParams.get('minAccessRole') !== 'reader' || item.accessRole !== 'freeBusyReader',
  );
  return paged(url, allowed, pageSize, {});
}

function one({ calendars }: State, id: string): Reply {
  const calendar = calendars.get(id);
  return calendar ? { status: 200, body: calendar.listed } : failed(404, 'notFound');
}

/** A whole list within a window, or, by a token, what has changed since, deleted events with it. */
function changes(
  state: State,
  { listed, events }: { listed: Record<string, unknown>; events: Map<string, Kept> },
  { url }: Asked,
): Reply {
  const query = url.searchParams;
  const token = query.get('syncToken');
  if (token !== null && (query.has('timeMin') || query.has('timeMax'))) return failed(400, 'badRequest');
  if (token !== null && Number(token) < state.oldestToken) return failed(410, 'fullSyncRequired');
  const items = [...events.values()].filter((event) =>
    token === null
      ? event.status !== 'cancelled' && meets(event, query.get('timeMin')!, query.get('timeMax')!)
      : event.revision > Number(token),
  );
  return paged(url, items.map(shown), state.pageSize, {
    timeZone: listed.timeZone,
    nextSyncToken: String(state.revision),
  });
}

function meets({ start, end }: Kept, from: string, to: string): boolean {
  const at = (time: GoogleEvent['start']): number => Date.parse(time?.dateTime ?? time?.date ?? '');
  return at(end) > Date.parse(from) && at(start) < Date.parse(to);
}

/** Of a deleted event only its id is promised; of guests only oneself when one is asked for. */
function shown(event: Kept): unknown {
  if (event.status === 'cancelled') return { id: event.id, status: 'cancelled', etag: event.etag };
  return { ...event, attendees: event.attendees?.filter(({ self }) => self === true) };
}

/** The last page alone names the token for the next time. */
function paged(url: URL, items: unknown[], pageSize: number, last: Record<string, unknown>): Reply {
  const from = Number(url.searchParams.get('pageToken') ?? 0);
  const size = Math.min(pageSize, Number(url.searchParams.get('maxResults') ?? 250));
  const { nextSyncToken, ...always } = last;
  const rest =
    from + size < items.length
      ? { nextPageToken: String(from + size) }
      : { ...(nextSyncToken !== undefined && { nextSyncToken }) };
  return { status: 200, body: { items: items.slice(from, from + size), ...always, ...rest } };
}

function insert(state: State, { events }: { events: Map<string, Kept> }, { text }: Asked): Reply {
  const event = JSON.parse(text) as GoogleEvent;
  if (!/^[a-v0-9]{5,1024}$/.test(event.id)) return failed(400, 'invalid');
  if (events.has(event.id)) return failed(409, 'duplicate');
  return { status: 200, body: keep(state, events, { iCalUID: `${event.id}@google.com`, ...event }) };
}

export function failed(status: number, reason: string, headers: Record<string, string> = {}): Reply {
  return { status, headers, body: { error: { code: status, errors: [{ domain: 'global', reason }] } } };
}
