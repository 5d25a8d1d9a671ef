import type { Reader } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import { calendarsReadAt, isWritten, staleMinutes } from '#calendars/outside/store-staleness.ts';
import { COUNTED } from './booking.ts';
import './tables.ts';
import '#people/tables.ts';
import '#hours/tables.ts';

/** Everything about the hosts of an offer that one statement can tell. Of a rotation that was emptied there are none (R9). */
export async function readHosts(db: Reader, workspaceId: string, hostIds: string[]) {
  return hostIds.length === 0 ? [] : (await hostsNamed(db, { workspaceId, hostIds })).rows;
}

const hostsNamed = prepared((db, { workspaceId, hostIds }: { workspaceId: string; hostIds: string[] }) =>
  db
    .selectFrom('members as m')
    .leftJoin('member_hours as h', (join) =>
      join.onRef('h.workspace_id', '=', 'm.workspace_id').onRef('h.member_id', '=', 'm.member_id'),
    )
    .leftJoin('holiday_lists as l', (join) =>
      join
        .onRef('l.workspace_id', '=', 'm.workspace_id')
        .onRef('l.holiday_list_id', '=', 'm.holiday_list_id'),
    )
    .select([
      'm.member_id',
      'm.name',
      'm.email',
      'm.email_folded',
      'm.locale',
      'm.time_zone as own_zone',
      'm.meeting_url',
    ])
    .select(['m.active', 'm.seat', 'm.version'])
    .select([calendarsReadAt.as('calendars_read_at'), staleMinutes.as('stale_minutes')])
    .select(isWritten.as('is_written'))
    .select(['h.time_zone', 'h.weekly', 'h.overrides', 'l.days as holidays', 'l.name as holiday_list'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.member_id', 'in', hostIds),
);

export type HostRow = Awaited<ReturnType<typeof readHosts>>[number];

/** Absences that meet the dates, which are text and compare as such. */
export async function readAbsences(db: Reader, question: Dates) {
  return question.hostIds.length === 0 ? [] : (await absencesOf(db, question)).rows;
}

export type AbsenceRow = Awaited<ReturnType<typeof readAbsences>>[number];

interface Dates {
  workspaceId: string;
  hostIds: string[];
  /** Both included. */
  first: string;
  last: string;
}

const absencesOf = prepared((db, { workspaceId, hostIds, first, last }: Dates) =>
  db
    .selectFrom('absences')
    .select(['member_id', 'from_date', 'to_date'])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', hostIds)
    .where('to_date', '>=', first)
    .where('from_date', '<=', last),
);

/** Bookings of links that a cap counts (A8), a row per host; live holds count, or they would burst the cap. */
export async function readForCaps(
  db: Reader,
  question: {
    workspaceId: string;
    linkIds: string[];
    from: number;
    to: number;
    now: string;
    except: string | null;
  },
) {
  return db
    .selectFrom('bookings as b')
    .innerJoin('booking_hosts as h', (join) =>
      join.onRef('h.workspace_id', '=', 'b.workspace_id').onRef('h.booking_id', '=', 'b.booking_id'),
    )
    .select(['b.booking_id', 'b.link_id', 'b.start_minute', 'h.host_id'])
    .where('b.workspace_id', '=', question.workspaceId)
    .where('b.link_id', 'in', question.linkIds)
    .where('b.start_minute', '>=', question.from)
    .where('b.start_minute', '<', question.to)
    .where('b.deleted_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('b.status', 'in', COUNTED),
        eb.and([eb('b.status', '=', 'unverified'), eb('b.expires_at', '>', question.now)]),
      ]),
    )
    .$if(question.except !== null, (q) => q.where('b.booking_id', '!=', question.except!))
    .execute();
}

/**
 * D1, D3, D4: each host's bookings through this link that count, and when the last was made. What counts is what
 * holds its time for good, so one index tells without reading a booking.
 */
export async function readCounts(db: Reader, question: CountQuestion) {
  return question.hostIds.length === 0 ? [] : (await countsOf(db, question)).rows;
}

interface CountQuestion {
  workspaceId: string;
  linkId: string;
  hostIds: string[];
  countingFrom: string;
  except: string | null;
}

// Two steps into the index for each host: its end is the last one made, and what lies after a moment is counted.
const countsOf = prepared((db, { workspaceId, linkId, hostIds, countingFrom, except }: CountQuestion) =>
  db
    .selectFrom('members as m')
    .select('m.member_id as host_id')
    .select((eb) => {
      const counted = eb
        .selectFrom('booking_hosts as h')
        .where('h.workspace_id', '=', workspaceId)
        .where('h.link_id', '=', linkId)
        .whereRef('h.host_id', '=', 'm.member_id')
        .where('h.holding', '=', 1)
        .where('h.expires_at', 'is', null)
        .$if(except !== null, (q) => q.where('h.booking_id', '!=', except!));
      return [
        counted.select((h) => h.fn.max('h.made_at').as('at')).as('last_made_at'),
        counted
          .select((h) => h.fn.countAll<number>().as('times'))
          .where('h.made_at', '>=', countingFrom)
          .as('booked'),
      ];
    })
    .where('m.workspace_id', '=', workspaceId)
    .where('m.member_id', 'in', hostIds),
);

/** D1 `fewest-that-day`: all of a host's counted bookings that start within the local day, through any link. */
export async function readCountsOfDay(
  db: Reader,
  question: { workspaceId: string; hostIds: string[]; from: number; to: number; except: string | null },
) {
  if (question.hostIds.length === 0) return [];
  return db
    .selectFrom('bookings as b')
    .innerJoin('booking_hosts as h', (join) =>
      join.onRef('h.workspace_id', '=', 'b.workspace_id').onRef('h.booking_id', '=', 'b.booking_id'),
    )
    .select('h.host_id')
    .select((eb) => eb.fn.countAll<number>().as('booked'))
    .where('b.workspace_id', '=', question.workspaceId)
    .where('b.start_minute', '>=', question.from)
    .where('b.start_minute', '<', question.to)
    .where('b.status', 'in', COUNTED)
    .where('b.deleted_at', 'is', null)
    .where('h.host_id', 'in', question.hostIds)
    .$if(question.except !== null, (q) => q.where('b.booking_id', '!=', question.except!))
    .groupBy('h.host_id')
    .execute();
}

/** Whether a single-use link has been used (L3): any booking that stands or may still be confirmed. */
export async function isUsed(
  db: Reader,
  question: { workspaceId: string; linkId: string; now: string; except: string | null },
): Promise<boolean> {
  const row = await db
    .selectFrom('bookings')
    .select('booking_id')
    .where('workspace_id', '=', question.workspaceId)
    .where('link_id', '=', question.linkId)
    .where('deleted_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('status', 'in', COUNTED),
        eb.and([eb('status', '=', 'unverified'), eb('expires_at', '>', question.now)]),
      ]),
    )
    .$if(question.except !== null, (q) => q.where('booking_id', '!=', question.except!))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
