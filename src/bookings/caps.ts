import { mondayOf, type LocalDay } from '#engine/minutes.ts';
import { localDayOf, startOfDay, type Zone } from '#engine/zone.ts';
import type { Link } from '#links/link.ts';
import type { Reader } from '#platform/db/database.ts';
import { readForCaps } from './store-snapshot.ts';

/** Local dates of the link's zone on which a cap is reached (A8). */
export interface CappedDates {
  days: ReadonlySet<LocalDay>;
  /** By their Monday. */
  weeks: ReadonlySet<LocalDay>;
  hostDays: ReadonlyMap<string, ReadonlySet<LocalDay>>;
}

export const NO_CAPS: ReadonlySet<LocalDay> = new Set();
export const NOTHING_CAPPED: CappedDates = { days: NO_CAPS, weeks: NO_CAPS, hostDays: new Map() };

/** Reads nothing for a link without caps. */
export async function cappedDates(
  db: Reader,
  link: Link,
  zone: Zone,
  asked: { from: number; to: number; now: string; except: string | null },
): Promise<CappedDates> {
  if (!hasCaps(link)) return NOTHING_CAPPED;
  const from = startOfDay(zone, mondayOf(localDayOf(zone, asked.from)));
  const to = startOfDay(zone, mondayOf(localDayOf(zone, asked.to)) + 7);
  const { workspaceId, id } = link;
  return capsFrom(link, zone, await readForCaps(db, { ...asked, from, to, workspaceId, linkIds: [id] }));
}

export function hasCaps({ settings }: Link): boolean {
  const { perHostPerDay, perDay, perWeek } = settings.caps;
  return Boolean(perHostPerDay || perDay || perWeek);
}

type CapRow = Awaited<ReturnType<typeof readForCaps>>[number];

/** What the bookings of a link have used up; `rows` hold whole weeks of the link's zone. */
export function capsFrom({ settings }: Link, zone: Zone, rows: CapRow[]): CappedDates {
  const { perHostPerDay, perDay, perWeek } = settings.caps;
  const bookings = [...new Map(rows.map((row) => [row.booking_id, row])).values()];
  const dayOf = (row: { start_minute: number }): LocalDay => localDayOf(zone, row.start_minute);
  const byHost = Map.groupBy(rows, (row) => row.host_id);
  return {
    days: reached(bookings.map(dayOf), perDay),
    weeks: reached(
      bookings.map((row) => mondayOf(dayOf(row))),
      perWeek,
    ),
    hostDays: new Map([...byHost].map(([id, own]) => [id, reached(own.map(dayOf), perHostPerDay)])),
  };
}

function reached(dates: LocalDay[], most: number | undefined): ReadonlySet<LocalDay> {
  if (!most) return NO_CAPS;
  const counted = Map.groupBy(dates, (date) => date);
  return new Set([...counted].filter(([, list]) => list.length >= most).map(([date]) => date));
}
