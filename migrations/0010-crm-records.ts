import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** What every kind of record keeps, whatever else it is. */
const LIFE = `owner_id text, custom text not null default '{}', version integer not null default 1,
  created_at INSTANT not null, active_at INSTANT not null, deleted_at INSTANT`;

/** Companies, deals and tickets; what links records; where they are; what one may choose from; words to find them by. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table companies (
      workspace_id text not null, company_id text not null, name text not null, name_folded text not null, name_key text not null,
      stage text not null, customer_group text, employees text, annual_revenue bigint, revenue_currency text, market_share real,
      market_segment text, industry text, territory text, website text, phone text, fax text, legal_entity text, ${LIFE},
      primary key (workspace_id, company_id),
      foreign key (workspace_id, owner_id) references members (workspace_id, member_id))`,
    // P1: one live company of a name; a trashed one gives its name free.
    `create unique index companies_by_key on companies (workspace_id, name_key) where deleted_at is null`,
    `create index companies_by_time on companies (workspace_id, created_at, company_id)`,
    `create index companies_by_name on companies (workspace_id, name_folded, company_id)`,
    `create index companies_by_owner on companies (workspace_id, owner_id, created_at)`,

    `create table deals (
      workspace_id text not null, deal_id text not null, name text not null, name_folded text not null, amount bigint, currency text,
      stage text not null, expected_close text, lost_reason text, closed_at INSTANT, ${LIFE},
      primary key (workspace_id, deal_id),
      foreign key (workspace_id, owner_id) references members (workspace_id, member_id))`,
    `create index deals_by_time on deals (workspace_id, created_at, deal_id)`,
    `create index deals_by_stage on deals (workspace_id, stage, created_at)`,
    `create index deals_by_owner on deals (workspace_id, owner_id, created_at)`,

    `create table tickets (
      workspace_id text not null, ticket_id text not null, name text not null, name_folded text not null,
      status text not null, priority text not null, ${LIFE},
      primary key (workspace_id, ticket_id),
      foreign key (workspace_id, owner_id) references members (workspace_id, member_id))`,
    `create index tickets_by_time on tickets (workspace_id, created_at, ticket_id)`,
    `create index tickets_by_status on tickets (workspace_id, status, created_at)`,

    `alter table leads add column custom text not null default '{}'`,
    `alter table contacts add column custom text not null default '{}'`,
    `create index leads_by_name on leads (workspace_id, name_folded, lead_id)`,
    `create index leads_by_owner on leads (workspace_id, owner_id, created_at)`,
    `create index contacts_by_name on contacts (workspace_id, name_folded, contact_id)`,
    `create index contacts_by_owner on contacts (workspace_id, owner_id, created_at)`,

    // From the smaller to the larger: a contact, lead, deal or ticket names its company, a deal its contacts and lead.
    `create table record_links (
      workspace_id text not null, from_kind text not null, from_id text not null, to_kind text not null, to_id text not null,
      primary key (workspace_id, from_kind, from_id, to_kind, to_id))`,
    `create index record_links_back on record_links (workspace_id, to_kind, to_id, from_kind, from_id)`,

    `create table addresses (
      workspace_id text not null, address_id text not null, record_kind text not null, record_id text not null, type text not null,
      title text, line1 text, line2 text, city text, county text, state text, postcode text, country text,
      phone text, fax text, email text, preferred integer not null, version integer not null default 1, created_at INSTANT not null,
      primary key (workspace_id, address_id))`,
    `create index addresses_of_record on addresses (workspace_id, record_kind, record_id)`,

    // Stages and other lists of choices; a workspace without rows of a list has the ones Rondo comes with.
    `create table picklist_choices (
      workspace_id text not null, list text not null, key text not null, label text not null, position integer not null,
      probability integer, outcome text,
      primary key (workspace_id, list, key))`,

    `create table custom_fields (
      workspace_id text not null, field_id text not null, record_kind text not null, key text not null, label text not null,
      kind text not null, choices text not null, position integer not null, version integer not null default 1, deleted_at INSTANT,
      primary key (workspace_id, field_id))`,
    `create unique index custom_fields_by_key on custom_fields (workspace_id, record_kind, key)`,
    // What lists filter and sort by; the values themselves stand on their record.
    `create table custom_terms (
      workspace_id text not null, field_id text not null, record_id text not null, position integer not null,
      text_value text, number_value real,
      primary key (workspace_id, field_id, record_id, position))`,
    `create index custom_terms_by_text on custom_terms (workspace_id, field_id, text_value, record_id)`,
    `create index custom_terms_by_number on custom_terms (workspace_id, field_id, number_value, record_id)`,

    // Each folded word of a record's names and addresses, so that what begins so is found by a key.
    `create table search_terms (
      workspace_id text not null, term text not null, record_kind text not null, record_id text not null,
      primary key (workspace_id, term, record_kind, record_id))`,
    `create index search_terms_of_record on search_terms (workspace_id, record_kind, record_id)`,
  ]);
}
