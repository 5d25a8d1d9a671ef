import type { ConsentedProvider } from '../oauth/consented-provider.ts';
import { signRequests } from '../oauth/sign-requests.ts';
import type { TokenDesk } from '../oauth/ask-tokens.ts';
import { findMicrosoftCalendars, ownerAddress } from './find-calendars.ts';
import { microsoftAt } from './microsoft.ts';
import { readMicrosoftChanges } from './read-changes.ts';
import { putEvent, readEvent, removeEvent } from './write-event.ts';

/** Microsoft 365 and Outlook by Graph, version 1.0. */
export function microsoftProvider(desk: TokenDesk): ConsentedProvider {
  const microsoft = microsoftAt(desk.client.apiUrl, signRequests(desk));
  return {
    addressOf: (account, calendars, signal) => ownerAddress(microsoft, account, calendars, signal),
    findCalendars: (account, signal) => findMicrosoftCalendars(microsoft, account, signal),
    readChanges: (account, calendar, reading) => readMicrosoftChanges(microsoft, account, calendar, reading),
    readObject: (account, calendar, href, signal) =>
      readEvent(microsoft, account, { calendar, href }, signal),
    put: (account, calendar, event, known, signal) =>
      putEvent(microsoft, account, { calendar, event, known }, signal),
    remove: (account, calendar, known, signal) =>
      removeEvent(microsoft, account, { calendar, known }, signal),
  };
}
