import type { Platform } from '#platform/platform.ts';
import type { QueueItem, RotationDetail } from './rotation-fields.ts';
import { standingOf } from './rotation.ts';
import { readRotation } from './store.ts';
import { readEntries } from './store-entries.ts';
import { readHosts } from './store-hosts.ts';

/** The queue of a house without bookings: nobody has a count, the order of the list decides. */
export async function uncounted(
  { db }: Platform,
  workspaceId: string,
  rotationId: string,
): Promise<RotationDetail> {
  const rotation = (await readRotation(db.read, workspaceId, rotationId))!;
  const entries = (await readEntries(db.read, workspaceId, [rotationId])).get(rotationId)!;
  const hosts = await readHosts(db.read, rotation);
  const queue = hosts.map((host): QueueItem => ({
    ...standingOf(rotation, host, entries),
    booked: host.credit,
    share: 0,
    lastScheduledAt: null,
  }));
  const ableFirst = [...queue.filter((one) => one.canHost.ok), ...queue.filter((one) => !one.canHost.ok)];
  return { queue: ableFirst, next: null, why: null, usedBy: { links: [], records: 0 } };
}
