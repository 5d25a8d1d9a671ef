import type { Tx } from '#platform/db/database.ts';
import type { PersonKind } from '#crm/contacts/tables.ts';
import './tables.ts';

const TABLES = {
  contact: { table: 'contacts', idColumn: 'contact_id' },
  lead: { table: 'leads', idColumn: 'lead_id' },
} as const;

/**
 * Something happened with this person: of several with one address, F2 takes the latest. No version rises,
 * since nobody changed a field.
 */
export async function touchPerson(
  tx: Tx,
  workspaceId: string,
  person: { kind: PersonKind; id: string },
  at: string,
): Promise<void> {
  const { table, idColumn } = TABLES[person.kind];
  await tx
    .updateTable(table as 'contacts')
    .set({ active_at: at })
    .where('workspace_id', '=', workspaceId)
    .where(idColumn as 'contact_id', '=', person.id)
    .where('active_at', '<', at)
    .execute();
}
