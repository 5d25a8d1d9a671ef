import { sql, type RawBuilder } from 'kysely';
import { isAmong, type Among } from '#platform/db/among.ts';
import { isPostgres, type Reader } from '#platform/db/database.ts';
import type { Flag } from '#platform/db/tables.ts';
import type { LinkKind } from '#links/link.ts';

export interface MeetingInDoubtRow {
  booking_id: string;
  host_id: string;
  chair: number;
  rotation_id: string | null;
  start_minute: number;
  end_minute: number;
  active: Flag;
  seat: Flag;
  /** The zone of the host's hours. */
  zone: string;
  link_kind: LinkKind | null;
  /** JSON; of links that may have one host or several. */
  link_settings: string | null;
  /** Dates of an absence, when it is one that brings the meeting up. */
  from_date: string | null;
  to_date: string | null;
}

interface Question {
  workspaceId: string;
  /** Minutes UTC: meetings that begin after it. */
  now: number;
  /** Absences that end before this date are over in every zone. */
  since: string;
  /** Some bookings, or all there are. */
  among: Among | undefined;
}

/**
 * Scheduled meetings still to come whose host left or lost their seat, and those around an absence of their host: in
 * one statement, which begins with the few hosts it is about. The dates of an absence are the host's own, so some of
 * the latter lie a day off.
 */
export async function readMeetingsInDoubt(db: Reader, question: Question): Promise<MeetingInDoubtRow[]> {
  const { rows } = await sql<MeetingInDoubtRow>`
    ${ofThoseWhoAreGone(question)} union all ${aroundAbsences(db, question)}`.execute(db);
  return rows;
}

// A cross join is read in the order in which it is written: few people first, then the little time they hold.
function ofThoseWhoAreGone({ workspaceId, now, among }: Question): RawBuilder<unknown> {
  return sql`select ${MEETING}, m.active, m.seat, m.time_zone as zone, l.kind as link_kind,
      case when l.kind = 'specific-times' then l.settings end as link_settings,
      cast(null as text) as from_date, cast(null as text) as to_date
    from members m cross join booking_hosts h cross join bookings b
    left join links l on l.workspace_id = b.workspace_id and l.link_id = b.link_id
    where m.workspace_id = ${workspaceId} and (m.active = 0 or m.seat = 0)
      and h.host_id = m.member_id and ${isAhead(workspaceId, now, among)}`;
}

function aroundAbsences(db: Reader, { workspaceId, now, since, among }: Question): RawBuilder<unknown> {
  const midnight = (column: string) =>
    isPostgres(db)
      ? sql`cast(extract(epoch from cast(${sql.ref(column)} as date)) / 60 as integer)`
      : sql`unixepoch(${sql.ref(column)}) / 60`;
  return sql`select ${MEETING}, m.active, m.seat, coalesce(o.time_zone, m.time_zone) as zone, null, null,
      a.from_date, a.to_date
    from absences a cross join booking_hosts h cross join bookings b
    join members m on m.workspace_id = a.workspace_id and m.member_id = a.member_id
    left join member_hours o on o.workspace_id = a.workspace_id and o.member_id = a.member_id
    where a.workspace_id = ${workspaceId} and a.to_date >= ${since} and h.host_id = a.member_id
      and h.claim_end > ${midnight('a.from_date')} - 840 and h.claim_start < ${midnight('a.to_date')} + 2160
      and ${isAhead(workspaceId, now, among)}`;
}

const MEETING = sql.raw('h.booking_id, h.host_id, h.chair, h.rotation_id, b.start_minute, b.end_minute');

function isAhead(workspaceId: string, now: number, among: Among | undefined): RawBuilder<unknown> {
  const few = among ? sql` and ${isAmong('h.booking_id', among)}` : sql``;
  return sql`h.workspace_id = ${workspaceId} and h.claim_end > ${now} and h.holding = 1${few}
    and b.workspace_id = h.workspace_id and b.booking_id = h.booking_id
    and b.status = 'scheduled' and b.start_minute > ${now} and b.deleted_at is null`;
}
