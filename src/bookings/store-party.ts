import type { Reader } from '#platform/db/database.ts';
import type { RecordRef } from './booking.ts';
import '#crm/contacts/tables.ts';
import '#crm/leads/tables.ts';

export async function readPartyName(
  db: Reader,
  workspaceId: string,
  party: RecordRef,
): Promise<string | null> {
  const row =
    party.kind === 'contact'
      ? await db
          .selectFrom('contacts')
          .select('name')
          .where('workspace_id', '=', workspaceId)
          .where('contact_id', '=', party.id)
          .executeTakeFirst()
      : await db
          .selectFrom('leads')
          .select('name')
          .where('workspace_id', '=', workspaceId)
          .where('lead_id', '=', party.id)
          .executeTakeFirst();
  return row?.name ?? null;
}
