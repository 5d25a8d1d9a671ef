import type { Tx } from '#platform/db/database.ts';
import { Problem } from '#platform/refusal.ts';
import { MOST_ADDRESSES } from '#crm/records/keep-address.ts';
import type { RecordMerged } from '#crm/timeline/facts.ts';
import { countAddresses } from './store-carry.ts';

/** A record keeps so many addresses and no more: 409 where two would have more together. */
export async function refuseTooMany(tx: Tx, merged: RecordMerged): Promise<void> {
  if ((await countAddresses(tx, merged)) <= MOST_ADDRESSES) return;
  const detail = 'Together they have more addresses than a record can keep. Delete some first.';
  throw new Problem(409, 'conflict', detail);
}
