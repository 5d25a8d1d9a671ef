import { sql, type Generated } from 'kysely';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Flag, Row } from '#platform/db/tables.ts';
import '../tables.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    /** One booking in one calendar of one of its hosts: what stands there, and what is to be done about it. */
    calendar_writes: {
      workspace_id: string;
      booking_id: string;
      calendar_id: string;
      host_id: string;
      /** `waiting`: something is to be written, now or later; `failed`: the service does not take it. */
      state: 'waiting' | 'written' | 'failed';
      /** Null: nothing of it is known to stand there. */
      href: string | null;
      etag: string | null;
      /** Where the conference is that the service opened with it. */
      join_url: string | null;
      /** The booking's own, as it was written last. */
      written_version: number | null;
      written_start: number | null;
      written_end: number | null;
      /** When there is something to be done; null: nothing. */
      due_at: string | null;
      /** Rises with each wish, so that one that comes while another is being carried out is not lost. */
      asked: Generated<number>;
      /** A reading saw it elsewhere: it is looked at closely. */
      looks: Generated<Flag>;
      /** Whoever carries it out holds it by this very instant. */
      working_until: string | null;
      tries: Generated<number>;
      /** An OutsideProblemCode. */
      problem: string | null;
      /** What its owner did to it in the other program, until somebody answers. */
      question: 'moved' | 'deleted' | null;
      question_start: number | null;
      question_end: number | null;
      updated_at: string;
    };
  }
}

export type CalendarWrite = Row<'calendar_writes'>;
export type WriteKey = Pick<CalendarWrite, 'workspace_id' | 'booking_id' | 'calendar_id'>;

/** Takes what has waited longest, in a calendar that this process does not write to already. */
export async function takeDueWrite(
  tx: Tx,
  { now, until, besides }: { now: string; until: string; besides: string[] },
): Promise<CalendarWrite | undefined> {
  const due = tx
    .selectFrom('calendar_writes')
    .select(['workspace_id', 'booking_id', 'calendar_id'])
    .where('due_at', '<=', now)
    .where((eb) => eb.or([eb('working_until', 'is', null), eb('working_until', '<', now)]))
    .$if(besides.length > 0, (query) => query.where('calendar_id', 'not in', besides))
    .orderBy('due_at')
    .limit(1)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate().skipLocked());
  return tx
    .updateTable('calendar_writes')
    .set((eb) => ({ working_until: until, tries: eb('tries', '+', 1) }))
    .where(sql<boolean>`(workspace_id, booking_id, calendar_id) in ${due}`)
    .returningAll()
    .executeTakeFirst();
}

export type WriteChange = Partial<Omit<CalendarWrite, keyof WriteKey>>;

/**
 * Writes what came of it and lets go; a wish that came meanwhile stays. False when somebody else has it now, and with
 * `unlessWished` when there is such a wish.
 */
export async function settleWrite(
  tx: Tx,
  taken: CalendarWrite,
  change: WriteChange,
  { unlessWished = false } = {},
): Promise<boolean> {
  const { due_at = null, state, ...rest } = change;
  const { numUpdatedRows } = await tx
    .updateTable('calendar_writes')
    .set((eb) => {
      const isSame = eb('asked', '=', taken.asked);
      return {
        ...rest,
        working_until: null,
        ...(state && { state: eb.case().when(isSame).then(state).else(eb.ref('state')).end() }),
        looks: eb
          .case()
          .when(isSame)
          .then(sql<Flag>`0`)
          .else(eb.ref('looks'))
          .end(),
        due_at: eb.case().when(isSame).then(due_at).else(eb.ref('due_at')).end(),
      };
    })
    .where('workspace_id', '=', taken.workspace_id)
    .where('booking_id', '=', taken.booking_id)
    .where('calendar_id', '=', taken.calendar_id)
    .where('working_until', '=', taken.working_until)
    .$if(unlessWished, (query) => query.where('asked', '=', taken.asked))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** It stands there no more, and nobody wished otherwise meanwhile. */
export async function forgetWrite(tx: Tx, taken: CalendarWrite): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('calendar_writes')
    .where('workspace_id', '=', taken.workspace_id)
    .where('booking_id', '=', taken.booking_id)
    .where('calendar_id', '=', taken.calendar_id)
    .where('working_until', '=', taken.working_until)
    .where('asked', '=', taken.asked)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function updateWrite(tx: Tx, key: WriteKey, change: WriteChange): Promise<void> {
  await tx
    .updateTable('calendar_writes')
    .set(change)
    .where('workspace_id', '=', key.workspace_id)
    .where('booking_id', '=', key.booking_id)
    .where('calendar_id', '=', key.calendar_id)
    .execute();
}

export async function writesOf(
  db: Reader,
  workspaceId: string,
  bookingIds: readonly string[],
): Promise<CalendarWrite[]> {
  if (bookingIds.length === 0) return [];
  return db
    .selectFrom('calendar_writes')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', 'in', [...bookingIds])
    .orderBy('calendar_id')
    .execute();
}
