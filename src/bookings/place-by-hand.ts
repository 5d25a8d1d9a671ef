import { minuteFromIso } from '#engine/minutes.ts';
import type { Refused } from '#engine/refuse.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { readMember } from '#people/store.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import type { Workspace } from '#people/workspace.ts';
import { findLinkById, type FoundLink } from '#links/store-public.ts';
import { linkOfHosts } from './find-booking.ts';
import { place, type Placed } from './place.ts';
import { termsByHand, type OpenEyes } from './terms.ts';

interface Wish extends OpenEyes {
  start: string;
  durationMinutes: number;
  hostId?: string;
}

/** The named host's own time, or the appointment page's hosts and rule (E13); buffers are for strangers. */
export async function linkByHand(
  db: Reader,
  workspaceId: string,
  wish: Pick<Wish, 'hostId'>,
): Promise<FoundLink> {
  const workspace = (await readWorkspace(db, workspaceId))!;
  const found = wish.hostId
    ? await linkOfHost(db, workspace, wish.hostId)
    : await appointmentLink(db, workspace);
  const settings = { ...found.link.settings, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
  return { ...found, link: { ...found.link, settings } };
}

async function linkOfHost(db: Reader, workspace: Workspace, hostId: string): Promise<FoundLink> {
  const host = await readMember(db, workspace.id, hostId);
  if (!host) throw invalid({ path: 'hostId', message: 'There is no such member in this workspace.' });
  const link = linkOfHosts({
    workspaceId: workspace.id,
    hostIds: [hostId],
    offeredTimeZone: host.timeZone,
    title: '',
    madeAt: new Date(0).toISOString(),
  });
  return { workspace, link, isAppointmentPage: false, holidayDays: null };
}

async function appointmentLink(db: Reader, { id, appointmentPage }: Workspace): Promise<FoundLink> {
  const found = appointmentPage.linkId ? await findLinkById(db, id, appointmentPage.linkId) : undefined;
  if (found && !found.link.deletedAt) return found;
  throw invalid({
    path: 'hostId',
    message: 'Name a host, or choose the appointment page’s link in the settings.',
  });
}

/** Within the hosts' hours unless said otherwise; what has passed is written down as it was. */
export function placeByHand(
  tx: Tx,
  platform: Platform,
  found: FoundLink,
  wish: Wish,
  held: { bookingId: string; expiresAt: string | null; madeAt: string; unread: ReadonlySet<string> },
): Promise<Placed | { refused: Refused }> {
  const start = minuteFromIso(wish.start)!;
  const { durationMinutes } = wish;
  const meeting = { start, end: start + durationMinutes };
  const kind = start < minuteNow(platform.clock) ? 'open-eyes' : termsByHand(wish);
  return place(tx, platform, found, {
    ...held,
    linkId: null,
    start,
    durationMinutes,
    terms: { kind, meeting },
  });
}
