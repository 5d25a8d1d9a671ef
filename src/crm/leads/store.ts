import { sql, type RawBuilder } from 'kysely';
import { containsFolded } from '#platform/db/contains.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { NewRow, Row } from '#platform/db/tables.ts';
import { Problem } from '#platform/refusal.ts';
import { knownChoice } from '#crm/fields/check-choice.ts';
import { CONVERTED, FIRST_LEAD_STATUS } from '#crm/fields/picklist.ts';
import { customised } from '#crm/timeline/custom/customised.ts';
import { customFrom, liveKeysColumn } from '#crm/timeline/custom/store-custom-values.ts';
import { COMMON_COLUMNS } from '#crm/timeline/list-columns.ts';
import { sortName } from '#crm/timeline/sort-name.ts';
import type { PersonEmail } from '#crm/contacts/person-emails.ts';
import { hasAddressLike, insertEmails, readEmails, replaceEmails } from '#crm/contacts/store-emails.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
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
import type { Lead, LeadFields } from './lead.ts';
import type { Utm } from './utm.ts';
import './tables.ts';

const book = findable<LeadFields, ReadableBook<LeadFields>>({
  kind: 'lead',
  settle: async (tx, { workspaceId, before }, { status: key }) => {
    if (before?.status === CONVERTED && key !== undefined) {
      throw new Problem(409, 'conflict', 'This lead was converted into a contact: its status stays.');
    }
    if (key !== undefined && key !== (before?.status ?? FIRST_LEAD_STATUS)) {
      await knownChoice(tx, workspaceId, { list: 'leadStatus', path: 'status', key });
    }
    return {};
  },
  naming: ({ companyId }) => (companyId ? [{ path: 'companyId', kind: 'company', id: companyId }] : []),
  insert: async (tx, key, fields, at) => {
    const row = { workspace_id: key.workspaceId, lead_id: key.id, ...columnsOf(fields) };
    await insertLead(tx, { ...row, created_at: at, active_at: at, deleted_at: null });
    await insertEmails(tx, { ...key, kind: 'lead' }, fields.emails);
    await insertNewLinks(tx, { ...key, kind: 'lead' }, 'company', fields.companyId ? [fields.companyId] : []);
  },
  lock: async (tx, key) => {
    const row = await leadRow(tx, key)
      .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
      .executeTakeFirst();
    return row && withEmails(tx, row);
  },
  update: async (tx, key, change, at) => {
    await write(tx, key, { ...columnsOf(change), active_at: at });
    if (change.emails) await replaceEmails(tx, { ...key, kind: 'lead' }, change.emails);
    if (change.companyId !== undefined) {
      await replaceLinks(tx, { ...key, kind: 'lead' }, 'company', change.companyId ? [change.companyId] : []);
    }
  },
  trash: (tx, key, deletedAt) => write(tx, key, { deleted_at: deletedAt }),
  read: readLead,
  list: listLeads,
  ...idsOf('lead', holdsWords),
  columns: {
    ...COMMON_COLUMNS,
    status: { column: 'status', kind: 'choice', required: true },
    source: { column: 'source', kind: 'words' },
    jobTitle: { column: 'job_title', kind: 'words' },
    companyName: { column: 'company_name', kind: 'words' },
  },
});

export const leadBook = customised<LeadFields, ReadableBook<LeadFields>>(book);

const insertLead = prepared((db, row: NewRow<'leads'>) => db.insertInto('leads').values(row));

/** A lead, trashed ones too. */
export async function readLead(db: Reader, key: RecordKey): Promise<Lead | undefined> {
  const row = await leadRow(db, key).executeTakeFirst();
  return row && withEmails(db, row);
}

/** Live leads in the order asked for; one more than `limit` when there is another page. */
async function listLeads(db: Reader, workspaceId: string, filter: RecordFilter): Promise<Listed<Lead>[]> {
  const rows = await pageQuery(db, 'lead', workspaceId, filter, holdsWords).execute();
  const leads = rows as unknown as (LeadRow & { sort_value: string | number })[];
  const ids = leads.map((row) => row.lead_id);
  const emails = await readEmails(db, workspaceId, 'lead', ids);
  return leads.map((row) => ({ ...leadFrom(row, emails.get(row.lead_id)), sortValue: row.sort_value }));
}

function holdsWords(words: string): RawBuilder<boolean> {
  return sql`(${containsFolded('name_folded', words)} or ${hasAddressLike('lead', 'leads.lead_id', words)})`;
}

type LeadRow = Row<'leads'> & { links: LinksColumn; live_keys: string | null };

function leadRow(db: Reader, { workspaceId, id }: RecordKey) {
  return db
    .selectFrom('leads')
    .selectAll()
    .select(linksColumn(db, 'lead').as('links'))
    .select(liveKeysColumn('lead', workspaceId).as('live_keys'))
    .where('workspace_id', '=', workspaceId)
    .where('lead_id', '=', id);
}

async function write(tx: Tx, key: RecordKey, columns: Partial<Row<'leads'>>): Promise<void> {
  await tx
    .updateTable('leads')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', key.workspaceId)
    .where('lead_id', '=', key.id)
    .execute();
}

async function withEmails(db: Reader, row: LeadRow): Promise<Lead> {
  const emails = await readEmails(db, row.workspace_id, 'lead', [row.lead_id]);
  return leadFrom(row, emails.get(row.lead_id));
}

function columnsOf(fields: LeadFields): Omit<Row<'leads'>, Kept>;
function columnsOf(fields: Partial<LeadFields>): Partial<Row<'leads'>>;
function columnsOf({ name, ...rest }: Partial<LeadFields>): Partial<Row<'leads'>> {
  const columns = {
    phone: rest.phone,
    skype: rest.skype,
    job_title: rest.jobTitle,
    company_name: rest.companyName,
    source: rest.source,
    utm: rest.utm && JSON.stringify(rest.utm),
    status: rest.status,
    owner_id: rest.ownerId,
  };
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  return { ...given, ...(name !== undefined && { name, name_folded: sortName(name) }) };
}

type Kept = 'workspace_id' | 'lead_id' | 'version' | 'created_at' | 'active_at' | 'deleted_at' | 'custom';

function linkedTo({ links }: { links: LinksColumn }, kind: RecordKind): string | null {
  return linksFrom(links).find((one) => one.kind === kind)?.id ?? null;
}

function leadFrom(row: LeadRow, emails: PersonEmail[] = []): Lead {
  return {
    id: row.lead_id,
    fields: {
      name: row.name,
      emails,
      phone: row.phone,
      skype: row.skype,
      jobTitle: row.job_title,
      companyName: row.company_name,
      companyId: linkedTo(row, 'company'),
      contactId: linkedTo(row, 'contact'),
      source: row.source,
      utm: row.utm === null ? null : (JSON.parse(row.utm) as Utm),
      status: row.status,
      ownerId: row.owner_id,
      custom: customFrom(row),
    },
    version: row.version,
    createdAt: row.created_at,
    activeAt: row.active_at,
    deletedAt: row.deleted_at,
  };
}
