import type { Reader, Tx } from '#platform/db/database.ts';
import type { Override, WeeklySpan, WrittenHours } from './weekly-hours.ts';
import './tables.ts';

export interface KeptHours extends WrittenHours {
  version: number;
}

/** A member's hours, none in their own zone when none were ever written; undefined without such a member. */
export async function readHours(
  db: Reader,
  workspaceId: string,
  memberId: string,
): Promise<KeptHours | undefined> {
  const row = await db
    .selectFrom('members as m')
    .leftJoin('member_hours as h', (join) =>
      join.onRef('h.workspace_id', '=', 'm.workspace_id').onRef('h.member_id', '=', 'm.member_id'),
    )
    .select(['m.time_zone as ownZone', 'h.time_zone', 'h.weekly', 'h.overrides', 'h.version'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.member_id', '=', memberId)
    .executeTakeFirst();
  return (
    row && {
      timeZone: row.time_zone ?? row.ownZone,
      weekly: JSON.parse(row.weekly ?? '[]') as WeeklySpan[],
      overrides: JSON.parse(row.overrides ?? '[]') as Override[],
      version: row.version ?? 0,
    }
  );
}

/** Keeps these hours instead of those before; answers their version. */
export async function writeHours(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  hours: WrittenHours,
  at: string,
): Promise<number> {
  const columns = {
    time_zone: hours.timeZone,
    weekly: JSON.stringify(hours.weekly),
    overrides: JSON.stringify(hours.overrides),
    updated_at: at,
  };
  const { version } = await tx
    .insertInto('member_hours')
    .values({ workspace_id: workspaceId, member_id: memberId, ...columns })
    .onConflict((oc) =>
      oc
        .columns(['workspace_id', 'member_id'])
        .doUpdateSet((eb) => ({ ...columns, version: eb('member_hours.version', '+', 1) })),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
