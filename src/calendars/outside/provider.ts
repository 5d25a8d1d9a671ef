import type { Minute } from '#engine/minutes.ts';
import type { ExpandedObject } from './ical/occurrence.ts';

export type OutsideKind = 'caldav' | 'ics' | 'google' | 'microsoft';

/** How one signs in to a service; sealed in the database, open only in the hands of a provider. */
export interface OpenAccount {
  kind: OutsideKind;
  /** The server's or the subscription's address; empty for Google and Microsoft. */
  url: string;
  username: string;
  /** CalDAV: the password. Google and Microsoft: the tokens as JSON. ICS: empty. */
  secret: string;
  /** Keeps renewed tokens; called by the provider as soon as it has them. */
  keepSecret: (secret: string) => Promise<void>;
}

/** A calendar as the service names it. */
export interface RemoteCalendar {
  /** A whole URL for CalDAV and ICS, an id otherwise. */
  remoteId: string;
  name: string;
  /** '#rrggbb', or null. */
  colour: string | null;
  /** IANA; what floating times and whole days mean there. Null: the member's own. */
  timeZone: string | null;
  readOnly: boolean;
  /** The one that the service itself calls the main one. */
  isMain: boolean;
}

/** One object of a calendar as it stands now: iCalendar text that we expand, or what the service expanded. */
export type RemoteObject = { href: string; etag: string | null } & (
  | { text: string }
  | { expanded: ExpandedObject }
);

/** Some of what changed; the pages of one reading are written one by one, so that progress is seen and kept. */
export interface ChangePage {
  changed: RemoteObject[];
  /** Hrefs that are no longer there. */
  removed: string[];
  /** Where the next reading goes on; null on every page but the last. */
  cursor: string | null;
  /** How many objects this reading expects in all; null when the service does not say. */
  total: number | null;
}

export interface Reading {
  /** Where the last reading ended; null reads everything. */
  cursor: string | null;
  /** Half-open, minutes UTC: what happens outside it need not be told. */
  window: { from: Minute; to: Minute };
  /** What is kept: href → etag, for services that list everything and for those whose cursor ran out. */
  known: () => Promise<ReadonlyMap<string, string | null>>;
  signal: AbortSignal;
}

/** A booking as it is to stand in a calendar; every writing tells the whole of it. */
export interface WrittenEvent {
  uid: string;
  sequence: number;
  title: string;
  description: string;
  location: string;
  /** Minutes UTC, half-open. */
  start: Minute;
  end: Minute;
  /** IANA: the zone in which the host looks at it. */
  timeZone: string;
  /** ISO instant of the last change. */
  changedAt: string;
  /** A conference of the service's own is to be opened with it; a service of another kind opens none. */
  conference?: 'meet' | 'teams';
}

/** Where a written event stands. */
export interface Written {
  href: string;
  etag: string | null;
  /** Where its conference is; null: this service opens one, and has not said where yet. */
  joinUrl?: string | null;
}

/** One kind of service. Whatever goes wrong is an `OutsideProblem`. */
export interface Provider {
  /** Signs in and tells which calendars there are; for ICS the one that was named. */
  findCalendars(account: OpenAccount, signal: AbortSignal): Promise<RemoteCalendar[]>;
  /**
   * What changed since `cursor`. When the service no longer knows the cursor the provider reads everything and names
   * what is gone as `removed`, by `known`. Never answers less than there is: a doubtful answer is a problem.
   */
  readChanges(account: OpenAccount, calendar: RemoteCalendar, reading: Reading): AsyncIterable<ChangePage>;
  /** One object as it stands, or null when it is not there. */
  readObject?(
    account: OpenAccount,
    calendar: RemoteCalendar,
    href: string,
    signal: AbortSignal,
  ): Promise<RemoteObject | null>;
  /**
   * Writes one event, whole, under a place that follows from its UID, so that a repeat meets itself. `known` is what
   * stood there when we last wrote or read; null: it must not be there yet. `changed` when that is no longer so.
   */
  put?(
    account: OpenAccount,
    calendar: RemoteCalendar,
    event: WrittenEvent,
    known: Written | null,
    signal: AbortSignal,
  ): Promise<Written>;
  /** Takes it out; nothing there is as good. `changed` when it is not the one we know. */
  remove?(account: OpenAccount, calendar: RemoteCalendar, known: Written, signal: AbortSignal): Promise<void>;
}

export type Providers = Readonly<Partial<Record<OutsideKind, Provider>>>;
