import { sql } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import './tables.ts';
import '#calendars/tables.ts';
import '#calendars/outside/tables.ts';

export interface BusyQuestion {
  workspaceId: string;
  hostIds: string[];
  /** Minutes UTC, half-open. */
  from: number;
  to: number;
  /** ISO instant: holds that ended before it hold nothing. */
  now: string;
  /** A booking that does not stand in its own way (E8, F4). */
  except: string | null;
}

/**
 * When hosts are busy, in one statement: a row for a host's claims, one for the events of their own calendar, one for
 * those of outside calendars. Spans are texts for `pairsFrom`; own events of whole days are given raw, wider by the
 * `reach` of a local day; outside ones are whole local days already (A3).
 */
export async function readBusy(db: Reader, question: BusyQuestion, reach: number) {
  const { from, to, hostIds } = question;
  if (hostIds.length === 0) return [];
  const reaches = { eventsFrom: from - reach, eventsTo: to + reach, shortTo: to + LONG };
  return (await busyOf(db, { ...question, ...reaches })).rows;
}

export type BusyRow = Awaited<ReturnType<typeof readBusy>>[number];
type BusyReach = BusyQuestion & {
  eventsFrom: number;
  eventsTo: number;
  /** Until when outside events that are not long end, if they meet the window. */
  shortTo: number;
};

/** Outside events that last longer than a week are few, and found by an index of their own, in whose very words. */
const LONG = 7 * 1440;
const isLong = sql<boolean>`(blocks = 1 and end_minute - start_minute > ${sql.lit(LONG)})`;

const outsideBusy = sql<string | null>`string_agg(start_minute || ' ' || end_minute, ' ')`;
const nothing = sql<string | null>`cast(null as text)`;
const claimed = sql<string | null>`string_agg(claim_start || ' ' || claim_end, ' ')`;
const ofKind = (allDay: 0 | 1) =>
  sql<
    string | null
  >`string_agg(start_minute || ' ' || end_minute, ' ') filter (where all_day = ${sql.lit(allDay)})`;

const busyOf = prepared((db, question: BusyReach) =>
  db
    .selectFrom('booking_hosts')
    .select(['host_id', claimed.as('claims'), nothing.as('events'), nothing.as('days')])
    .where('workspace_id', '=', question.workspaceId)
    .where('host_id', 'in', question.hostIds)
    .where('claim_end', '>', question.from)
    .where('claim_start', '<', question.to)
    .where('holding', '=', 1)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', question.now)]))
    .$if(question.except !== null, (q) => q.where('booking_id', '!=', question.except!))
    .groupBy('host_id')
    .unionAll(
      db
        .selectFrom('calendar_events')
        .select(['member_id as host_id', nothing.as('claims'), ofKind(0).as('events'), ofKind(1).as('days')])
        .where('workspace_id', '=', question.workspaceId)
        .where('member_id', 'in', question.hostIds)
        .where('end_minute', '>', question.eventsFrom)
        .where('start_minute', '<', question.eventsTo)
        .where('busy', '=', 1)
        .groupBy('member_id'),
    )
    .unionAll(outsideBusyOf(db, question).where('end_minute', '<=', question.shortTo))
    .unionAll(outsideBusyOf(db, question).where(isLong)),
);

/** A booking's own entry in an outside calendar never stands in its way, wherever it was moved to (A3). */
function outsideBusyOf(db: Reader, { workspaceId, hostIds, from, to, except }: BusyReach) {
  const isOfAnother = sql<boolean>`(booking_id is null or booking_id != ${except})`;
  return db
    .selectFrom('outside_events')
    .select(['member_id as host_id', nothing.as('claims'), outsideBusy.as('events'), nothing.as('days')])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', hostIds)
    .where('end_minute', '>', from)
    .where('start_minute', '<', to)
    .where('blocks', '=', 1)
    .$if(except !== null, (q) => q.where(isOfAnother))
    .groupBy('member_id');
}
