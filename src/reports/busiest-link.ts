import { isoFromMinute } from '#engine/minutes.ts';
import type { Window } from '#engine/link-starts.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import type { HostState } from '#links/bookable.ts';
import { ruleOf, type Link } from '#links/link.ts';
import { readStandings } from '#bookings/rotation/rotation-standing.ts';
import { seesShares, sharesOf } from '#bookings/assignment/shares.ts';
import { readShares } from '#bookings/assignment/store-shares.ts';
import type { Home } from './home-fields.ts';

interface Known {
  appointmentLinkId: string | null;
  links: Link[];
  states: ReadonlyMap<string, HostState>;
  week: Window;
}

/** How the week's meetings of the busiest team link fall on its hosts; null where nobody was chosen. */
export async function busiestShares(
  { db }: Platform,
  caller: Caller,
  { appointmentLinkId, links, states, week }: Known,
): Promise<Home['shares']> {
  const choosing = links.filter((link) => choosesHosts(link) && seesShares(caller, link));
  const ids = choosing.map(({ id }) => id);
  const rows = Map.groupBy(await readShares(db.read, caller.workspaceId, ids, week), (row) => row.link_id);
  const rotations = await readStandings(db.read, caller.workspaceId, choosing, {
    choosing: false,
    except: null,
  });
  const [busiest] = choosing
    .map((link) => ({ link, ...sharesOf(link, rows.get(link.id) ?? [], states, rotations) }))
    .filter(({ total }) => total > 0)
    .toSorted((one, other) => other.total - one.total);
  if (!busiest) return null;
  const { link, total, hosts } = busiest;
  return {
    link: { id: link.id, title: link.title },
    from: isoFromMinute(week.from),
    to: isoFromMinute(week.to),
    rule: ruleOf(link.settings, link.id === appointmentLinkId),
    total,
    hosts,
  };
}

/** Where every chair has one candidate, nobody is chosen. */
function choosesHosts({ settings }: Link): boolean {
  return settings.chairs.some(({ candidateIds }) => candidateIds.length > 1);
}
