import type { Reader } from '#platform/db/database.ts';
import { nameKey } from './store.ts';
import './tables.ts';

/** The live company of this name, whatever its case and spaces; there is one at most (P1). */
export async function findCompanyNamed(
  db: Reader,
  workspaceId: string,
  name: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('companies')
    .select('company_id')
    .where('workspace_id', '=', workspaceId)
    .where('name_key', '=', nameKey(name))
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.company_id;
}
