import '#rotations/facts.ts';
import type { Tx } from '#platform/db/database.ts';
import { translator } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { slugFrom } from '#people/slug.ts';
import { readMember } from '#people/store.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { defaultSettings } from './link-defaults.ts';
import { freeSlug, newLink } from './make-link.ts';
import { mayBeginActive } from './plan-limit.ts';
import { insertLink, readLink } from './store.ts';
import { linksOfRotation } from './store-rotations.ts';

/** L1: every new member has one personal link of general availability, theirs to edit; off where the plan allows none (L8). */
export function listenLinks(platform: Platform): void {
  platform.announcer.on('member-joined', (tx, { workspaceId, memberId }) =>
    makeDefaultLink(platform, tx, workspaceId, memberId),
  );
  platform.announcer.on('workspace-changing', (tx, { after }) =>
    checkAppointmentPage(tx, after.id, after.appointmentPage.linkId),
  );
  platform.announcer.on('rotation-leaving', async (tx, { workspaceId, rotationId, usedBy }) => {
    const links = await linksOfRotation(tx, workspaceId, rotationId);
    usedBy.push(...links.map(({ title }) => title));
  });
}

async function makeDefaultLink(
  platform: Platform,
  tx: Tx,
  workspaceId: string,
  memberId: string,
): Promise<void> {
  const member = (await readMember(tx, workspaceId, memberId))!;
  const t = translator(member.locale);
  const settings = {
    ...defaultSettings(member.timeZone),
    chairs: [{ candidateIds: [memberId] }],
    incrementMinutes: 30,
  };
  const slug = await freeSlug(tx, workspaceId, slugFrom(member.name, 'meeting'));
  const title = t('link.defaultTitle', { name: member.name });
  const { plan } = (await readWorkspace(tx, workspaceId))!;
  const link = newLink(platform, workspaceId, { kind: 'personal', title, slug, ownerId: memberId, settings });
  await insertLink(tx, { ...link, active: await mayBeginActive(tx, plan, link) });
}

/** B8: the appointment page is an alias of a link that exists. */
async function checkAppointmentPage(tx: Tx, workspaceId: string, linkId: string | null): Promise<void> {
  if (linkId === null) return;
  const link = await readLink(tx, workspaceId, linkId);
  if (link && !link.deletedAt) return;
  throw invalid({ path: 'appointmentPage.linkId', message: 'There is no such link in this workspace.' });
}
