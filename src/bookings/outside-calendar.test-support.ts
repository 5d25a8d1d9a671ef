import { minuteFromIso } from '#engine/minutes.ts';
import { isoAfter, isoNow } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import type { Person, Termika } from '../../demo/open-termika.ts';
import '#calendars/outside/tables.ts';

export interface OutsideEvent {
  start: string;
  end: string;
  title?: string;
  allDay?: boolean;
  busy?: boolean;
  /** Whether it closes time; as `busy` unless said. */
  blocks?: boolean;
  bookingId?: string;
}

type Given = Partial<{
  checkConflicts: boolean;
  sync: boolean;
  name: string;
  /** How many minutes ago it was read to its end; null = never. */
  readAgo: number | null;
  problem: string | null;
}>;

/** A calendar outside Rondo as a reading leaves it: no service stands behind it. */
export interface OutsideCalendar {
  id: string;
  /** As the next reading finds it. */
  holds: (events: OutsideEvent[]) => Promise<void>;
  is: (given: Given) => Promise<void>;
}

export async function outsideCalendar(
  t: Termika,
  { id: member_id }: Person,
  given: Given = {},
): Promise<OutsideCalendar> {
  const workspace_id = t.workspaceId;
  const [account_id, calendar_id] = [newId(), newId()];
  const at = isoNow(t.clock);
  const known = { workspace_id, account_id, member_id };
  await t.platform.db.transact(async (tx) => {
    const service = { kind: 'ics' as const, name: 'Home', url: '', username: '', secret: '', created_at: at };
    await tx
      .insertInto('calendar_accounts')
      .values({ ...known, ...service })
      .execute();
    await tx
      .insertInto('outside_calendars')
      .values({
        ...known,
        calendar_id,
        remote_id: calendar_id,
        name: given.name ?? 'Home',
        read_only: 1,
        check_conflicts: 1,
        write_here: 0,
        sync_on: 1,
        last_success_at: at,
        next_try_at: isoAfter(t.clock, 300_000),
        created_at: at,
      })
      .execute();
  });
  const calendar = { id: calendar_id, holds: holds(t, member_id, calendar_id), is: is(t, calendar_id) };
  await calendar.is(given);
  return calendar;
}

const holds = (t: Termika, member_id: string, calendar_id: string) => (events: OutsideEvent[]) =>
  t.platform.db.transact(async (tx) => {
    await tx.deleteFrom('outside_events').where('calendar_id', '=', calendar_id).execute();
    for (const [position, { busy = true, allDay = false, blocks = busy, ...event }] of events.entries()) {
      await tx
        .insertInto('outside_events')
        .values({
          workspace_id: t.workspaceId,
          member_id,
          calendar_id,
          href: 'events',
          position,
          start_minute: minuteFromIso(event.start)!,
          end_minute: minuteFromIso(event.end)!,
          all_day: allDay ? 1 : 0,
          busy: busy ? 1 : 0,
          blocks: blocks ? 1 : 0,
          title: event.title ?? 'Dentist',
          uid: `${position}@home.example`,
          booking_id: event.bookingId ?? null,
        })
        .execute();
    }
  });

const is =
  (t: Termika, calendar_id: string) =>
  async ({ checkConflicts, sync, readAgo, problem }: Given): Promise<void> => {
    const readAt = readAgo === null ? null : isoAfter(t.clock, -(readAgo ?? 0) * 60_000);
    await t.platform.db.transact((tx) =>
      tx
        .updateTable('outside_calendars')
        .set({
          version: 1,
          ...(checkConflicts !== undefined && {
            check_conflicts: checkConflicts ? (1 as const) : (0 as const),
          }),
          ...(sync !== undefined && { sync_on: sync ? (1 as const) : (0 as const) }),
          ...(readAgo !== undefined && { last_success_at: readAt }),
          ...(problem !== undefined && { problem }),
        })
        .where('calendar_id', '=', calendar_id)
        .execute(),
    );
  };
