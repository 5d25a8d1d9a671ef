import { unreadOf } from '#notices/store.ts';
import { sql } from 'kysely';
import { containsFolded } from '#platform/db/contains.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import { flag, type NewRow, type Row } from '#platform/db/tables.ts';
import { fold, foldAddress } from '#platform/fold.ts';
import type { Permission } from '#platform/http/caller.ts';
import type { Language } from '#platform/messages/messages.ts';
import type { Member, MemberChange } from './member.ts';
import './tables.ts';

export function memberFrom(row: Row<'members'>): Member {
  return {
    workspaceId: row.workspace_id,
    id: row.member_id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    seat: row.seat === 1,
    permissions: JSON.parse(row.permissions) as Permission[],
    timeZone: row.time_zone,
    locale: row.locale as Language,
    active: row.active === 1,
    holidayListId: row.holiday_list_id,
    meetingUrl: row.meeting_url,
    invited: row.user_id === null,
    version: row.version,
    createdAt: row.created_at,
    deactivatedAt: row.deactivated_at,
  };
}

export async function insertMember(tx: Tx, row: NewRow<'members'>): Promise<void> {
  await tx.insertInto('members').values(row).execute();
}

export async function readMember(
  db: Reader,
  workspaceId: string,
  memberId: string,
): Promise<Member | undefined> {
  const row = await memberRow(db, workspaceId, memberId).executeTakeFirst();
  return row && memberFrom(row);
}

/** Several at once, in no order; who does not exist is left out. */
export async function readMembers(db: Reader, workspaceId: string, memberIds: string[]): Promise<Member[]> {
  if (memberIds.length === 0) return [];
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', [...new Set(memberIds)])
    .execute();
  return rows.map(memberFrom);
}

/** Reads a member and keeps others from changing them until the act ends (C6). */
export async function lockMember(tx: Tx, workspaceId: string, memberId: string): Promise<Member | undefined> {
  const row = await memberRow(tx, workspaceId, memberId)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && memberFrom(row);
}

function memberRow(db: Reader, workspaceId: string, memberId: string) {
  return db
    .selectFrom('members')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId);
}

/** Who has this address (E15); addresses are compared folded. */
export async function readMemberByEmail(
  db: Reader,
  workspaceId: string,
  email: string,
): Promise<Member | undefined> {
  const { rows } = await membersAt(db, { workspaceId, address: foldAddress(email) });
  return rows[0] && memberFrom(rows[0]);
}

const membersAt = prepared((db, { workspaceId, address }: { workspaceId: string; address: string }) =>
  db
    .selectFrom('members')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('email_folded', '=', address),
);

export interface MemberFilter {
  q?: string;
  active?: boolean;
  /** The name (folded) and id after which the page begins. */
  after?: { name: string; id: string };
  limit: number;
}

/** By name, accents and case aside; `q` looks in names and addresses. */
export async function listMembers(db: Reader, workspaceId: string, filter: MemberFilter): Promise<Member[]> {
  const { q, active, after, limit } = filter;
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .$if(active !== undefined, (query) => query.where('active', '=', flag(active!)))
    .$if(q !== undefined, (query) =>
      query.where((eb) => eb.or([containsFolded('name_folded', q!), containsFolded('email_folded', q!)])),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(name_folded, member_id) > (${after!.name}, ${after!.id})`),
    )
    .orderBy('name_folded')
    .orderBy('member_id')
    .limit(limit)
    .execute();
  return rows.map(memberFrom);
}

/** Writes what changed and raises the version (C6). */
export async function updateMember(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  change: MemberChange & { userId?: string; deactivatedAt?: string | null },
): Promise<void> {
  await tx
    .updateTable('members')
    .set((eb) => ({ ...columnsOf(change), version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .execute();
}

function columnsOf(change: Parameters<typeof updateMember>[3]): Partial<Row<'members'>> {
  const columns: Partial<Row<'members'>> = {
    user_id: change.userId,
    name: change.name,
    name_folded: change.name === undefined ? undefined : fold(change.name),
    email: change.email,
    email_folded: change.email === undefined ? undefined : foldAddress(change.email),
    role: change.role,
    seat: change.seat === undefined ? undefined : flag(change.seat),
    permissions: change.permissions === undefined ? undefined : JSON.stringify(change.permissions),
    time_zone: change.timeZone,
    locale: change.locale,
    active: change.active === undefined ? undefined : flag(change.active),
    holiday_list_id: change.holidayListId,
    meeting_url: change.meetingUrl,
    deactivated_at: change.deactivatedAt,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** The owners who can sign in, held fast: the last one may not go (two going at once take turns). */
export async function lockActiveOwners(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('members')
    .select('member_id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'owner')
    .where('active', '=', 1)
    .where('user_id', 'is not', null)
    .orderBy('member_id')
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .execute();
  return rows.map((row) => row.member_id);
}

/** A member with what only they are told: the sealed token of their feed (K5), and whether a password is enough. */
export async function readMyself(
  db: Reader,
  workspaceId: string,
  memberId: string,
): Promise<{ member: Member; sealedFeedToken: string; twoFactor: boolean; unread: number } | undefined> {
  const row = await db
    .selectFrom('members as m')
    .leftJoin('two_factor as f', 'f.user_id', 'm.user_id')
    .selectAll('m')
    .select(['f.enabled_at as protected_since', unreadOf('m').as('unread')])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.member_id', '=', memberId)
    .executeTakeFirst();
  if (!row) return undefined;
  const twoFactor = row.protected_since !== null;
  return { member: memberFrom(row), sealedFeedToken: row.feed_token_sealed, twoFactor, unread: row.unread };
}

/** What members are called, whether active or not. */
export async function readMemberNames(
  db: Reader,
  workspaceId: string,
  memberIds: string[],
): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('members')
    .select(['member_id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', memberIds)
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.name]));
}
