import type { Outward } from '#platform/outward/outward.ts';
import type { OpenAccount, Provider } from '../provider.ts';
import type { Connection } from './ask.ts';
import { fetchObject } from './fetch-objects.ts';
import { findCalendars } from './find-calendars.ts';
import { readChanges } from './read-changes.ts';
import { putEvent, removeEvent } from './write-object.ts';

/** Calendars of a CalDAV server (K1): read by what changed, written under deterministic places. */
export function calDavProvider(outward: Outward): Required<Provider> {
  const to = (account: OpenAccount, signal: AbortSignal): Connection => ({ outward, account, signal });
  return {
    findCalendars: (account, signal) => findCalendars(to(account, signal)),
    readChanges: (account, calendar, reading) => readChanges(to(account, reading.signal), calendar, reading),
    readObject: (account, { remoteId }, href, signal) => fetchObject(to(account, signal), remoteId, href),
    put: (account, calendar, event, known, signal) => putEvent(to(account, signal), calendar, event, known),
    remove: (account, calendar, known, signal) => removeEvent(to(account, signal), calendar, known),
  };
}
