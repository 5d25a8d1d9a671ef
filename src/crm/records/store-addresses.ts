import type { Reader, Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';
import { RECORD_TABLES } from '#crm/timeline/record-kinds.ts';
import type { Address, AddressedKind, AddressFields, AddressType } from './address.ts';
import './tables.ts';
import '#crm/companies/tables.ts';

export interface Addressed {
  workspaceId: string;
  kind: AddressedKind;
  id: string;
}

/** A record's addresses, the preferred one first. */
export async function listAddresses(
  db: Reader,
  workspaceId: string,
  record: RecordRef,
  limit: number,
): Promise<Address[]> {
  const rows = await db
    .selectFrom('addresses')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', record.kind)
    .where('record_id', '=', record.id)
    .orderBy('preferred', 'desc')
    .orderBy('address_id')
    .limit(limit)
    .execute();
  return rows.map(addressFrom);
}

/**
 * The record did something now; until the act ends nobody else changes its addresses: one is preferred at most. False
 * when it went to the trash at this very moment.
 */
export async function touchAddressed(
  tx: Tx,
  { workspaceId, kind, id }: Addressed,
  at: string,
): Promise<boolean> {
  const { table, idColumn } = RECORD_TABLES[kind];
  const { numUpdatedRows } = await tx
    .updateTable(table as 'companies')
    .set({ active_at: at })
    .where('workspace_id', '=', workspaceId)
    .where(idColumn as 'company_id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertAddress(tx: Tx, record: Addressed, address: Address): Promise<void> {
  await tx
    .insertInto('addresses')
    .values({
      workspace_id: record.workspaceId,
      address_id: address.id,
      record_kind: record.kind,
      record_id: record.id,
      ...columnsOf(address),
      created_at: address.createdAt,
    })
    .execute();
}

export async function updateAddress(tx: Tx, workspaceId: string, address: Address): Promise<void> {
  await tx
    .updateTable('addresses')
    .set({ ...columnsOf(address), version: address.version })
    .where('workspace_id', '=', workspaceId)
    .where('address_id', '=', address.id)
    .execute();
}

/** None of the record's addresses is the preferred one any more, but this. */
export async function preferOnly(tx: Tx, record: Addressed, addressId: string): Promise<void> {
  await tx
    .updateTable('addresses')
    .set((eb) => ({ preferred: 0 as const, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', record.workspaceId)
    .where('record_kind', '=', record.kind)
    .where('record_id', '=', record.id)
    .where('preferred', '=', 1)
    .where('address_id', '!=', addressId)
    .execute();
}

export async function deleteAddress(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx
    .deleteFrom('addresses')
    .where('workspace_id', '=', workspaceId)
    .where('address_id', '=', id)
    .execute();
}

function columnsOf({ type, preferred, ...rest }: AddressFields) {
  const { title, line1, line2, city, county, state, postcode, country, phone, fax, email } = rest;
  const texts = { title, line1, line2, city, county, state, postcode, country, phone, fax, email };
  return { type, ...texts, preferred: preferred ? (1 as const) : (0 as const) };
}

function addressFrom(row: Row<'addresses'>): Address {
  const { title, line1, line2, city, county, state, postcode, country, phone, fax, email } = row;
  return {
    id: row.address_id,
    type: row.type as AddressType,
    title,
    line1,
    line2,
    city,
    county,
    state,
    postcode,
    country,
    phone,
    fax,
    email,
    preferred: row.preferred === 1,
    version: row.version,
    createdAt: row.created_at,
  };
}
