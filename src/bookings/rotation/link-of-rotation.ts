import type { Reader } from '#platform/db/database.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { defaultSettings } from '#links/link-defaults.ts';
import type { LinkChair } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Rotation } from '#rotations/rotation.ts';

/** Colleagues pick any time on five minutes; free times are shown on a grid of a quarter of an hour. */
const SHOWN_EVERY = 15;

/**
 * What a meeting through a rotation goes by: one chair, the hosts' own hours, no buffers, no horizon but that of all
 * links. Without a named host the whole rotation fills the chair.
 */
export async function linkOfRotation(
  db: Reader,
  rotation: Pick<Rotation, 'workspaceId' | 'id' | 'name' | 'createdAt' | 'countingFrom'>,
  hostIds: string[],
  named?: string,
): Promise<FoundLink> {
  const workspace = (await readWorkspace(db, rotation.workspaceId))!;
  const chair: LinkChair = named
    ? { candidateIds: [named], countsIn: rotation.id }
    : { candidateIds: hostIds, rotationId: rotation.id };
  const link: FoundLink['link'] = {
    workspaceId: rotation.workspaceId,
    // No link's: nothing is counted by it.
    id: rotation.id,
    slug: '',
    kind: 'round-robin',
    title: rotation.name,
    ownerId: hostIds[0] ?? '',
    active: true,
    holidayListId: null,
    countingFrom: rotation.countingFrom,
    version: 1,
    createdAt: rotation.createdAt,
    deletedAt: null,
    settings: {
      ...defaultSettings(workspace.timeZone),
      chairs: [chair],
      incrementMinutes: SHOWN_EVERY,
      horizon: {},
    },
  };
  return { workspace, link, isAppointmentPage: false, holidayDays: null };
}
