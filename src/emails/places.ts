import { BeginAgain, type Tx } from '#platform/db/database.ts';
import { mergedInto } from '#crm/timeline/store-merges.ts';
import { touchRecord } from '#crm/timeline/store-touch.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';

/** The record first, and nobody twice; in one order, so that two acts never wait for each other. */
export function placesOf(record: RecordRef | null, people: readonly RecordRef[]): RecordRef[] {
  const others = people.filter(({ kind, id }) => kind !== record?.kind || id !== record.id);
  const sorted = others.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return record ? [record, ...sorted] : sorted;
}

/** An e-mail is something that happened with them: of several with one address, F2 takes the latest. */
export async function touchPeople(
  tx: Tx,
  workspaceId: string,
  places: readonly RecordRef[],
  at: string,
): Promise<void> {
  for (const { kind, id } of places) {
    if (kind !== 'contact' && kind !== 'lead') continue;
    if (await touchRecord(tx, workspaceId, { kind, id }, at)) continue;
    if (await mergedInto(tx, { workspaceId, kind, id })) throw new BeginAgain('merged at this moment');
  }
}
