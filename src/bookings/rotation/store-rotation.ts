import { sql } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { Rotation } from '#rotations/rotation.ts';
import '#rotations/tables.ts';
import '#bookings/tables.ts';

/** What bookings say of one host in a rotation. */
export interface Counted {
  /** The credit, and the meetings that count, made since the counting began for this host (R6, R7). */
  booked: number;
  /** When the last meeting that counts was made, before a reset too (R7); milliseconds, null = never. */
  lastScheduledAt: number | null;
}

/**
 * R6: each host's count in a rotation, derived from its meetings: those of cancelled and missed meetings count as the
 * rotation says. A booking that is to be placed anew does not count itself (`except`).
 */
export async function readRotationCounts(
  db: Reader,
  rotation: Policy & Pick<Rotation, 'workspaceId' | 'id'>,
  except: string | null = null,
): Promise<Map<string, Counted>> {
  return (await readCountsOfRotations(db, [rotation], except)).get(rotation.id)!;
}

type Policy = Pick<Rotation, 'countCancelled' | 'countNoShows'>;

/** The same of several rotations of one workspace: a statement for each policy, however many there are. */
export async function readCountsOfRotations(
  db: Reader,
  rotations: readonly (Policy & Pick<Rotation, 'workspaceId' | 'id'>)[],
  except: string | null = null,
): Promise<Map<string, Map<string, Counted>>> {
  const found = new Map(rotations.map(({ id }) => [id, new Map<string, Counted>()]));
  const byPolicy = Map.groupBy(rotations, (one) => `${one.countCancelled} ${one.countNoShows}`);
  for (const alike of byPolicy.values()) {
    const { workspaceId, countCancelled, countNoShows } = alike[0]!;
    // What holds its time for good counts, as one index tells; any other policy asks the bookings.
    const plain = !countCancelled && countNoShows;
    const rotationIds = alike.map(({ id }) => id);
    const { rows } = await countsIn(db, {
      workspaceId,
      rotationIds,
      plain,
      countCancelled,
      countNoShows,
      except,
    });
    for (const row of rows) found.get(row.rotation_id)!.set(row.member_id, countedFrom(row));
  }
  return found;
}

function countedFrom(row: { credit: number; made: number | null; last_made_at: string | null }): Counted {
  return {
    booked: row.credit + (row.made ?? 0),
    lastScheduledAt: row.last_made_at === null ? null : Date.parse(row.last_made_at),
  };
}

interface Question {
  workspaceId: string;
  rotationIds: string[];
  plain: boolean;
  countCancelled: boolean;
  countNoShows: boolean;
  except: string | null;
}

const countsIn = prepared((db, asked: Question) =>
  db
    .selectFrom('rotation_hosts as m')
    .innerJoin('rotations as r', (join) =>
      join.onRef('r.workspace_id', '=', 'm.workspace_id').onRef('r.rotation_id', '=', 'm.rotation_id'),
    )
    .select(['m.rotation_id', 'm.member_id', 'm.credit'])
    .select((eb) => {
      const counted = eb
        .selectFrom('booking_hosts as h')
        .where('h.workspace_id', '=', asked.workspaceId)
        .whereRef('h.rotation_id', '=', 'm.rotation_id')
        .whereRef('h.host_id', '=', 'm.member_id')
        .$if(asked.except !== null, (q) => q.where('h.booking_id', '!=', asked.except!))
        .$if(asked.plain, (q) => q.where('h.holding', '=', 1).where('h.expires_at', 'is', null))
        .$if(!asked.plain, (q) => q.where((one) => one.exists(countedBooking(db, asked))));
      return [
        counted.select((h) => h.fn.max('h.made_at').as('at')).as('last_made_at'),
        counted
          .select((h) => h.fn.countAll<number>().as('times'))
          .whereRef('h.made_at', '>=', 'r.counting_from')
          .whereRef('h.made_at', '>=', 'm.joined_at')
          .as('made'),
      ];
    })
    .where('m.workspace_id', '=', asked.workspaceId)
    .where('m.rotation_id', 'in', asked.rotationIds),
);

/**
 * The booking of a row `h`, when it counts. Not by its own rotation: of several at one table it names the first. A hold
 * that was called off before its address was proved never counted (D3): it keeps its end.
 */
function countedBooking(db: Reader, { workspaceId, countCancelled, countNoShows }: Question) {
  return db
    .selectFrom('bookings as b')
    .select('b.booking_id')
    .where('b.workspace_id', '=', workspaceId)
    .where(sql<boolean>`b.booking_id = h.booking_id`)
    .where('b.deleted_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('b.status', 'in', ['scheduled', 'completed']),
        ...(countNoShows ? [eb('b.status', '=', 'no-show')] : []),
        ...(countCancelled
          ? [eb.and([eb('b.status', '=', 'cancelled'), eb('b.expires_at', 'is', null)])]
          : []),
      ]),
    );
}

/** When the newest meeting in a rotation was made, whatever became of it (R7). */
export async function newestMadeAt(
  db: Reader,
  workspaceId: string,
  rotationId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('booking_hosts')
    .select((eb) => eb.fn.max('made_at').as('at'))
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', '=', rotationId)
    .executeTakeFirst();
  return row?.at ?? null;
}
