import { isoNow, type Clock } from '#platform/clock.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import { flag, type NewRow, type Row } from '#platform/db/tables.ts';
import { fold, foldAddress } from '#platform/fold.ts';
import { newId } from '#platform/ids.ts';
import type { Language } from '#platform/messages/messages.ts';
import type { Decision } from '#engine/decide.ts';
import type { By } from '#crm/timeline/entry.ts';
import { utmWords, type Utm } from '#crm/leads/utm.ts';
import type { Booking, GivenConsent, Visitor } from './booking.ts';
import { followBooking } from '#bookings/calendar-writes/follow-booking.ts';
import './tables.ts';

export async function insertBooking(tx: Tx, booking: Booking): Promise<void> {
  await insertRow(tx, { ...rowFrom(booking), updated_at: booking.madeAt });
}

const insertRow = prepared((db, row: NewRow<'bookings'>) => db.insertInto('bookings').values(row));

/** Writes the booking as it is now, one version on, and answers it. */
export async function updateBooking(tx: Tx, clock: Clock, booking: Booking): Promise<Booking> {
  const version = booking.version + 1;
  const { workspace_id, booking_id, made_at, ...row } = rowFrom(booking);
  await tx
    .updateTable('bookings')
    .set({ ...row, version, updated_at: isoNow(clock) })
    .where('workspace_id', '=', workspace_id)
    .where('booking_id', '=', booking_id)
    .execute();
  return { ...booking, version };
}

function rowFrom(booking: Booking): Omit<Row<'bookings'>, 'updated_at'> {
  return {
    ...visitorColumns(booking),
    workspace_id: booking.workspaceId,
    booking_id: booking.id,
    link_id: booking.linkId,
    rotation_id: booking.rotationId,
    status: booking.status,
    title: booking.title,
    start_minute: booking.start,
    end_minute: booking.end,
    buffer_before: booking.bufferBefore,
    buffer_after: booking.bufferAfter,
    visitor_time_zone: booking.visitorTimeZone,
    language: booking.language,
    offered_time_zone: booking.offeredTimeZone,
    tzdata: booking.tzdata,
    location: booking.location && JSON.stringify(booking.location),
    answers: JSON.stringify(booking.answers),
    consents: JSON.stringify(booking.consents),
    guests: JSON.stringify(booking.guests),
    utm: booking.utm && JSON.stringify(booking.utm),
    party_kind: booking.party?.kind ?? null,
    party_id: booking.party?.id ?? null,
    record_kind: booking.record?.kind ?? null,
    record_id: booking.record?.id ?? null,
    internal: flag(booking.internal),
    invited: flag(booking.invited),
    sequence: booking.sequence,
    version: booking.version,
    cut_off_minutes: booking.cutOffMinutes,
    manage_token_sealed: booking.manageTokenSealed,
    answers_to: booking.answersTo,
    expires_at: booking.expiresAt,
    made_at: booking.madeAt,
    made_by: booking.madeBy,
    deleted_at: booking.deletedAt,
    deleted_by: null,
  };
}

function visitorColumns({ title, visitor, details, utm }: Booking) {
  return {
    visitor_name: visitor?.name ?? null,
    visitor_email: visitor?.email ?? null,
    visitor_email_folded: visitor ? foldAddress(visitor.email) : null,
    visitor_phone: visitor?.phone ?? null,
    visitor_skype: visitor?.skype ?? null,
    details: visitor ? (visitor.details ?? null) : details,
    search_text: fold([title, visitor?.name, visitor?.email, utm && utmWords(utm)].filter(Boolean).join(' ')),
  };
}

export function bookingFrom(row: Row<'bookings'>, hostIds: string[]): Booking {
  return {
    workspaceId: row.workspace_id,
    id: row.booking_id,
    linkId: row.link_id,
    rotationId: row.rotation_id,
    status: row.status,
    title: row.title,
    start: row.start_minute,
    end: row.end_minute,
    bufferBefore: row.buffer_before,
    bufferAfter: row.buffer_after,
    visitor: visitorFrom(row),
    visitorTimeZone: row.visitor_time_zone,
    language: row.language as Language,
    offeredTimeZone: row.offered_time_zone,
    tzdata: row.tzdata,
    location: row.location === null ? null : (JSON.parse(row.location) as Booking['location']),
    details: row.visitor_email === null ? row.details : null,
    answers: JSON.parse(row.answers) as Booking['answers'],
    consents: consentsFrom(row.consents),
    guests: JSON.parse(row.guests) as string[],
    utm: row.utm === null ? null : (JSON.parse(row.utm) as Utm),
    party: row.party_kind && row.party_id ? { kind: row.party_kind, id: row.party_id } : null,
    record: row.record_kind && row.record_id ? { kind: row.record_kind, id: row.record_id } : null,
    internal: row.internal === 1,
    invited: row.invited === 1,
    sequence: row.sequence,
    version: row.version,
    cutOffMinutes: row.cut_off_minutes,
    manageTokenSealed: row.manage_token_sealed,
    answersTo: row.answers_to,
    expiresAt: row.expires_at,
    madeAt: row.made_at,
    madeBy: row.made_by,
    deletedAt: row.deleted_at,
    hostIds,
  };
}

/** Before wordings were counted, every consent had its first. */
function consentsFrom(json: string): GivenConsent[] {
  const kept = JSON.parse(json) as (Omit<GivenConsent, 'version'> & { version?: number })[];
  return kept.map((consent) => ({ ...consent, version: consent.version ?? 1 }));
}

function visitorFrom(row: Row<'bookings'>): Visitor | null {
  if (row.visitor_email === null) return null;
  return {
    name: row.visitor_name ?? '',
    email: row.visitor_email,
    ...(row.visitor_phone !== null && { phone: row.visitor_phone }),
    ...(row.visitor_skype !== null && { skype: row.visitor_skype }),
    ...(row.details !== null && { details: row.details }),
  };
}

/** One booking with its hosts in the order of the chairs. `lock` makes changes of one booking take turns. */
export async function readBooking(
  db: Reader,
  workspaceId: string,
  bookingId: string,
  lock: 'lock' | 'look' = 'look',
): Promise<Booking | undefined> {
  const row = await db
    .selectFrom('bookings')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', bookingId)
    .$if(lock === 'lock' && isPostgres(db), (q) => q.forNoKeyUpdate())
    .executeTakeFirst();
  if (!row) return undefined;
  const hosts = await readHostIds(db, workspaceId, [bookingId]);
  return bookingFrom(row, hosts.get(bookingId) ?? []);
}

export async function readHostIds(
  db: Reader,
  workspaceId: string,
  bookingIds: string[],
): Promise<Map<string, string[]>> {
  if (bookingIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('booking_hosts')
    .select(['booking_id', 'host_id'])
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', 'in', bookingIds)
    .orderBy('chair')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.booking_id)].map(([id, own]) => [id, own.map((row) => row.host_id)]),
  );
}

/** Why these hosts: kept for good, the newest one is what holds (D5). */
export async function insertAssignment(
  tx: Tx,
  clock: Clock,
  booking: Pick<Booking, 'workspaceId' | 'id'>,
  decision: Decision,
  byHand: { by: string; reason: string | null } | null = null,
): Promise<void> {
  await insertReasons(tx, {
    workspace_id: booking.workspaceId,
    assignment_id: newId(),
    booking_id: booking.id,
    at: isoNow(clock),
    rule: decision.rule,
    decision: JSON.stringify(decision),
    by_hand: byHand && JSON.stringify(byHand),
  });
}

const insertReasons = prepared((db, row: NewRow<'assignments'>) => db.insertInto('assignments').values(row));

/** Whatever happens to a booking follows in its hosts' calendars (K3). */
export async function insertHistory(
  tx: Tx,
  clock: Clock,
  booking: Pick<Booking, 'workspaceId' | 'id'>,
  change: { kind: string; by: By; data?: Record<string, unknown> },
): Promise<void> {
  await insertChange(tx, {
    workspace_id: booking.workspaceId,
    change_id: newId(),
    booking_id: booking.id,
    kind: change.kind,
    at: isoNow(clock),
    by_kind: change.by.kind,
    by_id: change.by.kind === 'member' ? change.by.id : null,
    data: JSON.stringify(change.data ?? {}),
  });
  await followBooking(tx, clock, booking, change.kind);
}

const insertChange = prepared((db, row: NewRow<'booking_history'>) =>
  db.insertInto('booking_history').values(row),
);
