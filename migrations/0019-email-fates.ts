import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** Who wrote what fails, comes back or is answered is found from the message; a template may be its maker's alone (P6). */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create index email_recipients_by_mail on email_recipients (workspace_id, mail_id)`,
    `create index emails_by_thread on emails (workspace_id, thread_id, email_id)`,
    `alter table email_templates add column shared integer not null default 1`,
  ]);
}
