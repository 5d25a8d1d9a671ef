import { isoNow, type Clock } from '#platform/clock.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import { hashToken } from '#platform/secrets.ts';
import '#people/tables.ts';
import '#calendars/outside/tables.ts';
import type { Booking } from '../booking.ts';
import '../calendar-writes/store-writes.ts';
import { roomToken } from './room.ts';

/** A meeting whose room a service opens later is found by its token's hash, as all are. */
export async function keepRoomToken(
  tx: Tx,
  clock: Clock,
  { workspaceId, id, location }: Pick<Booking, 'workspaceId' | 'id' | 'location'>,
): Promise<void> {
  const token = roomToken(location);
  if (token === undefined) return;
  const row = { token_hash: hashToken(token), workspace_id: workspaceId, kind: 'room', subject_id: id };
  await tx
    .insertInto('tokens')
    .values({ ...row, created_at: isoNow(clock) })
    .execute();
}

export async function readRoomToken(
  db: Reader,
  token: string,
): Promise<{ workspaceId: string; bookingId: string } | undefined> {
  const row = await db
    .selectFrom('tokens')
    .select(['workspace_id', 'subject_id'])
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', 'room')
    .executeTakeFirst();
  return row && { workspaceId: row.workspace_id, bookingId: row.subject_id };
}

interface Chair {
  workspaceId: string;
  bookingId: string;
  hostId: string;
  kind: 'google' | 'microsoft';
}

/** Where the first host's calendar says the room is, null: not yet; undefined for a host who writes to none such. */
export async function readJoinUrl(
  db: Reader,
  { workspaceId, bookingId, hostId, kind }: Chair,
): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('outside_calendars as c')
    .innerJoin('calendar_accounts as a', (join) =>
      join.onRef('a.workspace_id', '=', 'c.workspace_id').onRef('a.account_id', '=', 'c.account_id'),
    )
    .leftJoin('calendar_writes as w', (join) =>
      join
        .onRef('w.workspace_id', '=', 'c.workspace_id')
        .onRef('w.calendar_id', '=', 'c.calendar_id')
        .on('w.booking_id', '=', bookingId),
    )
    .select('w.join_url')
    .where('c.workspace_id', '=', workspaceId)
    .where('c.member_id', '=', hostId)
    .where('c.write_here', '=', 1)
    .where('c.sync_on', '=', 1)
    .where('a.kind', '=', kind)
    .executeTakeFirst();
  return row && row.join_url;
}

/** Who of these writes to a calendar of that service. */
export async function writersTo(
  db: Reader,
  workspaceId: string,
  kind: Chair['kind'],
  memberIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('outside_calendars as c')
    .innerJoin('calendar_accounts as a', (join) =>
      join.onRef('a.workspace_id', '=', 'c.workspace_id').onRef('a.account_id', '=', 'c.account_id'),
    )
    .select('c.member_id')
    .where('c.workspace_id', '=', workspaceId)
    .where('c.member_id', 'in', [...memberIds])
    .where('c.write_here', '=', 1)
    .where('c.sync_on', '=', 1)
    .where('a.kind', '=', kind)
    .execute();
  return new Set(rows.map(({ member_id }) => member_id));
}
