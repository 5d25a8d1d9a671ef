import type { Reader } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import './tables.ts';

const WRITTEN = ['email_id', 'member_id', 'subject', 'record_kind', 'record_id', 'entry_id'] as const;

/** An e-mail as its author is told of it. */
export type Written = Pick<Row<'emails'>, (typeof WRITTEN)[number]>;

/** The e-mail that one of the mailer's messages carries; undefined for any other mail. */
export async function emailOfMail(
  db: Reader,
  workspaceId: string,
  mailId: string,
): Promise<(Written & { address: string }) | undefined> {
  return db
    .selectFrom('email_recipients as r')
    .innerJoin('emails as e', (join) =>
      join.onRef('e.workspace_id', '=', 'r.workspace_id').onRef('e.email_id', '=', 'r.email_id'),
    )
    .select(WRITTEN.map((column) => `e.${column}` as const))
    .select('r.address')
    .where('r.workspace_id', '=', workspaceId)
    .where('r.mail_id', '=', mailId)
    .executeTakeFirst();
}

/** The latest that somebody here wrote in a thread: what an answer in it answers. */
export async function latestWritten(
  db: Reader,
  workspaceId: string,
  threadId: string,
): Promise<Written | undefined> {
  return db
    .selectFrom('emails')
    .select(WRITTEN)
    .where('workspace_id', '=', workspaceId)
    .where('thread_id', '=', threadId)
    .where('direction', '=', 'out')
    .where('member_id', 'is not', null)
    .orderBy('email_id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function readWritten(
  db: Reader,
  workspaceId: string,
  emailId: string,
): Promise<Written | undefined> {
  return db
    .selectFrom('emails')
    .select(WRITTEN)
    .where('workspace_id', '=', workspaceId)
    .where('email_id', '=', emailId)
    .executeTakeFirst();
}
