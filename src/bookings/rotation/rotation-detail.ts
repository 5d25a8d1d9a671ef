import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { readMember } from '#people/store.ts';
import type { RotationDetail } from '#rotations/rotation-fields.ts';
import type { People } from '#rotations/present-rotation.ts';
import type { Rotation } from '#rotations/rotation.ts';
import { linksOfRotation } from '#links/store-rotations.ts';
import { nextIn, readQueue } from './rotation-queue.ts';
import { proposalSentence, whyNobody } from './rotation-sentence.ts';
import { readRotationUse } from './store-rotation-use.ts';

/** What bookings know of a rotation: its queue, who is next in the caller's words (R4, R9), and what went through it. */
export async function rotationDetail(
  platform: Platform,
  { workspaceId, memberId }: Caller,
  rotation: Rotation,
  people: People,
): Promise<RotationDetail> {
  const { db } = platform;
  const { id: rotationId } = rotation;
  const queue = await readQueue(platform, rotation, people);
  const links = await linksOfRotation(db.read, workspaceId, rotationId);
  const use = await readRotationUse(db.read, workspaceId, rotationId);
  const language = (await readMember(db.read, workspaceId, memberId))?.locale ?? 'en';
  const first = nextIn(queue);
  return {
    queue,
    next: first
      ? { memberId: first.memberId, name: first.name, sentence: proposalSentence(queue, language) }
      : null,
    why: first ? null : whyNobody(queue, language),
    usedBy: {
      links: links.map((link) => ({ ...link, booked: use.byLink.get(link.id) ?? 0 })),
      records: use.records,
    },
  };
}
