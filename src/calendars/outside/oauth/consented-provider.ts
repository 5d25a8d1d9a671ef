import type { OpenAccount, Provider, RemoteCalendar } from '../provider.ts';

/** A provider whose accounts nobody typed: the service says whose they are. */
export interface ConsentedProvider extends Provider {
  /** The address by which the service knows the account, so that a second consent meets the first. */
  addressOf(account: OpenAccount, calendars: readonly RemoteCalendar[], signal: AbortSignal): Promise<string>;
}
