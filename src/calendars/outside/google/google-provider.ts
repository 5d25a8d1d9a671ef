import type { ConsentedProvider } from '../oauth/consented-provider.ts';
import { signRequests } from '../oauth/sign-requests.ts';
import type { TokenDesk } from '../oauth/ask-tokens.ts';
import { findGoogleCalendars } from './find-calendars.ts';
import { readGoogleChanges } from './read-changes.ts';
import { putEvent, readEvent, removeEvent } from './write-event.ts';

/** Google Calendar by its API, version 3. */
export function googleProvider(desk: TokenDesk): ConsentedProvider {
  const google = { send: signRequests(desk), apiUrl: desk.client.apiUrl };
  return {
    // The main calendar is named by the account's address.
    addressOf: async (_account, calendars) =>
      (calendars.find(({ isMain }) => isMain) ?? calendars[0]!).remoteId,
    findCalendars: (account, signal) => findGoogleCalendars(google, account, signal),
    readChanges: (account, calendar, reading) => readGoogleChanges(google, account, calendar, reading),
    readObject: (account, calendar, href, signal) => readEvent(google, account, { calendar, href }, signal),
    put: (account, calendar, event, known, signal) =>
      putEvent(google, account, { calendar, event, known }, signal),
    remove: (account, calendar, known, signal) => removeEvent(google, account, { calendar, known }, signal),
  };
}
