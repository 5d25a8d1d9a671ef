import { sql, type Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';
import { fold } from '../src/platform/fold.ts';

interface MailWords {
  workspace_id: string;
  id: string;
  to_address: string;
  subject: string;
}

/** The words by which mails are searched: address and subject, case and accents aside. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [`alter table mails add column search_text text not null default ''`]);
  const { rows } = await sql<MailWords>`select workspace_id, id, to_address, subject from mails`.execute(db);
  for (const { workspace_id, id, to_address, subject } of rows) {
    const words = fold(`${to_address} ${subject}`);
    await sql`update mails set search_text = ${words} where workspace_id = ${workspace_id} and id = ${id}`.execute(
      db,
    );
  }
}
