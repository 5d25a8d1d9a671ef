import { z } from '#platform/http/fields.ts';
import { may, type Caller } from '#platform/http/caller.ts';
import { NOT_BOOKABLE, presentHost, type HostState } from '#links/bookable.ts';
import { candidateIds, type Link } from '#links/link.ts';
import { seesAll } from '#bookings/rights.ts';
import type { Standings } from '#bookings/rotation/rotation-standing.ts';
import type { ShareRow } from './store-shares.ts';

/** Who held how many of a link's meetings, beside what would be fair. */
export const sharesAnswer = z
  .object({
    rule: z.string(),
    total: z.number().openapi({ description: 'Meetings of the link in that time' }),
    hosts: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        count: z.number(),
        fair: z.number().openapi({ description: 'By the weights, among those who can host or did' }),
        bookable: z.object({ ok: z.boolean(), reasons: z.array(z.enum(NOT_BOOKABLE)) }),
      }),
    ),
  })
  .openapi('LinkShares');
export type LinkShares = z.infer<typeof sharesAnswer>;

/** How meetings fall on people is for those concerned: hosts, the owner, and who sees all bookings or keeps links. */
export function seesShares(
  caller: Caller,
  { ownerId, settings }: Pick<Link, 'ownerId' | 'settings'>,
): boolean {
  const concerned = ownerId === caller.memberId || candidateIds(settings).includes(caller.memberId);
  return concerned || seesAll(caller) || may(caller, 'manage-links');
}

/** Hosts in the order of the link, then who once held a meeting and no longer belongs to it. */
export function sharesOf(
  link: Pick<Link, 'kind' | 'settings'>,
  rows: Pick<ShareRow, 'chair' | 'host_id' | 'meetings'>[],
  states: ReadonlyMap<string, HostState>,
  rotations: Standings,
): Pick<LinkShares, 'total' | 'hosts'> {
  const counts = new Map<string, number>();
  for (const { host_id: id, meetings } of rows) counts.set(id, (counts.get(id) ?? 0) + meetings);
  const total = rows.filter(({ chair }) => chair === 0).reduce((sum, row) => sum + row.meetings, 0);
  const held = (id: string): boolean => (counts.get(id) ?? 0) > 0;
  const fair = fairShares(
    link,
    total,
    (id, isOff) => (!isOff && isIn(link, states.get(id))) || held(id),
    rotations,
  );
  const ids = new Set([...candidateIds(link.settings), ...counts.keys()]);
  const hosts = [...ids].flatMap((id) => {
    const state = states.get(id);
    if (!state) return [];
    return [{ ...presentHost(link, state), count: counts.get(id) ?? 0, fair: round(fair.get(id) ?? 0) }];
  });
  return { total, hosts };
}

/** Each chair's meetings are shared by weight among its candidates; a rotation's by its own, without whom it has off. */
function fairShares(
  { settings }: Pick<Link, 'kind' | 'settings'>,
  total: number,
  takesPart: (id: string, isOff: boolean) => boolean,
  rotations: Standings,
): Map<string, number> {
  const fair = new Map<string, number>();
  for (const chair of settings.chairs) {
    const standing = rotations.get(chair.rotationId ?? '');
    const weights = standing ? standing.rotation.weights : settings.weights;
    const off = new Set(standing?.hosts.flatMap(({ memberId, available }) => (available ? [] : memberId)));
    const weight = (id: string): number => weights?.[id] ?? 1;
    const ids = chair.candidateIds.filter((id) => takesPart(id, off.has(id)));
    const all = ids.reduce((sum, id) => sum + weight(id), 0);
    for (const id of ids) fair.set(id, (fair.get(id) ?? 0) + (total * weight(id)) / all);
  }
  return fair;
}

function isIn(link: Pick<Link, 'kind' | 'settings'>, state: HostState | undefined): boolean {
  return state !== undefined && presentHost(link, state).bookable.ok;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
