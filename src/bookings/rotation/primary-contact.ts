import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Reader } from '#platform/db/database.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import type { Visitor } from '#bookings/booking.ts';
import { readPeopleOfRecord, type PersonOfRecord } from './store-primary-contact.ts';

/**
 * Whom a meeting is with when it is booked from a record and nobody is named: the person themself, else of the people
 * whom the deal or ticket names, or who belong to the company, a contact before a lead, then whoever has the latest
 * news. Only people with an address whom the caller may see; null when there is none: then it has no visitor.
 */
export async function primaryContact(
  db: Reader,
  caller: Caller,
  record: { kind: RecordKind; id: string },
): Promise<Visitor | null> {
  const people = await readPeopleOfRecord(db, caller.workspaceId, record);
  const seen = people.filter((person) => maySee(caller, person));
  const [first] = seen.toSorted((one, other) => (rankOf(one) > rankOf(other) ? -1 : 1));
  return first ? { name: first.name, email: first.email } : null;
}

/** Contacts before leads, then the latest news. */
function rankOf({ kind, activeAt, id }: PersonOfRecord): string {
  return `${kind === 'contact' ? 1 : 0} ${activeAt} ${id}`;
}
