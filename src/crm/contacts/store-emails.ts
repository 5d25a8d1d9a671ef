import { sql, type RawBuilder } from 'kysely';
import { containsFolded } from '#platform/db/contains.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import { gather } from '#platform/db/gather.ts';
import { prepared } from '#platform/db/prepared.ts';
import { flag, type NewRow } from '#platform/db/tables.ts';
import { foldAddress } from '#platform/fold.ts';
import type { PersonEmail } from './person-emails.ts';
import type { PersonKind } from './tables.ts';
import './tables.ts';

interface PersonKey {
  workspaceId: string;
  kind: PersonKind;
  id: string;
}

/** Keeps a person's addresses in this order, instead of those kept before. */
export async function replaceEmails(
  tx: Tx,
  person: PersonKey,
  emails: readonly PersonEmail[],
): Promise<void> {
  await tx
    .deleteFrom('person_emails')
    .where('workspace_id', '=', person.workspaceId)
    .where('person_kind', '=', person.kind)
    .where('person_id', '=', person.id)
    .execute();
  await insertEmails(tx, person, emails);
}

export async function insertEmails(tx: Tx, person: PersonKey, emails: readonly PersonEmail[]): Promise<void> {
  if (emails.length === 0) return;
  const rows = emails.map((email, position) => ({
    workspace_id: person.workspaceId,
    person_kind: person.kind,
    person_id: person.id,
    position,
    address: email.address,
    address_folded: foldAddress(email.address),
    is_primary: flag(email.primary),
  }));
  await gather(tx, 'person_emails', rows, write);
}

async function write(tx: Tx, rows: readonly NewRow<'person_emails'>[]): Promise<void> {
  if (rows.length < FEW) await insertRows(tx, [...rows]);
  else
    await tx
      .insertInto('person_emails')
      .values([...rows])
      .execute();
}

/** Of so few there are statements put together before. */
const FEW = 12;

const insertRows = prepared((db, rows: NewRow<'person_emails'>[]) =>
  db.insertInto('person_emails').values(rows),
);

/** The addresses of several people of one kind, by their id, in one statement. */
export async function readEmails(
  db: Reader,
  workspaceId: string,
  kind: PersonKind,
  ids: readonly string[],
): Promise<Map<string, PersonEmail[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('person_emails')
    .select(['person_id', 'address', 'is_primary'])
    .where('workspace_id', '=', workspaceId)
    .where('person_kind', '=', kind)
    .where('person_id', 'in', ids)
    .orderBy('position')
    .execute();
  const people = Map.groupBy(rows, (row) => row.person_id);
  return new Map(
    people
      .entries()
      .map(([id, own]) => [id, own.map((row) => ({ address: row.address, primary: row.is_primary === 1 }))]),
  );
}

/** True for people with an address that holds these words; for lists of their own table. */
export function hasAddressLike(kind: PersonKind, idColumn: string, words: string): RawBuilder<boolean> {
  const table = idColumn.slice(0, idColumn.indexOf('.'));
  return sql<boolean>`exists (select 1 from person_emails e where e.workspace_id = ${sql.ref(`${table}.workspace_id`)}
    and e.person_kind = ${kind} and e.person_id = ${sql.ref(idColumn)}
    and ${containsFolded('e.address_folded', words)})`;
}
