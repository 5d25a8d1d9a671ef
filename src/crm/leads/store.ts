import { containsFolded } from '#platform/db/contains.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { NewRow, Row } from '#platform/db/tables.ts';
import { sortName } from '#crm/timeline/sort-name.ts';
import type { PersonEmail } from '#crm/contacts/person-emails.ts';
import { hasAddressLike, insertEmails, readEmails, replaceEmails } from '#crm/contacts/store-emails.ts';
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
import type { Lead, LeadFields, LeadStatus } from './lead.ts';
import './tables.ts';

export const leadBook: RecordBook<LeadFields> = {
  kind: 'lead',
  naming: ({ companyId }) => (companyId ? [{ path: 'companyId', kind: 'company', id: companyId }] : []),
  insert: async (tx, key, fields, at) => {
    await insertLead(tx, {
      workspace_id: key.workspaceId,
      lead_id: key.id,
      ...columnsOf(fields),
      created_at: at,
      active_at: at,
      deleted_at: null,
    });
    await insertEmails(tx, { ...key, kind: 'lead' }, fields.emails);
    if (fields.companyId) await insertLinks(tx, { ...key, kind: 'lead' }, 'company', [fields.companyId]);
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
};

const insertLead = prepared((db, row: NewRow<'leads'>) => db.insertInto('leads').values(row));

/** A lead, trashed ones too. */
export async function readLead(db: Reader, key: RecordKey): Promise<Lead | undefined> {
  const row = await leadRow(db, key).executeTakeFirst();
  return row && withEmails(db, row);
}

export interface LeadFilter extends RecordFilter {
  status?: LeadStatus;
  companyId?: string;
}

/** Live leads in the order asked for; one more than `limit` when there is another page. */
export async function listLeads(
  db: Reader,
  workspaceId: string,
  { q, status, ownerId, companyId, limitedTo, sort, after, limit }: LeadFilter,
): Promise<Lead[]> {
  const rows = await db
    .selectFrom('leads')
    .selectAll()
    .select(linksColumn(db, 'lead').as('links'))
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .$if(q !== undefined, (query) =>
      query.where((eb) =>
        eb.or([containsFolded('name_folded', q!), hasAddressLike('lead', 'leads.lead_id', q!)]),
      ),
    )
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
    .$if(ownerId !== undefined, (query) => query.where('owner_id', '=', ownerId!))
    .$if(companyId !== undefined, (query) => query.where(belongsTo('lead', workspaceId, companyId!)))
    .$if(limitedTo !== undefined, (query) =>
      query.where((eb) => eb.or([eb('owner_id', 'is', null), eb('owner_id', '=', limitedTo!)])),
    )
    .$if(after !== undefined, (query) => query.where(comesAfter(sort, 'lead_id', after!)))
    .orderBy(sort.column, sort.descending ? 'desc' : 'asc')
    .orderBy('lead_id', sort.descending ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute();
  const ids = rows.map((row) => row.lead_id);
  const emails = await readEmails(db, workspaceId, 'lead', ids);
  return rows.map((row) => leadFrom(row, emails.get(row.lead_id)));
}

function leadRow(db: Reader, { workspaceId, id }: RecordKey) {
  return db
    .selectFrom('leads')
    .selectAll()
    .select(linksColumn(db, 'lead').as('links'))
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

async function withEmails(db: Reader, row: Row<'leads'> & { links: LinksColumn }): Promise<Lead> {
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
    status: rest.status,
    owner_id: rest.ownerId,
  };
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  return { ...given, ...(name !== undefined && { name, name_folded: sortName(name) }) };
}

type Kept = 'workspace_id' | 'lead_id' | 'version' | 'created_at' | 'active_at' | 'deleted_at' | 'custom';

function leadFrom(row: Row<'leads'> & { links: LinksColumn }, emails: PersonEmail[] = []): Lead {
  return {
    id: row.lead_id,
    fields: {
      name: row.name,
      emails,
      phone: row.phone,
      skype: row.skype,
      jobTitle: row.job_title,
      companyName: row.company_name,
      companyId: linksFrom(row.links)[0]?.id ?? null,
      source: row.source,
      status: row.status as LeadStatus,
      ownerId: row.owner_id,
    },
    version: row.version,
    createdAt: row.created_at,
    activeAt: row.active_at,
    deletedAt: row.deleted_at,
  };
}
