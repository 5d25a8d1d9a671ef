import type { Reader, Tx } from '#platform/db/database.ts';
import type { NewRow } from '#platform/db/tables.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Member } from '#people/member.ts';
import { memberFrom } from '#people/store.ts';
import '#crm/contacts/tables.ts';
import type { Attendee } from './record-event.ts';
import './tables.ts';

export async function replaceAttendees(
  tx: Tx,
  workspaceId: string,
  eventId: string,
  attendees: readonly Attendee[],
): Promise<void> {
  await tx
    .deleteFrom('record_event_attendees')
    .where('workspace_id', '=', workspaceId)
    .where('event_id', '=', eventId)
    .execute();
  if (attendees.length === 0) return;
  const rows = attendees.map((one, position) => rowOf(one, { workspaceId, eventId, position }));
  await tx.insertInto('record_event_attendees').values(rows).execute();
}

/** Who takes part in these events, in their order, by event; one statement. */
export async function readAttendees(
  db: Reader,
  workspaceId: string,
  eventIds: string[],
  limitedTo?: string,
): Promise<Map<string, Attendee[]>> {
  if (eventIds.length === 0) return new Map();
  const rows = await attendeeRows(db, workspaceId, eventIds);
  const grouped = Map.groupBy(rows, (row) => row.event_id);
  const shown = ([id, of]: [string, AttendeeRow[]]) =>
    [id, of.map((row) => attendeeFrom(row, limitedTo))] as const;
  return new Map([...grouped].map(shown));
}

function attendeeRows(db: Reader, workspaceId: string, eventIds: string[]) {
  return db
    .selectFrom('record_event_attendees as a')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'a.workspace_id').onRef('m.member_id', '=', 'a.member_id'),
    )
    .leftJoin('contacts as c', (join) =>
      join.onRef('c.workspace_id', '=', 'a.workspace_id').onRef('c.contact_id', '=', 'a.contact_id'),
    )
    .leftJoin('person_emails as e', (join) =>
      join
        .onRef('e.workspace_id', '=', 'a.workspace_id')
        .onRef('e.person_id', '=', 'a.contact_id')
        .on('e.person_kind', '=', 'contact')
        .on('e.is_primary', '=', 1),
    )
    .select(['a.event_id', 'a.member_id', 'a.contact_id', 'a.address', 'a.calendar_event_id'])
    .select(['m.name as member_name', 'm.email as member_email'])
    .select(['c.name as contact_name', 'c.owner_id as contact_owner', 'e.address as contact_email'])
    .where('a.workspace_id', '=', workspaceId)
    .where('a.event_id', 'in', eventIds)
    .orderBy('a.event_id')
    .orderBy('a.position')
    .execute();
}

type AttendeeRow = Awaited<ReturnType<typeof attendeeRows>>[number];

/** The event that an entry in somebody's calendar stands for. */
export async function readEventOfEntry(
  db: Reader,
  workspaceId: string,
  entryId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('record_event_attendees')
    .select('event_id')
    .where('workspace_id', '=', workspaceId)
    .where('calendar_event_id', '=', entryId)
    .executeTakeFirst();
  return row?.event_id;
}

/** One contact goes on as another; whoever was both takes part once. */
export async function replaceContact(
  tx: Tx,
  workspaceId: string,
  fromId: string,
  intoId: string,
): Promise<void> {
  const both = tx
    .selectFrom('record_event_attendees as other')
    .select('other.event_id')
    .where('other.workspace_id', '=', workspaceId)
    .where('other.contact_id', '=', intoId);
  await tx
    .deleteFrom('record_event_attendees')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', fromId)
    .where('event_id', 'in', both)
    .execute();
  await tx
    .updateTable('record_event_attendees')
    .set({ contact_id: intoId })
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', fromId)
    .execute();
}

/** The members who have these addresses, folded, in one statement. */
export async function readMembersAt(
  db: Reader,
  workspaceId: string,
  addresses: string[],
): Promise<Map<string, Member>> {
  if (addresses.length === 0) return new Map();
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('email_folded', 'in', addresses)
    .execute();
  return new Map(rows.map((row) => [foldAddress(row.email), memberFrom(row)]));
}

function rowOf(
  one: Attendee,
  { workspaceId, eventId, position }: { workspaceId: string; eventId: string; position: number },
): NewRow<'record_event_attendees'> {
  return {
    workspace_id: workspaceId,
    event_id: eventId,
    position,
    member_id: one.kind === 'member' ? one.id : null,
    contact_id: one.kind === 'contact' ? one.id : null,
    address: one.kind === 'address' ? one.email : null,
    calendar_event_id: one.kind === 'member' ? (one.entryId ?? null) : null,
  };
}

function attendeeFrom(row: AttendeeRow, limitedTo: string | undefined): Attendee {
  if (row.member_id !== null) {
    const { member_id: id, member_name: name, member_email: email } = row;
    return { kind: 'member', id, name, email, entryId: row.calendar_event_id ?? undefined };
  }
  if (row.contact_id === null) return { kind: 'address', email: row.address! };
  const hidden = limitedTo !== undefined && row.contact_owner !== null && row.contact_owner !== limitedTo;
  const { contact_name: name, contact_email: email } = row;
  return { kind: 'contact', id: row.contact_id, ...(!hidden && { name, email }) };
}
