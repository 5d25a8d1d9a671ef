import { decide } from '#engine/decide.ts';
import type { Minute } from '#engine/minutes.ts';
import { isStale } from '#calendars/outside/staleness.ts';
import { readOldCalendars } from '#calendars/outside/store-staleness.ts';
import { candidateIds } from '#links/link.ts';
import { isoAfter } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { findBooking, type Standing } from './find-booking.ts';
import { readSnapshot, type BookableLink } from './snapshot.ts';
import type { Terms } from './terms.ts';

/** A9: a calendar that was read within this time need not be read again for a booking. */
const FRESH_MS = 60_000;
/** More hosts than these are not asked before one booking. */
const MOST_READ = 16;

/** A meeting that somebody is about to book, and who may come to hold it. */
export interface Sought {
  bookable: BookableLink;
  start: Minute;
  durationMinutes: number;
  except?: string;
  terms?: Terms;
  /** Those who may be chosen besides the candidates of the link, such as a host who is named. */
  besides?: readonly string[];
}

/**
 * A9, before the transaction of a booking: calendars of its possible hosts that were not read within the last minute are
 * read again, and whoever's could not be is named: this booking does without them. In a workspace without outside
 * calendars, and where all are fresh, it is one statement, and what is sought is not even asked for. Hosts whose
 * calendar is stale already are not offered and not asked. Whom it concerns never depends on the visitor (C5).
 */
export async function unreadHosts(
  platform: Platform,
  workspaceId: string,
  sought: () => Promise<Sought | undefined>,
): Promise<ReadonlySet<string>> {
  const olderThan = isoAfter(platform.clock, -FRESH_MS);
  const old = await readOldCalendars(platform.db.read, { workspaceId, olderThan });
  const known = old.filter((row) => !isStale(row, platform.clock)).map((row) => row.member_id);
  const meeting = known.length > 0 ? await sought() : undefined;
  if (!meeting) return NOBODY;
  const { bookable, besides = [] } = meeting;
  const possible = new Set([...candidateIds(bookable.link.settings), ...besides]);
  const hosts = known.filter((id) => possible.has(id));
  const memberIds = hosts.length > MOST_READ ? await likeliest(platform, meeting, hosts) : hosts;
  if (memberIds.length === 0) return NOBODY;
  const asked = memberIds.slice(0, MOST_READ);
  const unread = await platform.refreshCalendars({ workspaceId, memberIds: asked });
  return new Set([...unread, ...memberIds.slice(MOST_READ)]);
}

const NOBODY: ReadonlySet<string> = new Set();

/** The same for a booking that stands, at its own time or another. */
export function unreadHostsOf(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  asked: (standing: Standing) => Pick<Sought, 'besides'> & { start?: Minute; terms?: Terms } = () => ({}),
): Promise<ReadonlySet<string>> {
  return unreadHosts(platform, workspaceId, async () => {
    const standing = await findBooking(platform.db.read, workspaceId, bookingId);
    if (!standing) return undefined;
    const { booking, found } = standing;
    const { besides = [], ...wish } = asked(standing);
    return {
      bookable: found,
      start: booking.start,
      durationMinutes: booking.end - booking.start,
      except: bookingId,
      besides: [...booking.hostIds, ...besides],
      ...wish,
    };
  });
}

/** Of a crowd those who are free as far as we know, in the order in which they would be chosen by their counts. */
async function likeliest(
  { db, clock }: Platform,
  { bookable, start, durationMinutes, except, terms, besides = [] }: Sought,
  hosts: string[],
): Promise<string[]> {
  const { offer } = await readSnapshot(db.read, clock, bookable, {
    durationMinutes,
    window: { from: start, to: start + 1 },
    except,
    choosingFor: start,
    terms,
  });
  const { candidates, rules } = decide({ start, seed: 0 }, offer).decision;
  const free = candidates.filter((one) => one.free && hosts.includes(one.id));
  const queue = rules.includes('in-order')
    ? free
    : free.toSorted((one, other) => weighed(one) - weighed(other));
  const named = besides.filter((id) => hosts.includes(id));
  return [...new Set([...named, ...queue.map(({ id }) => id)])];
}

function weighed({ count, weight = 1 }: { count: number; weight?: number }): number {
  return count / weight;
}
