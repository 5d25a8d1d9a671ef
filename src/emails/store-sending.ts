import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';
import type { RecordMerged } from '#crm/timeline/facts.ts';
import type { Stage } from './email.ts';
import './tables.ts';

/** An e-mail as it stands, kept from others until the act ends. */
export async function lockEmail(tx: Tx, workspaceId: string, id: string): Promise<Row<'emails'> | undefined> {
  return tx
    .selectFrom('emails')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('email_id', '=', id)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
}

export async function setStage(tx: Tx, workspaceId: string, id: string, stage: Stage): Promise<void> {
  await tx
    .updateTable('emails')
    .set({ stage })
    .where('workspace_id', '=', workspaceId)
    .where('email_id', '=', id)
    .execute();
}

export async function readAddresses(db: Reader, workspaceId: string, emailId: string) {
  return db
    .selectFrom('email_recipients')
    .select(['position', 'role', 'address', 'mail_id', 'bounced_at'])
    .where('workspace_id', '=', workspaceId)
    .where('email_id', '=', emailId)
    .orderBy('position')
    .execute();
}

export async function nameMail(
  tx: Tx,
  workspaceId: string,
  emailId: string,
  position: number,
  mailId: string,
): Promise<void> {
  await tx
    .updateTable('email_recipients')
    .set({ mail_id: mailId })
    .where('workspace_id', '=', workspaceId)
    .where('email_id', '=', emailId)
    .where('position', '=', position)
    .execute();
}

/** Every live contact and lead with one of these addresses, folded. */
export async function peopleWith(
  db: Reader,
  workspaceId: string,
  addresses: readonly string[],
): Promise<RecordRef[]> {
  if (addresses.length === 0) return [];
  const rows = await db
    .selectFrom('person_emails as p')
    .leftJoin('contacts as c', (join) =>
      join
        .onRef('c.workspace_id', '=', 'p.workspace_id')
        .onRef('c.contact_id', '=', 'p.person_id')
        .on('p.person_kind', '=', 'contact'),
    )
    .leftJoin('leads as l', (join) =>
      join
        .onRef('l.workspace_id', '=', 'p.workspace_id')
        .onRef('l.lead_id', '=', 'p.person_id')
        .on('p.person_kind', '=', 'lead'),
    )
    .select(['p.person_kind as kind', 'p.person_id as id'])
    .distinct()
    .where('p.workspace_id', '=', workspaceId)
    .where('p.address_folded', 'in', addresses)
    .where((eb) =>
      eb.or([
        eb.and([eb('c.contact_id', 'is not', null), eb('c.deleted_at', 'is', null)]),
        eb.and([eb('l.lead_id', 'is not', null), eb('l.deleted_at', 'is', null)]),
      ]),
    )
    .limit(MOST_PEOPLE)
    .execute();
  return rows;
}

/** Beyond these an address is a list, not a person. */
const MOST_PEOPLE = 50;

/** The records an e-mail stands on. */
export async function recordsOf(db: Reader, workspaceId: string, entryId: string): Promise<RecordRef[]> {
  const rows = await db
    .selectFrom('timeline_records')
    .select(['record_kind', 'record_id'])
    .where('workspace_id', '=', workspaceId)
    .where('entry_id', '=', entryId)
    .limit(MOST_PEOPLE)
    .execute();
  return rows.map((row) => ({ kind: row.record_kind, id: row.record_id }));
}

/** What an answer continues: the mail with that Message-ID. */
export async function readByMessage(db: Reader, workspaceId: string, messageIds: readonly string[]) {
  if (messageIds.length === 0) return undefined;
  return db
    .selectFrom('emails')
    .select(['email_id', 'thread_id', 'message_id', 'earlier_ids', 'entry_id', 'record_kind', 'record_id'])
    .where('workspace_id', '=', workspaceId)
    .where('message_id', 'in', messageIds)
    .orderBy('email_id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What was written from one record was written from the other. */
export async function moveEmails(tx: Tx, { workspaceId, from, into }: RecordMerged): Promise<void> {
  await tx
    .updateTable('emails')
    .set({ record_kind: into.kind, record_id: into.id })
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', from.kind)
    .where('record_id', '=', from.id)
    .execute();
}
