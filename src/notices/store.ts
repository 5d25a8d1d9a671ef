import { sql, type RawBuilder } from 'kysely';
import type { Reader, Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { NewRow } from '#platform/db/tables.ts';
import type { NewNotice, Notice } from './notice.ts';
import './tables.ts';

export interface Reading {
  workspaceId: string;
  memberId: string;
}

/** Answers whom it was written for; who has been told of the same before is left out. */
export async function insertNotices(tx: Tx, rows: NewRow<'notices'>[]): Promise<string[]> {
  const written = await tx
    .insertInto('notices')
    .values(rows)
    .onConflict((oc) => oc.doNothing())
    .returning('member_id')
    .execute();
  return written.map(({ member_id }) => member_id);
}

export type Told = Pick<NewNotice, 'workspaceId' | 'kind' | 'subjectId'> & {
  /** Whoever was told, when left out. */
  memberId?: string;
};

/** What it was about is gone, or (null) is back. */
export async function withdrawNotices(
  tx: Tx,
  { workspaceId, kind, subjectId, memberId }: Told,
  at: string | null,
): Promise<void> {
  await tx
    .updateTable('notices')
    .set({ withdrawn_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .$if(memberId !== undefined, (query) => query.where('member_id', '=', memberId!))
    .execute();
}

/** As if nobody had been told: when it happens again, they are. */
export async function forgetNotices(tx: Tx, { workspaceId, kind, subjectId }: Told): Promise<void> {
  await tx
    .deleteFrom('notices')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .execute();
}

/** A member's notices, newest first; one more than `limit` when there is another page. */
export async function listNotices(
  db: Reader,
  { workspaceId, memberId }: Reading,
  asked: { unread?: boolean; cursor?: string; limit: number },
): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('withdrawn_at', 'is', null)
    .$if(asked.unread === true, (query) => query.where('read_at', 'is', null))
    .$if(asked.cursor !== undefined, (query) => query.where('notice_id', '<', asked.cursor!))
    .orderBy('notice_id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  return rows.map((row) => ({
    id: row.notice_id,
    kind: row.kind,
    record: { kind: row.record_kind, id: row.record_id },
    byId: row.by_id,
    at: row.at,
    data: JSON.parse(row.data) as Record<string, unknown>,
    readAt: row.read_at,
  }));
}

/** How many a member has not read; a hundred say as much as more would. */
export async function countUnread(db: Reader, reading: Reading): Promise<number> {
  const { rows } = await unread(db, reading);
  return rows.length;
}

const unread = prepared((db, { workspaceId, memberId }: Reading) =>
  db
    .selectFrom('notices')
    .select('notice_id')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('read_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .limit(100),
);

/** One notice, or all of a member's, are read from now on. Answers false when that one is not theirs. */
export async function markRead(
  tx: Tx,
  { workspaceId, memberId }: Reading,
  at: string,
  noticeId?: string,
): Promise<boolean> {
  const theirs = await tx
    .selectFrom('notices')
    .select('notice_id')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .$if(noticeId !== undefined, (query) => query.where('notice_id', '=', noticeId!))
    .limit(1)
    .executeTakeFirst();
  if (!theirs) return false;
  await tx
    .updateTable('notices')
    .set({ read_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('read_at', 'is', null)
    .$if(noticeId !== undefined, (query) => query.where('notice_id', '=', noticeId!))
    .execute();
  return true;
}

/** The same as a column of a query over members, which stand there under this name. */
export function unreadOf(members: string): RawBuilder<number> {
  return sql<number>`(select count(*) from (select 1 from notices n
    where n.workspace_id = ${sql.ref(`${members}.workspace_id`)} and n.member_id = ${sql.ref(`${members}.member_id`)}
      and n.read_at is null and n.withdrawn_at is null limit 100) as unread)`;
}
