import type { Platform } from '#platform/platform.ts';
import '#crm/timeline/facts.ts';
import { moveToRecord } from './store-party.ts';

/** Meetings of a lead are those of the contact it became; of two records that became one, they are the one's. */
export function listenBookings({ announcer }: Platform): void {
  announcer.on('record-merged', moveToRecord);
}
