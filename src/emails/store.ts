import type { Reader, Tx } from '#platform/db/database.ts';
import type { NewRow, Row } from '#platform/db/tables.ts';
import type { MailState } from '#platform/mailer/tables.ts';
import '#platform/mailer/tables.ts';
import '#people/tables.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';
import type { Email, EmailBrief, EmailFile, EmailState, Recipient } from './email.ts';
import './tables.ts';

const BRIEF = [
  ...(['e.email_id', 'e.direction', 'e.stage', 'e.record_kind', 'e.record_id', 'e.entry_id'] as const),
  ...(['e.member_id', 'm.name as member_name', 'e.from_name', 'e.from_address', 'e.subject'] as const),
  ...(['e.preview', 'e.thread_id', 'e.message_id', 'e.send_at', 'e.created_at'] as const),
] as const;

type BriefRow = Omit<Row<'emails'>, 'workspace_id' | 'html' | 'text' | 'in_reply_to' | 'earlier_ids'> & {
  member_name: string | null;
};

function emailRows(db: Reader, workspaceId: string) {
  return db
    .selectFrom('emails as e')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'e.workspace_id').onRef('m.member_id', '=', 'e.member_id'),
    )
    .where('e.workspace_id', '=', workspaceId);
}

export async function readEmail(db: Reader, workspaceId: string, id: string): Promise<Email | undefined> {
  const row = await emailRows(db, workspaceId)
    .select([...BRIEF, 'e.html', 'e.text'])
    .where('e.email_id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const [brief] = await withParts(db, workspaceId, [row]);
  return { ...brief!, html: row.html, text: row.text };
}

export interface EmailPage {
  cursor?: string;
  limit: number;
}

/** What stands on a record's timeline, newest first; one more than `limit` when there is another page. */
export async function listOnRecord(
  db: Reader,
  workspaceId: string,
  record: RecordRef,
  { cursor, limit }: EmailPage,
): Promise<EmailBrief[]> {
  const rows = await emailRows(db, workspaceId)
    .innerJoin('timeline_records as r', (join) =>
      join.onRef('r.workspace_id', '=', 'e.workspace_id').onRef('r.entry_id', '=', 'e.entry_id'),
    )
    .select(BRIEF)
    .where('r.record_kind', '=', record.kind)
    .where('r.record_id', '=', record.id)
    .$if(cursor !== undefined, (q) => q.where('r.entry_id', '<', entryOf(db, workspaceId, cursor!)))
    .orderBy('r.entry_id', 'desc')
    .limit(limit + 1)
    .execute();
  return withParts(db, workspaceId, rows);
}

/** By its place on timelines a page ends early, however much else happened there. */
function entryOf(db: Reader, workspaceId: string, emailId: string) {
  return db
    .selectFrom('emails')
    .select('entry_id')
    .where('workspace_id', '=', workspaceId)
    .where('email_id', '=', emailId);
}

/** What a member wrote, newest first. */
export async function listOfMember(
  db: Reader,
  workspaceId: string,
  memberId: string,
  { cursor, limit }: EmailPage,
): Promise<EmailBrief[]> {
  const rows = await emailRows(db, workspaceId)
    .select(BRIEF)
    .where('e.member_id', '=', memberId)
    .$if(cursor !== undefined, (q) => q.where('e.email_id', '<', cursor!))
    .orderBy('e.email_id', 'desc')
    .limit(limit + 1)
    .execute();
  return withParts(db, workspaceId, rows);
}

async function withParts(db: Reader, workspaceId: string, rows: BriefRow[]): Promise<EmailBrief[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.email_id);
  const recipients = await readRecipients(db, workspaceId, ids);
  const files = await readFileNames(db, workspaceId, ids);
  return rows.map((row) => ({
    id: row.email_id,
    direction: row.direction,
    stage: row.stage,
    record: row.record_kind === null ? null : { kind: row.record_kind, id: row.record_id! },
    entryId: row.entry_id,
    memberId: row.member_id,
    memberName: row.member_name,
    from: { name: row.from_name, address: row.from_address },
    recipients: (recipients.get(row.email_id) ?? []).map((one) => recipientFrom(row.stage, one)),
    subject: row.subject,
    preview: row.preview,
    files: files.get(row.email_id) ?? [],
    threadId: row.thread_id,
    messageId: row.message_id,
    sendAt: row.send_at,
    createdAt: row.created_at,
  }));
}

type RecipientRow = Awaited<ReturnType<typeof recipientRows>>[number];

async function readRecipients(db: Reader, workspaceId: string, ids: string[]) {
  return Map.groupBy(await recipientRows(db, workspaceId, ids), (row) => row.email_id);
}

/** With the state of each one's mail. */
function recipientRows(db: Reader, workspaceId: string, ids: string[]) {
  return db
    .selectFrom('email_recipients as t')
    .leftJoin('mails as x', (join) =>
      join.onRef('x.workspace_id', '=', 't.workspace_id').onRef('x.id', '=', 't.mail_id'),
    )
    .select([
      't.email_id',
      't.position',
      't.role',
      't.address',
      't.mail_id',
      't.bounced_at',
      't.bounce_reason',
    ])
    .select(['x.state as mail_state', 'x.error as mail_error'])
    .where('t.workspace_id', '=', workspaceId)
    .where('t.email_id', 'in', ids)
    .orderBy('t.position')
    .execute();
}

const OF_MAIL: Record<MailState, EmailState> = {
  queued: 'queued',
  sent: 'sent',
  captured: 'sent',
  failed: 'failed',
  dropped: 'failed',
};

function recipientFrom(stage: Row<'emails'>['stage'], row: RecipientRow): Recipient {
  const mail = row.mail_state === null ? 'queued' : OF_MAIL[row.mail_state];
  const state = row.bounced_at !== null ? 'bounced' : stage === 'released' ? mail : stage;
  return { address: row.address, role: row.role, state, error: row.bounce_reason ?? row.mail_error };
}

async function readFileNames(db: Reader, workspaceId: string, ids: string[]) {
  const rows = await db
    .selectFrom('email_files')
    .select(['email_id', 'file_id', 'name', 'type', 'size'])
    .where('workspace_id', '=', workspaceId)
    .where('email_id', 'in', ids)
    .orderBy('file_id')
    .execute();
  const files = new Map<string, EmailFile[]>();
  for (const { email_id, file_id, name, type, size } of rows) {
    files.set(email_id!, [...(files.get(email_id!) ?? []), { id: file_id, name, type, size }]);
  }
  return files;
}

export async function insertEmail(
  tx: Tx,
  row: NewRow<'emails'>,
  recipients: readonly { address: string; folded: string; role: 'to' | 'cc' }[],
): Promise<void> {
  await tx.insertInto('emails').values(row).execute();
  if (recipients.length === 0) return;
  const rows = recipients.map(({ address, folded, role }, position) => ({
    workspace_id: row.workspace_id,
    email_id: row.email_id,
    position,
    role,
    address,
    address_folded: folded,
  }));
  await tx.insertInto('email_recipients').values(rows).execute();
}
