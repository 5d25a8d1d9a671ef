import type { Minute } from '#engine/minutes.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ConsentServices } from './oauth/consent-kinds.ts';
import type { Providers } from './provider.ts';

/** What the calendars outside ask of the rest of the house. */
export interface Outside {
  providers: Providers;
  /** Those of the providers at which people sign in themselves. */
  services: ConsentServices;
  ownTimes: OwnTimes;
}

/**
 * Where an outside event of a booking of ours may stand without closing time (A3): where the booking is, and where we
 * last wrote it. Who is not named is no booking of ours. Bookings come later in the house, so house.ts hands this in.
 */
export type OwnTimes = (
  tx: Tx,
  workspaceId: string,
  bookingIds: readonly string[],
) => Promise<ReadonlyMap<string, readonly OwnTime[]>>;

/** A time at which the event of a booking may stand in the calendars of one of its hosts. */
export interface OwnTime {
  memberId: string;
  start: Minute;
  end: Minute;
}
