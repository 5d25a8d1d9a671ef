import { dayFromText } from '#engine/minutes.ts';
import { startOfDay, zoneNamed } from '#engine/zone.ts';
import { isAdmin, may, type Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { findLinkById } from '#links/store-public.ts';
import { seesShares } from '#bookings/assignment/shares.ts';
import type { FairnessQuery, FairnessReport } from './fairness-fields.ts';
import type { HostShare } from './fairness.ts';
import { countPeriod } from './read-fairness.ts';
import { readHostNames, readRotationFor, type HostName } from './store-fairness.ts';

/**
 * How the meetings of some days fell on their hosts against what was fair, given when each was free and eligible.
 * Whoever is not concerned with all of it sees the totals and their own row. 404 for a link or rotation that never was.
 */
export async function fairnessReport(
  platform: Platform,
  caller: Caller,
  { from, to, linkId, rotationId }: FairnessQuery,
): Promise<FairnessReport> {
  const { db } = platform;
  const { workspaceId, memberId } = caller;
  const { timeZone } = (await readWorkspace(db.read, workspaceId))!;
  const { of, concerned } = await subjectOf(platform, caller, linkId, rotationId);
  const zone = zoneNamed(timeZone)!;
  const days = { from: startOfDay(zone, dayFromText(from)!), to: startOfDay(zone, dayFromText(to)! + 1) };
  const { hosts, ...counted } = await countPeriod(platform, workspaceId, { ...days, linkId, rotationId });
  const whole = concerned || seesEverybody(caller);
  const shown = whole ? hosts : hosts.filter((one) => one.memberId === memberId);
  const ids = shown.map((one) => one.memberId);
  const names = await readHostNames(db.read, workspaceId, { ids, kind: db.kind });
  return { from, to, timeZone, of, whole, ...counted, hosts: presented(shown, names) };
}

/** Who keeps links or rotations, or sees all records, looks at everybody; others at what they are part of. */
function seesEverybody(caller: Caller): boolean {
  const rights = ['see-all-records', 'manage-links', 'manage-rotations'] as const;
  return isAdmin(caller) || rights.some((right) => may(caller, right));
}

async function subjectOf(
  { db }: Platform,
  caller: Caller,
  linkId: string | undefined,
  rotationId: string | undefined,
): Promise<{ of: FairnessReport['of']; concerned: boolean }> {
  const { workspaceId, memberId } = caller;
  if (linkId) {
    const found = await findLinkById(db.read, workspaceId, linkId);
    if (!found) throw notFound();
    const { link } = found;
    return { of: { kind: 'link', id: linkId, name: link.title }, concerned: seesShares(caller, link) };
  }
  if (!rotationId) return { of: null, concerned: false };
  const rotation = await readRotationFor(db.read, workspaceId, rotationId, memberId);
  if (!rotation) throw notFound();
  return { of: { kind: 'rotation', id: rotationId, name: rotation.name }, concerned: rotation.isIn };
}

/** Who has most first. */
function presented(hosts: HostShare[], names: ReadonlyMap<string, HostName>): FairnessReport['hosts'] {
  return hosts
    .map(({ memberId, ...share }) => ({
      memberId,
      ...(names.get(memberId) ?? { name: '?', active: false }),
      ...share,
      fair: rounded(share.fair),
      chance: rounded(share.chance),
    }))
    .toSorted((one, other) => other.meetings - one.meetings || one.name.localeCompare(other.name));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
