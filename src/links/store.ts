import { sql } from 'kysely';
import { containsFolded } from '#platform/db/contains.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { flag, type Row } from '#platform/db/tables.ts';
import { fold } from '#platform/fold.ts';
import type { Place } from '#platform/http/cursor.ts';
import { candidateIds, type Link, type LinkSettings } from './link.ts';
import { withRotations, writeLinkRotations } from './store-rotations.ts';
import '#people/tables.ts';
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
    settings: settingsFrom(row.settings),
  };
}

/** What was written before a setting existed has nothing of it. */
function settingsFrom(json: string): LinkSettings {
  const settings = { ...BEFORE, ...(JSON.parse(json) as LinkSettings) };
  return { ...settings, consents: settings.consents.map((consent) => ({ ...FIRST_WORDING, ...consent })) };
}

const BEFORE = {
  ownerFirst: 'off',
  ladderDays: null,
  identify: 'token',
  expiresAt: null,
  reminders: [],
  embedOrigins: [],
  consentCounts: {},
} as const;
const FIRST_WORDING = { version: 1 };

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
    settings: JSON.stringify(withoutMembers(link.settings)),
    holiday_list_id: link.holidayListId,
    counting_from: link.countingFrom,
    version: link.version,
    created_at: link.createdAt,
    deleted_at: link.deletedAt,
  };
}

/** The members of a rotation stand in the rotation. */
function withoutMembers(settings: LinkSettings): LinkSettings {
  const chairs = settings.chairs.map((chair) => (chair.rotationId ? { ...chair, candidateIds: [] } : chair));
  return { ...settings, chairs };
}

export async function insertLink(tx: Tx, link: Link): Promise<void> {
  await tx.insertInto('links').values(rowFrom(link)).execute();
  await writeCandidates(tx, link);
}

/** Writes a link that the caller holds (`holdLink`), one version on. */
export async function updateLink(tx: Tx, link: Link): Promise<void> {
  const { workspace_id, link_id, created_at: _kept, ...row } = rowFrom(link);
  await tx
    .updateTable('links')
    .set(row)
    .where('workspace_id', '=', workspace_id)
    .where('link_id', '=', link_id)
    .execute();
  await tx
    .deleteFrom('link_candidates')
    .where('workspace_id', '=', workspace_id)
    .where('link_id', '=', link_id)
    .execute();
  await tx
    .deleteFrom('link_rotations')
    .where('workspace_id', '=', workspace_id)
    .where('link_id', '=', link_id)
    .execute();
  await writeCandidates(tx, link);
}

async function writeCandidates(tx: Tx, link: Link): Promise<void> {
  const rows = withoutMembers(link.settings).chairs.flatMap(({ candidateIds: ids }, chair) =>
    ids.map((member_id, position) => ({
      workspace_id: link.workspaceId,
      link_id: link.id,
      chair,
      position,
      member_id,
    })),
  );
  if (rows.length > 0) await tx.insertInto('link_candidates').values(rows).execute();
  await writeLinkRotations(tx, link);
}

/** Also a deleted one. */
export async function readLink(db: Reader, workspaceId: string, linkId: string): Promise<Link | undefined> {
  const row = await linkRow(db, workspaceId, linkId).executeTakeFirst();
  return row && (await withRotations(db, workspaceId, [linkFrom(row)]))[0];
}

/** Reads a live link and keeps others from changing it until the act ends. */
export async function holdLink(tx: Tx, workspaceId: string, linkId: string): Promise<Link | undefined> {
  const link = await holdAnyLink(tx, workspaceId, linkId);
  return link?.deletedAt ? undefined : link;
}

/** The same, also of a deleted one. */
export async function holdAnyLink(tx: Tx, workspaceId: string, linkId: string): Promise<Link | undefined> {
  const row = await linkRow(tx, workspaceId, linkId)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && (await withRotations(tx, workspaceId, [linkFrom(row)]))[0];
}

function linkRow(db: Reader, workspaceId: string, linkId: string) {
  return db
    .selectFrom('links')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('link_id', '=', linkId);
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

/** Active links with general availability of the link's owner, this one not counted (L8). */
export async function countGeneralLinks(tx: Tx, { workspaceId, ownerId, id }: Link): Promise<number> {
  const { count } = await tx
    .selectFrom('links')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('owner_id', '=', ownerId)
    .where('active', '=', 1)
    .where('deleted_at', 'is', null)
    .where('kind', '!=', 'specific-times')
    .where('link_id', '!=', id)
    .executeTakeFirstOrThrow();
  return count;
}

export interface LinkFilter {
  q?: string;
  kind?: Link['kind'];
  ownerId?: string;
  /** Whose owner is in the team. */
  teamId?: string;
  active?: boolean;
  /** Deleted links instead of live ones. */
  deleted?: boolean;
  /** The last link of the page before. */
  after?: Place;
  limit: number;
}

/** Where a link stands in the list: those with specific times after all others, each oldest first (ids rise with time). */
export function placeOfLink({ kind, id }: Pick<Link, 'kind' | 'id'>): Place {
  return { value: kind === 'specific-times' ? '1' : '0', id };
}

const isOneOff = sql<number>`case when kind = 'specific-times' then 1 else 0 end`;

/** Live links (or deleted ones), in the order of `placeOfLink`; one more than `limit` when there is another page. */
export async function listLinks(db: Reader, workspaceId: string, filter: LinkFilter): Promise<Link[]> {
  const rows = await db
    .selectFrom('links')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', filter.deleted ? 'is not' : 'is', null)
    .$if(filter.kind !== undefined, (q) => q.where('kind', '=', filter.kind!))
    .$if(filter.ownerId !== undefined, (q) => q.where('owner_id', '=', filter.ownerId!))
    .$if(filter.active !== undefined, (q) => q.where('active', '=', flag(filter.active!)))
    .$if(filter.teamId !== undefined, (q) =>
      q.where('owner_id', 'in', membersOfTeam(db, workspaceId, filter.teamId!)),
    )
    .$if(filter.after !== undefined, (q) =>
      q.where(sql<boolean>`(${isOneOff}, link_id) > (${Number(filter.after!.value)}, ${filter.after!.id})`),
    )
    .$if(filter.q !== undefined, (q) => q.where(containsFolded('title_folded', filter.q!)))
    .orderBy(isOneOff)
    .orderBy('link_id')
    .limit(filter.limit + 1)
    .execute();
  return withRotations(db, workspaceId, rows.map(linkFrom));
}

function membersOfTeam(db: Reader, workspaceId: string, teamId: string) {
  return db
    .selectFrom('team_members')
    .select('member_id')
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', teamId);
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
