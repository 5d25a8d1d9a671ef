import type { ExpressionBuilder } from 'kysely';
import type { Reader, Tx } from '#platform/db/database.ts';
import type { Tables } from '#platform/db/tables.ts';
import type { RecordMerged } from '#crm/timeline/facts.ts';
import type { RecordRef } from './booking.ts';
import '#crm/contacts/tables.ts';
import '#crm/leads/tables.ts';
import '#hours/tables.ts';
import '#people/tables.ts';
import '#rotations/tables.ts';

/** How somebody is called, and whether they (still) take part. */
export interface Named {
  name: string;
  active: boolean;
  /** A host with a seat and without absences: all of theirs takes place. */
  sure: boolean;
}

/** Names of the people and rotations of bookings and of their hosts, also of those in the trash, in one statement. */
export async function readPeopleNames(
  db: Reader,
  workspaceId: string,
  people: RecordRef[],
  hostIds: string[],
): Promise<Map<string, Named>> {
  const idsOf = (kind: string): string[] => people.filter((one) => one.kind === kind).map((one) => one.id);
  const [contacts, leads, rotations] = [idsOf('contact'), idsOf('lead'), idsOf('rotation')];
  if (contacts.length + leads.length + rotations.length + hostIds.length === 0) return new Map();
  const rows = await namesOf(db, 'contact', workspaceId, contacts)
    .unionAll(namesOf(db, 'lead', workspaceId, leads))
    .unionAll(namesOf(db, 'rotation', workspaceId, rotations))
    .unionAll(namesOf(db, 'member', workspaceId, hostIds))
    .execute();
  return new Map(
    rows.map(({ id, name, active, sure }) => [id, { name, active: active === 1, sure: sure === 1 }]),
  );
}

function namesOf(
  db: Reader,
  kind: 'contact' | 'lead' | 'rotation' | 'member',
  workspaceId: string,
  ids: string[],
) {
  return db
    .selectFrom(`${kind}s` as 'members')
    .select([`${kind}_id as id` as 'member_id as id', 'name'])
    .select((eb) => (kind === 'member' ? eb.ref('active') : eb.lit(1)).as('active'))
    .select((eb) => (kind === 'member' ? isSure(eb) : eb.lit(1)).as('sure'))
    .where('workspace_id', '=', workspaceId)
    .where(`${kind}_id` as 'member_id', 'in', [...new Set(ids), NOBODY]);
}

function isSure(eb: ExpressionBuilder<Tables, 'members'>) {
  const away = eb
    .selectFrom('absences as a')
    .select('a.absence_id')
    .whereRef('a.workspace_id', '=', 'members.workspace_id')
    .whereRef('a.member_id', '=', 'members.member_id');
  const sure = eb.and([eb('active', '=', 1), eb('seat', '=', 1), eb.not(eb.exists(away))]);
  return eb.case().when(sure).then(1).else(0).end();
}

/** An empty list is no SQL. */
const NOBODY = '-';

/** Whose meetings these are, and what they are about, goes on as another record. */
export async function moveToRecord(tx: Tx, { workspaceId, from, into }: RecordMerged): Promise<void> {
  await tx
    .updateTable('bookings')
    .set({ party_kind: into.kind, party_id: into.id })
    .where('workspace_id', '=', workspaceId)
    .where('party_kind', '=', from.kind)
    .where('party_id', '=', from.id)
    .execute();
  await tx
    .updateTable('bookings')
    .set({ record_kind: into.kind, record_id: into.id })
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', from.kind)
    .where('record_id', '=', from.id)
    .execute();
}
