import type { Reader, Tx } from '#platform/db/database.ts';
import { isAmong, type Among } from '#platform/db/among.ts';
import { inSlices } from '#platform/db/in-slices.ts';
import type { Row } from '#platform/db/tables.ts';
import type { CalendarKey } from './calendar.ts';
import './tables.ts';

export type OutsideObject = Row<'outside_objects'>;

/** What is kept of a calendar: href → etag. */
export async function knownObjects(
  db: Reader,
  { workspaceId, calendarId }: CalendarKey,
): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('outside_objects')
    .select(['href', 'etag'])
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .execute();
  return new Map(rows.map(({ href, etag }) => [href, etag]));
}

/** One row for each href. */
export async function putObjects(tx: Tx, objects: readonly OutsideObject[]): Promise<void> {
  for (const some of inSlices(objects)) {
    await tx
      .insertInto('outside_objects')
      .values(some)
      .onConflict((oc) =>
        oc.columns(['workspace_id', 'calendar_id', 'href']).doUpdateSet((eb) => ({
          etag: eb.ref('excluded.etag'),
          uid: eb.ref('excluded.uid'),
          text: eb.ref('excluded.text'),
          oddities: eb.ref('excluded.oddities'),
        })),
      )
      .execute();
  }
}

/** Takes objects out with the times at which they stood; answers what each was. */
export async function takeOutObjects(
  tx: Tx,
  { workspaceId, calendarId }: CalendarKey,
  hrefs: Among,
): Promise<Pick<OutsideObject, 'href' | 'uid'>[]> {
  for (const table of ['outside_events', 'outside_objects'] as const) {
    const gone = tx
      .deleteFrom(table)
      .where('workspace_id', '=', workspaceId)
      .where('calendar_id', '=', calendarId)
      .where(isAmong('href', hrefs));
    if (table === 'outside_objects') return gone.returning(['href', 'uid']).execute();
    await gone.execute();
  }
  return [];
}

/**
 * Objects whose times depend on how far we look: those that recur, and those of which nothing stands within it yet.
 * By href, after the one where the last page ended.
 */
export async function objectsToExpand(
  db: Reader,
  { workspaceId, calendarId }: CalendarKey,
  { all, after, limit }: { all: boolean; after: string; limit: number },
): Promise<(OutsideObject & { text: string })[]> {
  const rows = await db
    .selectFrom('outside_objects as o')
    .selectAll('o')
    .where('o.workspace_id', '=', workspaceId)
    .where('o.calendar_id', '=', calendarId)
    .where('o.href', '>', after)
    .where('o.text', 'is not', null)
    .$if(!all, (query) =>
      query.where((eb) =>
        eb.or([
          eb(eb.fn('lower', ['o.text']), 'like', '%rrule%'),
          eb(eb.fn('lower', ['o.text']), 'like', '%rdate%'),
          eb.not(
            eb.exists(
              eb
                .selectFrom('outside_events as e')
                .select('e.position')
                .whereRef('e.workspace_id', '=', 'o.workspace_id')
                .whereRef('e.calendar_id', '=', 'o.calendar_id')
                .whereRef('e.href', '=', 'o.href'),
            ),
          ),
        ]),
      ),
    )
    .orderBy('o.href')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, text: row.text! }));
}
