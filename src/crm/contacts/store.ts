import { sql, type RawBuilder } from 'kysely';
import { containsFolded } from '#platform/db/contains.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { gatherRows } from '#platform/db/gather.ts';
import type { Row } from '#platform/db/tables.ts';
import { customised } from '#crm/timeline/custom/customised.ts';
import { customFrom, liveKeysColumn } from '#crm/timeline/custom/store-custom-values.ts';
import { COMMON_COLUMNS } from '#crm/timeline/list-columns.ts';
import { sortName } from '#crm/timeline/sort-name.ts';
import { findable } from '#crm/timeline/findable.ts';
import type { RecordKey } from '#crm/timeline/record.ts';
import type { ReadableBook } from '#crm/timeline/store-book.ts';
import {
  insertNewLinks,
  linksColumn,
  linksFrom,
  replaceLinks,
  type LinksColumn,
} from '#crm/timeline/store-links.ts';
import { idsOf } from '#crm/timeline/store-ids.ts';
import { pageQuery, type Listed, type RecordFilter } from '#crm/timeline/store-page.ts';
import type { Contact, ContactFields } from './contact.ts';
import type { PersonEmail, PersonPhone } from './person-emails.ts';
import { hasAddressLike, insertEmails, readEmails, replaceEmails } from './store-emails.ts';
import './tables.ts';

const book = findable<ContactFields, ReadableBook<ContactFields>>({
  kind: 'contact',
  naming: ({ companyIds = [] }) =>
    companyIds.map((id, at) => ({ path: `companyIds.${at}`, kind: 'company', id })),
  insert: async (tx, key, fields, at) => {
    const row = { workspace_id: key.workspaceId, contact_id: key.id, ...columnsOf(fields) };
    await gatherRows(tx, 'contacts', [{ ...row, created_at: at, active_at: at, deleted_at: null }]);
    await insertEmails(tx, { ...key, kind: 'contact' }, fields.emails);
    await insertNewLinks(tx, { ...key, kind: 'contact' }, 'company', fields.companyIds);
  },
  lock: async (tx, key) => {
    const row = await contactRow(tx, key)
      .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
      .executeTakeFirst();
    return row && withEmails(tx, row);
  },
  update: async (tx, key, change, at) => {
    await write(tx, key, { ...columnsOf(change), active_at: at });
    if (change.emails) await replaceEmails(tx, { ...key, kind: 'contact' }, change.emails);
    if (change.companyIds) await replaceLinks(tx, { ...key, kind: 'contact' }, 'company', change.companyIds);
  },
  trash: (tx, key, deletedAt) => write(tx, key, { deleted_at: deletedAt }),
  read: readContact,
  list: listContacts,
  ...idsOf('contact', holdsWords),
  columns: { ...COMMON_COLUMNS, jobTitle: { column: 'job_title', kind: 'words' } },
});

export const contactBook = customised<ContactFields, ReadableBook<ContactFields>>(book);

/** A contact, trashed ones too. */
export async function readContact(db: Reader, key: RecordKey): Promise<Contact | undefined> {
  const row = await contactRow(db, key).executeTakeFirst();
  return row && withEmails(db, row);
}

/** Live contacts in the order asked for; one more than `limit` when there is another page. */
async function listContacts(
  db: Reader,
  workspaceId: string,
  filter: RecordFilter,
): Promise<Listed<Contact>[]> {
  const rows = await pageQuery(db, 'contact', workspaceId, filter, holdsWords).execute();
  const contacts = rows as unknown as (ContactRow & { sort_value: string | number })[];
  const ids = contacts.map((row) => row.contact_id);
  const emails = await readEmails(db, workspaceId, 'contact', ids);
  return contacts.map((row) => ({
    ...contactFrom(row, emails.get(row.contact_id)),
    sortValue: row.sort_value,
  }));
}

function holdsWords(words: string): RawBuilder<boolean> {
  return sql`(${containsFolded('name_folded', words)}
    or ${hasAddressLike('contact', 'contacts.contact_id', words)})`;
}

type ContactRow = Row<'contacts'> & { links: LinksColumn; live_keys: string | null };

function contactRow(db: Reader, { workspaceId, id }: RecordKey) {
  return db
    .selectFrom('contacts')
    .selectAll()
    .select(linksColumn(db, 'contact').as('links'))
    .select(liveKeysColumn('contact', workspaceId).as('live_keys'))
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', id);
}

async function write(tx: Tx, key: RecordKey, columns: Partial<Row<'contacts'>>): Promise<void> {
  await tx
    .updateTable('contacts')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', key.workspaceId)
    .where('contact_id', '=', key.id)
    .execute();
}

async function withEmails(db: Reader, row: ContactRow): Promise<Contact> {
  const emails = await readEmails(db, row.workspace_id, 'contact', [row.contact_id]);
  return contactFrom(row, emails.get(row.contact_id));
}

function columnsOf(fields: ContactFields): Omit<Row<'contacts'>, Kept>;
function columnsOf(fields: Partial<ContactFields>): Partial<Row<'contacts'>>;
function columnsOf({ name, jobTitle, ownerId, phones }: Partial<ContactFields>): Partial<Row<'contacts'>> {
  return {
    ...(name !== undefined && { name, name_folded: sortName(name) }),
    ...(jobTitle !== undefined && { job_title: jobTitle }),
    ...(ownerId !== undefined && { owner_id: ownerId }),
    ...(phones !== undefined && { phones: JSON.stringify(phones) }),
  };
}

type Kept = 'workspace_id' | 'contact_id' | 'version' | 'created_at' | 'active_at' | 'deleted_at' | 'custom';

function contactFrom(row: ContactRow, emails: PersonEmail[] = []): Contact {
  const phones = JSON.parse(row.phones) as PersonPhone[];
  const companyIds = linksFrom(row.links).map(({ id }) => id);
  return {
    id: row.contact_id,
    fields: {
      name: row.name,
      emails,
      phones,
      jobTitle: row.job_title,
      companyIds,
      ownerId: row.owner_id,
      custom: customFrom(row),
    },
    version: row.version,
    createdAt: row.created_at,
    activeAt: row.active_at,
    deletedAt: row.deleted_at,
  };
}
