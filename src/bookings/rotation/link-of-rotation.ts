import type { Reader } from '#platform/db/database.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import type { LinkChair } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import { linkOfHosts } from '#bookings/find-booking.ts';
import type { Rotation } from '#rotations/rotation.ts';

/**
 * What a meeting through a rotation goes by: one chair, the hosts' own hours, no buffers, no horizon but that of all
 * links. Without a named host the whole rotation fills the chair.
 */
export async function linkOfRotation(
  db: Reader,
  rotation: Pick<Rotation, 'workspaceId' | 'id' | 'name' | 'countingFrom'>,
  hostIds: string[],
  named?: string,
): Promise<FoundLink> {
  const workspace = (await readWorkspace(db, rotation.workspaceId))!;
  const chair: LinkChair = named
    ? { candidateIds: [named], countsIn: rotation.id }
    : { candidateIds: hostIds, rotationId: rotation.id };
  const { workspaceId, name: title, countingFrom: madeAt } = rotation;
  const plain = linkOfHosts({ workspaceId, hostIds, title, madeAt, offeredTimeZone: workspace.timeZone });
  const link: FoundLink['link'] = {
    ...plain,
    kind: 'round-robin',
    settings: { ...plain.settings, chairs: [chair] },
  };
  return { workspace, link, isAppointmentPage: false, holidayDays: null };
}
