import type { Reader } from '#platform/db/database.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import { COUNTED } from '#bookings/booking.ts';
import '#bookings/tables.ts';
import '#links/tables.ts';
import '#hours/tables.ts';
import '#crm/activities/tables.ts';
import '#rotations/tables.ts';

interface WeekQuestion {
  workspaceId: string;
  memberIds: string[];
  /** Minutes UTC, half-open. */
  from: number;
  to: number;
  /** ISO instant: holds that ended before it are gone. */
  now: string;
}

const MOST = 5_000;

/** Meetings and live holds of several members, with what decides whether `callerId` may see them. */
export async function readWeekOf(db: Reader, callerId: string, question: WeekQuestion) {
  return db
    .selectFrom('booking_hosts as h')
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.workspace_id', '=', 'h.workspace_id').onRef('b.booking_id', '=', 'h.booking_id'),
    )
    .leftJoin('links as l', (join) =>
      join.onRef('l.workspace_id', '=', 'b.workspace_id').onRef('l.link_id', '=', 'b.link_id'),
    )
    .leftJoin('booking_hosts as own', (join) =>
      join
        .onRef('own.workspace_id', '=', 'b.workspace_id')
        .onRef('own.booking_id', '=', 'b.booking_id')
        .on('own.host_id', '=', callerId),
    )
    .leftJoin('rotations as r', (join) =>
      join.onRef('r.workspace_id', '=', 'h.workspace_id').onRef('r.rotation_id', '=', 'h.rotation_id'),
    )
    .select(['h.host_id', 'b.booking_id', 'b.link_id', 'b.title', 'b.visitor_name', 'b.status', 'b.version'])
    .select(['b.start_minute', 'b.end_minute', 'b.expires_at', 'b.made_by'])
    .select(['l.owner_id as link_owner_id', 'l.title as link_title', 'own.host_id as own_host_id'])
    .select(['h.rotation_id', 'r.name as rotation_name'])
    .where('h.workspace_id', '=', question.workspaceId)
    .where('h.host_id', 'in', question.memberIds)
    .where('h.claim_end', '>', question.from)
    .where('h.claim_start', '<', question.to)
    .where('h.holding', '=', 1)
    .where((eb) => eb.or([eb('h.expires_at', 'is', null), eb('h.expires_at', '>', question.now)]))
    .where('b.end_minute', '>', question.from)
    .where('b.start_minute', '<', question.to)
    .where('b.deleted_at', 'is', null)
    .orderBy('b.start_minute')
    .orderBy('b.booking_id')
    .limit(MOST)
    .execute();
}

export type WeekRow = Awaited<ReturnType<typeof readWeekOf>>[number];

/** The records that these calendar entries stand for, by entry; most stand for none. */
export async function readRecordsOfEvents(
  db: Reader,
  workspaceId: string,
  entryIds: string[],
): Promise<Map<string, { kind: RecordKind; id: string }>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('record_event_attendees as a')
    .innerJoin('record_events as e', (join) =>
      join.onRef('e.workspace_id', '=', 'a.workspace_id').onRef('e.event_id', '=', 'a.event_id'),
    )
    .select(['a.calendar_event_id', 'e.record_kind', 'e.record_id'])
    .where('a.workspace_id', '=', workspaceId)
    .where('a.calendar_event_id', 'in', entryIds)
    .execute();
  return new Map(
    rows.map((row) => [row.calendar_event_id!, { kind: row.record_kind as RecordKind, id: row.record_id }]),
  );
}

/** Absences with their reasons that meet the dates, both included. */
export async function readReasonedAbsences(
  db: Reader,
  workspaceId: string,
  memberIds: string[],
  { first, last }: { first: string; last: string },
) {
  return db
    .selectFrom('absences')
    .select(['member_id', 'from_date', 'to_date', 'reason'])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', memberIds)
    .where('to_date', '>=', first)
    .where('from_date', '<=', last)
    .orderBy('from_date')
    .execute();
}

/** Which single-use links have had their booking (L3). */
export async function readUsedLinks(
  db: Reader,
  workspaceId: string,
  linkIds: string[],
  now: string,
): Promise<Set<string>> {
  if (linkIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('bookings')
    .select('link_id')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('link_id', 'in', linkIds)
    .where('deleted_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('status', 'in', COUNTED),
        eb.and([eb('status', '=', 'unverified'), eb('expires_at', '>', now)]),
      ]),
    )
    .execute();
  return new Set(rows.map((row) => row.link_id!));
}
