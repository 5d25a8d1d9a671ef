import type { Reader } from '#platform/db/database.ts';
import type { ListColumn, ListColumns } from '../list-columns.ts';
import type { RecordKind } from '../record-kinds.ts';
import { COMPARED_AS } from './compared-as.ts';
import type { CustomField } from './custom-field.ts';
import { readCustomFields } from './store-custom-fields.ts';

/**
 * What a list is sorted and filtered by. The workspace's own fields are among it, read in one statement, only where the
 * address names one.
 */
export async function columnsFor(
  db: Reader,
  workspaceId: string,
  { kind, columns }: { kind: RecordKind; columns: ListColumns },
  { sort, filter = '' }: { sort: string; filter?: string },
): Promise<ListColumns> {
  if (!sort.includes('custom.') && !filter.includes('custom.')) return columns;
  const fields = await readCustomFields(db, workspaceId, kind);
  return { ...columns, ...Object.fromEntries(fields.map(columnOf)) };
}

function columnOf({ key, type }: CustomField): [string, ListColumn] {
  const kind = COMPARED_AS[type];
  const isNumber = kind === 'number' || kind === 'yes-no';
  return [`custom.${key}`, { column: isNumber ? 'number_value' : 'text_value', kind, customKey: key }];
}
