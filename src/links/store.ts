import { isoNow, type Clock } from '#platform/clock.ts';
import { containsFolded } from '#platform/db/contains.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import { flag, type Row } from '#platform/db/tables.ts';
import { fold } from '#platform/fold.ts';
import { candidateIds, type Link, type LinkSettings } from './link.ts';
import './tables.ts';

export function linkFrom(row: Row<'links'>): Link {
  return {
    workspaceId: row.workspace_id,
    id: row.link_id,
    slug: row.slug,
    kind: row.kind,
    title: row.title,
    ownerId: row.owner_id,
    active: row.active === 1,
    holidayListId: row.holiday_list_id,
    countingFrom: row.counting_from,
    version: row.version,
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
    settings: JSON.parse(row.settings) as LinkSettings,
  };
}

function rowFrom(link: Link): Row<'links'> {
  return {
    workspace_id: link.workspaceId,
    link_id: link.id,
    slug: link.slug,
    kind: link.kind,
    title: link.title,
    title_folded: fold(link.title),
    owner_id: link.ownerId,
    active: flag(link.active),
    settings: JSON.stringify(link.settings),
    holiday_list_id: link.holidayListId,
    counting_from: link.countingFrom,
    version: link.version,
    created_at: link.createdAt,
    deleted_at: link.deletedAt,
  };
}

export async function insertLink(tx: Tx, link: Link): Promise<void> {
  await tx.insertInto('links').values(rowFrom(link)).execute();
  await writeCandidates(tx, link);
}

/** Writes a changed link if it is still at `version`; answers whether it was. */
export async function updateLink(tx: Tx, link: Link, version: number): Promise<boolean> {
  const { workspace_id, link_id, created_at, ...row } = rowFrom(link);
  const { numUpdatedRows } = await tx
    .updateTable('links')
    .set({ ...row, version: version + 1 })
    .where('workspace_id', '=', workspace_id)
    .where('link_id', '=', link_id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tx
    .deleteFrom('link_candidates')
    .where('workspace_id', '=', workspace_id)
    .where('link_id', '=', link_id)
    .execute();
  await writeCandidates(tx, link);
  return true;
}

async function writeCandidates(tx: Tx, link: Link): Promise<void> {
  const rows = link.settings.chairs.flatMap(({ candidateIds: ids }, chair) =>
    ids.map((member_id, position) => ({
      workspace_id: link.workspaceId,
      link_id: link.id,
      chair,
      position,
      member_id,
    })),
  );
  await tx.insertInto('link_candidates').values(rows).execute();
}

/** A deleted link keeps its row and its address, which answers 410 from then on (B6). */
export async function deleteLink(tx: Tx, clock: Clock, workspaceId: string, linkId: string): Promise<void> {
  await tx
    .updateTable('links')
    .set((eb) => ({ deleted_at: isoNow(clock), active: 0, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('link_id', '=', linkId)
    .execute();
}

export async function readLink(db: Reader, workspaceId: string, linkId: string): Promise<Link | undefined> {
  const row = await db
    .selectFrom('links')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('link_id', '=', linkId)
    .executeTakeFirst();
  return row && linkFrom(row);
}

export async function slugIsTaken(db: Reader, workspaceId: string, slug: string): Promise<boolean> {
  const row = await db
    .selectFrom('links')
    .select('link_id')
    .where('workspace_id', '=', workspaceId)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row !== undefined;
}

/** Active links with general availability of one owner, other than `except` (L8). */
export async function countGeneralLinks(
  tx: Tx,
  workspaceId: string,
  ownerId: string,
  except: string,
): Promise<number> {
  const { count } = await tx
    .selectFrom('links')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('owner_id', '=', ownerId)
    .where('active', '=', 1)
    .where('deleted_at', 'is', null)
    .where('kind', '!=', 'specific-times')
    .where('link_id', '!=', except)
    .executeTakeFirstOrThrow();
  return count;
}

export interface LinkFilter {
  q?: string;
  kind?: Link['kind'];
  ownerId?: string;
  active?: boolean;
  cursor?: string;
  limit: number;
}

/** Live links, oldest first. */
export async function listLinks(db: Reader, workspaceId: string, filter: LinkFilter): Promise<Link[]> {
  const rows = await db
    .selectFrom('links')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .$if(filter.kind !== undefined, (q) => q.where('kind', '=', filter.kind!))
    .$if(filter.ownerId !== undefined, (q) => q.where('owner_id', '=', filter.ownerId!))
    .$if(filter.active !== undefined, (q) => q.where('active', '=', flag(filter.active!)))
    .$if(filter.cursor !== undefined, (q) => q.where('link_id', '>', filter.cursor!))
    .$if(filter.q !== undefined, (q) => q.where(containsFolded('title_folded', filter.q!)))
    .orderBy('link_id')
    .limit(filter.limit)
    .execute();
  return rows.map(linkFrom);
}

/** Members named as hosts or owner, with what B4 asks about. */
export async function readCandidates(
  db: Reader,
  workspaceId: string,
  settings: LinkSettings,
  ownerId: string,
) {
  const rows = await db
    .selectFrom('members')
    .select(['member_id', 'name', 'seat', 'active'])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', [...new Set([...candidateIds(settings), ownerId])])
    .execute();
  return rows.map((row) => ({
    memberId: row.member_id,
    name: row.name,
    seat: row.seat === 1,
    active: row.active === 1,
  }));
}

/** The last date of a holiday list, or null when it is empty or there is none. */
export async function readLastHoliday(
  db: Reader,
  workspaceId: string,
  listId: string | null,
): Promise<string | null> {
  if (listId === null) return null;
  const row = await db
    .selectFrom('holiday_lists')
    .select('days')
    .where('workspace_id', '=', workspaceId)
    .where('holiday_list_id', '=', listId)
    .executeTakeFirst();
  const dates = (JSON.parse(row?.days ?? '[]') as { date: string }[]).map(({ date }) => date);
  return dates.toSorted().at(-1) ?? null;
}
