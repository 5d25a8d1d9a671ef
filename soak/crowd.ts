import { minuteFromIso } from '../src/engine/minutes.ts';
import { newId } from '../src/platform/ids.ts';
import type { Tables } from '../src/platform/db/tables.ts';
import type { Insertable } from 'kysely';
import { officeWeek } from '../demo/cast.ts';
import type { Termika } from '../demo/open-termika.ts';

const ZONES = ['Europe/Paris', 'Europe/Warsaw', 'America/New_York', 'Asia/Kolkata'];
const CREATED = '2026-11-01T00:00:00.000Z';
const FIRST_DAY = minuteFromIso('2026-11-23T00:00:00Z')!;

/** So many members with office hours in four zones and `events` busy half hours each over a month. */
export async function hireCrowd(t: Termika, size: number, events: number): Promise<string[]> {
  const ids = Array.from({ length: size }, newId);
  await insert(
    t,
    'members',
    ids.map((id, at) => member(t.workspaceId, id, at)),
  );
  await insert(
    t,
    'member_hours',
    ids.map((id, at) => hoursOf(t.workspaceId, id, at)),
  );
  const busy = ids.flatMap((id, at) =>
    Array.from({ length: events }, (_, index) => event(t.workspaceId, id, at + index * 7)),
  );
  await insert(t, 'calendar_events', busy);
  return ids;
}

/** Straight into the tables: a thousand passwords would be hashed for minutes. */
async function insert<Name extends 'members' | 'member_hours' | 'calendar_events'>(
  { platform }: Termika,
  table: Name,
  rows: Insertable<Tables[Name]>[],
): Promise<void> {
  await platform.db.transact(async (tx) => {
    for (let at = 0; at < rows.length; at += 1000) {
      await tx
        .insertInto(table)
        .values(rows.slice(at, at + 1000))
        .execute();
    }
  });
}

function member(workspaceId: string, id: string, at: number): Insertable<Tables['members']> {
  const email = `host${at}@termika.example`;
  return {
    workspace_id: workspaceId,
    member_id: id,
    user_id: null,
    name: `Host ${at}`,
    name_folded: `host ${at}`,
    email,
    email_folded: email,
    role: 'member',
    seat: 1,
    permissions: '[]',
    time_zone: ZONES[at % 4]!,
    locale: 'en',
    active: 1,
    holiday_list_id: null,
    feed_token_sealed: id,
    version: 1,
    created_at: CREATED,
    deactivated_at: null,
  };
}

function hoursOf(workspaceId: string, id: string, at: number): Insertable<Tables['member_hours']> {
  return {
    workspace_id: workspaceId,
    member_id: id,
    time_zone: ZONES[at % 4]!,
    weekly: JSON.stringify(officeWeek),
    overrides: '[]',
    updated_at: CREATED,
  };
}

/** The n-th half hour of a month of working days and nights. */
function event(workspaceId: string, id: string, n: number): Insertable<Tables['calendar_events']> {
  const start = FIRST_DAY + (n % 30) * 1440 + 8 * 60 + (n % 17) * 30;
  return {
    workspace_id: workspaceId,
    event_id: newId(),
    member_id: id,
    title: 'Busy',
    start_minute: start,
    end_minute: start + 30,
    all_day: 0,
    busy: 1,
    created_at: CREATED,
  };
}
