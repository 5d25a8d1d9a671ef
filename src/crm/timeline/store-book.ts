import { containsFolded } from '#platform/db/contains.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { gatherRows } from '#platform/db/gather.ts';
import { customised } from './custom/customised.ts';
import { customFrom, liveKeysColumn } from './custom/store-custom-values.ts';
import { findable } from './findable.ts';
import { COMMON_COLUMNS, type ListColumns } from './list-columns.ts';
import { RECORD_TABLES, type RecordKind } from './record-kinds.ts';
import type { Kept, Naming, RecordBook, RecordFields, RecordKey } from './record.ts';
import { sortName } from './sort-name.ts';
import { insertNewLinks, linksColumn, linksFrom, replaceLinks, type LinksColumn } from './store-links.ts';
import { idsOf, type ListedId } from './store-ids.ts';
import { pageQuery, type Listed, type RecordFilter } from './store-page.ts';
import './tables.ts';

/** A field that names other records: `companyId` one company, `contactIds` several contacts. */
export interface LinkField<F> {
  field: keyof F & string;
  kind: RecordKind;
  many: boolean;
}

/** What is particular about the table of one kind. */
export interface BookPlan<F extends RecordFields> {
  kind: RecordKind;
  links: readonly LinkField<F>[];
  /** The columns of those fields that are given, besides name, owner and links. */
  columnsOf: (fields: Partial<F>) => object;
  /** The fields of a row, besides name, owner and links. */
  fieldsOf: (row: never) => object;
  taken?: RecordBook<F>['taken'];
  settle?: RecordBook<F>['settle'];
  nameField?: string;
  /** What its lists can be sorted and filtered by, besides what every kind has. */
  columns: ListColumns;
}

/** A kind's book with its reading side: every kind without addresses of its own is kept alike. */
export interface ReadableBook<F extends RecordFields> extends RecordBook<F> {
  /** A record, trashed ones too. */
  read(db: Reader, key: RecordKey): Promise<Kept<F> | undefined>;
  /** Live records in the order asked for, in one statement; one more than `limit` when there is another page. */
  list(db: Reader, workspaceId: string, filter: RecordFilter): Promise<Listed<Kept<F>>[]>;
  /** The same without the records: whose they are, in order, and how many there are. */
  ids(db: Reader, workspaceId: string, filter: RecordFilter): Promise<ListedId[]>;
  count(db: Reader, workspaceId: string, filter: RecordFilter): Promise<number>;
  columns: ListColumns;
}

export function bookOf<F extends RecordFields>(plan: BookPlan<F>): ReadableBook<F> {
  const shelf = shelfOf(plan);
  const book = findable<F, ReadableBook<F>>({
    kind: plan.kind,
    columns: { ...COMMON_COLUMNS, ...plan.columns },
    naming: (fields) => plan.links.flatMap((link) => namedBy(link, fields)),
    ...(plan.taken && { taken: plan.taken }),
    ...(plan.settle && { settle: plan.settle }),
    ...(plan.nameField && { nameField: plan.nameField }),
    insert: async (tx, key, fields, at) => {
      await shelf.insert(tx, key, fields, at);
      await eachLink(plan, fields, (kind, ids) => insertNewLinks(tx, { ...key, kind: plan.kind }, kind, ids));
    },
    lock: shelf.lock,
    update: async (tx, key, change, at) => {
      await shelf.write(tx, key, { ...shelf.columnsOf(change), active_at: at });
      await eachLink(plan, change, (kind, ids) => replaceLinks(tx, { ...key, kind: plan.kind }, kind, ids));
    },
    trash: (tx, key, deletedAt) => shelf.write(tx, key, { deleted_at: deletedAt }),
    read: shelf.read,
    list: shelf.list,
    ids: shelf.ids,
    count: shelf.count,
  });
  return customised<F, ReadableBook<F>>(book);
}

function namedBy<F extends RecordFields>({ field, kind, many }: LinkField<F>, fields: Partial<F>): Naming[] {
  const ids = idsIn(fields[field]);
  return ids.map((id, at) => ({ path: many ? `${field}.${at}` : field, kind, id }));
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value as string[];
  return typeof value === 'string' ? [value] : [];
}

async function eachLink<F extends RecordFields>(
  { links }: BookPlan<F>,
  fields: Partial<F>,
  act: (kind: RecordKind, ids: string[]) => Promise<void>,
): Promise<void> {
  for (const { field, kind } of links) {
    if (fields[field] !== undefined) await act(kind, idsIn(fields[field]));
  }
}

/** What every table of records has; each kind's own columns are known to its plan alone. */
interface CommonRow {
  name: string;
  owner_id: string | null;
  version: number;
  created_at: string;
  active_at: string;
  deleted_at: string | null;
  custom: string;
  live_keys: string | null;
  links: LinksColumn;
}

function shelfOf<F extends RecordFields>(plan: BookPlan<F>) {
  return { ...readingSide(plan), ...writingSide(plan) };
}

// Kysely cannot know a table by a variable: all of them have the columns of companies that are named here.
function placeOf(kind: RecordKind): { table: 'companies'; id: 'company_id' } {
  const { table, idColumn } = RECORD_TABLES[kind];
  return { table: table as 'companies', id: idColumn as 'company_id' };
}

function readingSide<F extends RecordFields>(plan: BookPlan<F>) {
  const { table, id } = placeOf(plan.kind);
  const rowOf = (db: Reader, key: RecordKey) =>
    db
      .selectFrom(table)
      .selectAll()
      .select(linksColumn(db, plan.kind).as('links'))
      .select(liveKeysColumn(plan.kind, key.workspaceId).as('live_keys'))
      .where('workspace_id', '=', key.workspaceId)
      .where(id, '=', key.id);
  const kept = (row: object): Kept<F> => keptFrom(plan, row as CommonRow & Record<string, string>);
  const named = (words: string) => containsFolded('name_folded', words);
  return {
    ...idsOf(plan.kind, named),
    lock: async (tx: Tx, key: RecordKey) => {
      const row = await rowOf(tx, key)
        .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
        .executeTakeFirst();
      return row && kept(row);
    },
    read: async (db: Reader, key: RecordKey) => {
      const row = await rowOf(db, key).executeTakeFirst();
      return row && kept(row);
    },
    list: async (db: Reader, workspaceId: string, filter: RecordFilter) => {
      const rows = await pageQuery(db, plan.kind, workspaceId, filter, named).execute();
      return rows.map((row) => ({ ...kept(row), sortValue: row.sort_value }));
    },
  };
}

function writingSide<F extends RecordFields>(plan: BookPlan<F>) {
  const { table, id } = placeOf(plan.kind);
  const columnsOf = (fields: Partial<F>): object => ({
    ...plan.columnsOf(fields),
    ...(fields.name !== undefined && { name: fields.name, name_folded: sortName(fields.name) }),
    ...(fields.ownerId !== undefined && { owner_id: fields.ownerId }),
  });
  return {
    columnsOf,
    insert: async (tx: Tx, key: RecordKey, fields: F, at: string): Promise<void> => {
      const when = { created_at: at, active_at: at, deleted_at: null };
      const row = { workspace_id: key.workspaceId, [id]: key.id, ...columnsOf(fields), ...when };
      await gatherRows(tx, table, [row as never]);
    },
    write: async (tx: Tx, key: RecordKey, columns: object): Promise<void> => {
      await tx
        .updateTable(table)
        .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
        .where('workspace_id', '=', key.workspaceId)
        .where(id, '=', key.id)
        .execute();
    },
  };
}

function keptFrom<F extends RecordFields>(
  plan: BookPlan<F>,
  row: CommonRow & Record<string, string>,
): Kept<F> {
  const linked = linksFrom(row.links);
  const ids = ({ kind, many }: LinkField<F>) => {
    const own = linked.filter((one) => one.kind === kind).map((one) => one.id);
    return many ? own : (own[0] ?? null);
  };
  const links = Object.fromEntries(plan.links.map((link) => [link.field, ids(link)]));
  const custom = customFrom(row);
  const fields = { name: row.name, ownerId: row.owner_id, ...plan.fieldsOf(row as never), ...links, custom };
  return {
    id: row[RECORD_TABLES[plan.kind].idColumn]!,
    fields: fields as unknown as F,
    version: row.version,
    createdAt: row.created_at,
    activeAt: row.active_at,
    deletedAt: row.deleted_at,
  };
}
