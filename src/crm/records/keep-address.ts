import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound, Problem } from '#platform/refusal.ts';
import { changesBetween, type FieldChange } from '#crm/timeline/changes.ts';
import { append } from '#crm/timeline/store.ts';
import { NEW_ADDRESS, saysWhere, type Address, type AddressedKind, type AddressFields } from './address.ts';
import { editableRecord } from './record-desks.ts';
import {
  deleteAddress,
  insertAddress,
  listAddresses,
  preferOnly,
  touchAddressed,
  updateAddress,
  type Addressed,
} from './store-addresses.ts';

/** The most that one record keeps. */
export const MOST_ADDRESSES = 100;

export interface Place {
  kind: AddressedKind;
  id: string;
}

/** Adds an address (P3). A preferred one takes that from the one that was. */
export async function addAddress(
  platform: Platform,
  caller: Caller,
  place: Place,
  given: Partial<AddressFields>,
): Promise<Address> {
  const at = isoNow(platform.clock);
  return platform.db.transact(async (tx) => {
    const { record, addresses } = await lockAddresses(tx, caller, place, at);
    if (addresses.length >= MOST_ADDRESSES) {
      throw new Problem(
        409,
        'conflict',
        'This record has as many addresses as it can keep. Delete one first.',
      );
    }
    const fields = { ...NEW_ADDRESS, ...onlyGiven(given) };
    const address = { ...checked(fields), id: newId(), version: 1, createdAt: at };
    await insertAddress(tx, record, address);
    if (address.preferred) await preferOnly(tx, record, address.id);
    await tell(tx, caller, place, at, { what: 'added', address });
    return address;
  });
}

/** Changes an address; where somebody was faster than `version`, the present one comes back. */
export async function changeAddress(
  platform: Platform,
  caller: Caller,
  place: Place,
  id: string,
  given: Partial<AddressFields>,
  version?: number,
): Promise<Address | { changedMeanwhile: Address }> {
  const at = isoNow(platform.clock);
  return platform.db.transact(async (tx) => {
    const { record, addresses } = await lockAddresses(tx, caller, place, at);
    const before = found(addresses, id);
    if (version !== undefined && version !== before.version) return { changedMeanwhile: before };
    const changes = changesBetween<AddressFields>(before, given);
    if (changes.length === 0) return before;
    const address = { ...before, ...onlyGiven(given), version: before.version + 1 };
    checked(address);
    await updateAddress(tx, caller.workspaceId, address);
    if (address.preferred) await preferOnly(tx, record, id);
    await tell(tx, caller, place, at, { what: 'changed', address, changes });
    return address;
  });
}

/** Takes an address away; that it was there stays on the timeline. */
export async function removeAddress(
  platform: Platform,
  caller: Caller,
  place: Place,
  id: string,
): Promise<void> {
  const at = isoNow(platform.clock);
  await platform.db.transact(async (tx) => {
    const { addresses } = await lockAddresses(tx, caller, place, at);
    const address = found(addresses, id);
    await deleteAddress(tx, caller.workspaceId, id);
    await tell(tx, caller, place, at, { what: 'deleted', address });
  });
}

async function lockAddresses(tx: Tx, caller: Caller, place: Place, at: string) {
  await editableRecord(tx, caller, place.kind, place.id);
  const record: Addressed = { workspaceId: caller.workspaceId, ...place };
  if (!(await touchAddressed(tx, record, at))) throw notFound();
  return { record, addresses: await listAddresses(tx, caller.workspaceId, place, MOST_ADDRESSES) };
}

function found(addresses: readonly Address[], id: string): Address {
  const address = addresses.find((one) => one.id === id);
  if (!address) throw notFound();
  return address;
}

function checked(fields: AddressFields): AddressFields {
  if (saysWhere(fields)) return fields;
  throw invalid({ path: 'line1', message: 'Write at least one line of the address.' });
}

function onlyGiven(given: Partial<AddressFields>): Partial<AddressFields> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

interface Told {
  what: 'added' | 'changed' | 'deleted';
  address: Address;
  changes?: FieldChange[];
}

async function tell(tx: Tx, caller: Caller, place: Place, at: string, told: Told): Promise<void> {
  const { what, address, changes } = told;
  const { id: addressId, type, title, line1, city } = address;
  const data = { what, addressId, type, title: title ?? line1 ?? city, ...(changes && { changes }) };
  const by = { kind: 'member', id: caller.memberId } as const;
  await append(tx, { workspaceId: caller.workspaceId, kind: 'address', at, by, data }, [place]);
}
