import { containsFolded } from '#platform/db/contains.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import { sortName } from '#crm/timeline/sort-name.ts';
import type { RecordBook, RecordKey } from '#crm/timeline/record.ts';
import {
  belongsTo,
  insertLinks,
  linksColumn,
  linksFrom,
  replaceLinks,
  type LinksColumn,
} from '#crm/timeline/store-links.ts';
import { comesAfter, type RecordFilter } from '#crm/timeline/store-page.ts';
import type { Contact, ContactFields } from './contact.ts';
import type { PersonEmail, PersonPhone } from './person-emails.ts';
import { hasAddressLike, insertEmails, readEmails, replaceEmails } from './store-emails.ts';
import './tables.ts';

export const contactBook: RecordBook<ContactFields> = {
  kind: 'contact',
  naming: ({ companyIds = [] }) =>
    companyIds.map((id, at) => ({ path: `companyIds.${at}`, kind: 'company', id })),
  insert: async (tx, key, fields, at) => {
    await tx
      .insertInto('contacts')
      .values({
        workspace_id: key.workspaceId,
        contact_id: key.id,
        ...columnsOf(fields),
        created_at: at,
        active_at: at,
        deleted_at: null,
      })
      .execute();
    await insertEmails(tx, { ...key, kind: 'contact' }, fields.emails);
    await insertLinks(tx, { ...key, kind: 'contact' }, 'company', fields.companyIds);
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
};

/** A contact, trashed ones too. */
export async function readContact(db: Reader, key: RecordKey): Promise<Contact | undefined> {
  const row = await contactRow(db, key).executeTakeFirst();
  return row && withEmails(db, row);
}

export interface ContactFilter extends RecordFilter {
  companyId?: string;
}

/** Live contacts in the order asked for; one more than `limit` when there is another page. */
export async function listContacts(
  db: Reader,
  workspaceId: string,
  { q, ownerId, companyId, limitedTo, sort, after, limit }: ContactFilter,
): Promise<Contact[]> {
  const rows = await db
    .selectFrom('contacts')
    .selectAll()
    .select(linksColumn(db, 'contact').as('links'))
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .$if(q !== undefined, (query) =>
      query.where((eb) =>
        eb.or([containsFolded('name_folded', q!), hasAddressLike('contact', 'contacts.contact_id', q!)]),
      ),
    )
    .$if(ownerId !== undefined, (query) => query.where('owner_id', '=', ownerId!))
    .$if(companyId !== undefined, (query) => query.where(belongsTo('contact', workspaceId, companyId!)))
    .$if(limitedTo !== undefined, (query) =>
      query.where((eb) => eb.or([eb('owner_id', 'is', null), eb('owner_id', '=', limitedTo!)])),
    )
    .$if(after !== undefined, (query) => query.where(comesAfter(sort, 'contact_id', after!)))
    .orderBy(sort.column, sort.descending ? 'desc' : 'asc')
    .orderBy('contact_id', sort.descending ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute();
  const ids = rows.map((row) => row.contact_id);
  const emails = await readEmails(db, workspaceId, 'contact', ids);
  return rows.map((row) => contactFrom(row, emails.get(row.contact_id)));
}

function contactRow(db: Reader, { workspaceId, id }: RecordKey) {
  return db
    .selectFrom('contacts')
    .selectAll()
    .select(linksColumn(db, 'contact').as('links'))
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

async function withEmails(db: Reader, row: Row<'contacts'> & { links: LinksColumn }): Promise<Contact> {
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

function contactFrom(row: Row<'contacts'> & { links: LinksColumn }, emails: PersonEmail[] = []): Contact {
  const phones = JSON.parse(row.phones) as PersonPhone[];
  const companyIds = linksFrom(row.links).map(({ id }) => id);
  return {
    id: row.contact_id,
    fields: { name: row.name, emails, phones, jobTitle: row.job_title, companyIds, ownerId: row.owner_id },
    version: row.version,
    createdAt: row.created_at,
    activeAt: row.active_at,
    deletedAt: row.deleted_at,
  };
}
