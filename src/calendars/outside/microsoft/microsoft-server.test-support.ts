import { startConsentServer, type Asked, type ConsentServer } from '../oauth/consent-server.test-support.ts';
import type { GraphEvent } from './event.ts';
import { answer } from './graph-answers.test-support.ts';

/** Graph's calendars on loopback, in the manner of its public documentation, for what a client like ours asks. */
export interface MicrosoftServer extends ConsentServer {
  addCalendar(given: { id: string } & Record<string, unknown>): void;
  /** Puts an event, or changes the one with that id; times in UTC. */
  put(calendarId: string, event: Partial<GraphEvent> & { id: string }): void;
  delete(calendarId: string, eventId: string): void;
  /** Events that are not deleted. */
  events(calendarId: string): Kept[];
  /** Every delta link handed out so far is too old now. */
  forgetLinks(): void;
  /** At most so many stand on a page from now on, however many are asked for. */
  turnPagesAfter(items: number): void;
  /** Deltas tell of occurrences and leave their masters out. */
  hideMasters(): void;
}

export interface Kept extends GraphEvent {
  revision: number;
  isDeleted: boolean;
}

export interface Mailbox {
  url: string;
  calendars: Map<string, { listed: Record<string, unknown>; events: Map<string, Kept> }>;
  revision: number;
  oldestLink: number;
  pageSize: number;
  hidesMasters: boolean;
}

export const MICROSOFT_SCOPE = 'Calendars.ReadWrite User.Read';

export async function startMicrosoftServer(): Promise<MicrosoftServer> {
  const mailbox: Mailbox = {
    url: '',
    calendars: new Map(),
    revision: 0,
    oldestLink: 0,
    pageSize: 1000,
    hidesMasters: false,
  };
  const door = '/common/oauth2/v2.0';
  const server = await startConsentServer(
    {
      paths: { authorize: `${door}/authorize`, token: `${door}/token`, revoke: '/none' },
      apiPath: '/v1.0',
      scope: MICROSOFT_SCOPE,
      rotates: true,
    },
    (asked: Asked) => answer(mailbox, asked),
  );
  mailbox.url = server.url;
  return Object.assign(server, { client: { ...server.client, revokeUrl: null } }, controls(mailbox));
}

function controls(mailbox: Mailbox) {
  const eventsOf = (calendarId: string): Map<string, Kept> => mailbox.calendars.get(calendarId)!.events;
  return {
    addCalendar: (given: { id: string } & Record<string, unknown>) => {
      const listed = { name: given.id, canEdit: true, isDefaultCalendar: false, hexColor: '', ...given };
      mailbox.calendars.set(given.id, { listed, events: new Map() });
    },
    put: (calendarId: string, event: Partial<GraphEvent> & { id: string }) => {
      const events = eventsOf(calendarId);
      keep(mailbox, events, { ...NEW, iCalUId: `${event.id}-outlook`, ...events.get(event.id), ...event });
    },
    delete: (calendarId: string, eventId: string) => {
      const events = eventsOf(calendarId);
      keep(mailbox, events, events.get(eventId)!, true);
    },
    events: (calendarId: string) => [...eventsOf(calendarId).values()].filter((one) => !one.isDeleted),
    forgetLinks: () => {
      mailbox.oldestLink = ++mailbox.revision;
    },
    turnPagesAfter: (items: number) => {
      mailbox.pageSize = items;
    },
    hideMasters: () => {
      mailbox.hidesMasters = true;
    },
  };
}

export const NEW = {
  type: 'singleInstance',
  showAs: 'busy',
  isAllDay: false,
  isCancelled: false,
  transactionId: null,
  originalStartTimeZone: 'UTC',
  responseStatus: { response: 'organizer' },
} as const;

/** What is left of a deleted event stays, so that links can tell of it. */
export function keep(
  mailbox: Mailbox,
  events: Map<string, Kept>,
  event: GraphEvent,
  isDeleted = false,
): Kept {
  const revision = ++mailbox.revision;
  const isOnline = 'isOnlineMeeting' in event && event.isOnlineMeeting === true;
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(event.id)}`;
  const kept = {
    ...event,
    ...(isOnline && { onlineMeeting: { joinUrl } }),
    revision,
    isDeleted,
    '@odata.etag': `W/"${revision}"`,
  };
  events.set(event.id, kept);
  return kept;
}
