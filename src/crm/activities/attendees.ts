import type { Tx } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import { may, type Caller } from '#platform/http/caller.ts';
import { isId } from '#platform/ids.ts';
import { checkAddress } from '#platform/mailer/address.ts';
import { invalid, notAllowed } from '#platform/refusal.ts';
import type { Member } from '#people/member.ts';
import { readMembers } from '#people/store.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import { readLinked, type LinkedRecord } from '#crm/timeline/store-links.ts';
import { holdRecords } from '#crm/timeline/store-merges.ts';
import type { GivenAttendee } from './record-event-fields.ts';
import { keyOf, membersOf, type Attendee, type RecordEventFields } from './record-event.ts';
import { readMembersAt } from './store-attendees.ts';

/**
 * Who is meant: ids of colleagues and contacts, or addresses; a colleague's address is the colleague. Refuses whom
 * there is not, who left, and contacts the caller may not see (422, P9), unless they took part `before`.
 */
export async function attendeesFrom(
  tx: Tx,
  caller: Caller,
  given: readonly GivenAttendee[],
  before: readonly Attendee[],
): Promise<Attendee[]> {
  const named = given.map(nameOf);
  const ids = named.filter(isId);
  const { workspaceId } = caller;
  const known: Known = {
    caller,
    before: new Map(before.map((one) => [keyOf(one), one])),
    members: new Map((await readMembers(tx, workspaceId, ids)).map((one) => [one.id, one])),
    contacts: new Map((await readContacts(tx, workspaceId, ids)).map((one) => [one.id, one])),
    byAddress: await readMembersAt(tx, workspaceId, named.filter((name) => !isId(name)).map(foldAddress)),
  };
  const found = named.map((name, at) => attendeeNamed(known, name, `attendees.${at}`));
  return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}

/** Whoever fills a colleague's time needs the right to, as with a booking (R1). */
export function refuseColleagues(caller: Caller, ...events: Pick<RecordEventFields, 'attendees'>[]): void {
  const others = events.flatMap(membersOf).some(({ id }) => id !== caller.memberId);
  if (!others || may(caller, 'book-for-others')) return;
  throw notAllowed('An event in a colleague’s calendar needs the permission book-for-others.');
}

interface Known {
  caller: Caller;
  before: ReadonlyMap<string, Attendee>;
  members: ReadonlyMap<string, Member>;
  contacts: ReadonlyMap<string, LinkedRecord>;
  byAddress: ReadonlyMap<string, Member>;
}

async function readContacts(tx: Tx, workspaceId: string, ids: string[]): Promise<LinkedRecord[]> {
  await holdRecords(tx, { workspaceId, kind: 'contact', ids }, 'there');
  return readLinked(
    tx,
    workspaceId,
    ids.map((id) => ({ kind: 'contact', id })),
  );
}

function nameOf(given: GivenAttendee): string {
  return (typeof given === 'string' ? given : (given.id ?? given.email ?? '')).trim();
}

function attendeeNamed(known: Known, name: string, path: string): Attendee {
  const member = known.members.get(name) ?? known.byAddress.get(foldAddress(name));
  if (member) return colleague(known, member, path);
  const contact = known.contacts.get(name);
  if (contact) return visibleContact(known, contact, path);
  if (isId(name)) throw nobody(path);
  const email = checkAddress(name) ? name : undefined;
  if (email !== undefined) return { kind: 'address', email };
  const message = 'Write an e-mail address we can answer, such as name@example.com.';
  throw invalid({ path, message });
}

function colleague({ before }: Known, { id, name, email, active }: Member, path: string): Attendee {
  const attendee: Attendee = { kind: 'member', id, name, email };
  const stays = before.get(keyOf(attendee));
  if (stays) return stays;
  if (active) return attendee;
  throw invalid({ path, message: 'This colleague no longer works here. Choose somebody else.' });
}

function visibleContact({ before, caller }: Known, contact: LinkedRecord, path: string): Attendee {
  const attendee: Attendee = { kind: 'contact', id: contact.id, name: contact.name };
  const stays = before.get(keyOf(attendee));
  if (stays) return stays;
  if (!contact.isTrashed && maySee(caller, contact)) return attendee;
  throw nobody(path);
}

function nobody(path: string) {
  return invalid({ path, message: 'There is no such member or contact. Choose another.' });
}
