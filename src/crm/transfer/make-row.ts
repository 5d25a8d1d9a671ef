import type { Tx } from '#platform/db/database.ts';
import { writeGathered } from '#platform/db/gather.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import { companyFrom } from '#crm/companies/company-fields.ts';
import { companyBook, nameKey } from '#crm/companies/store.ts';
import { contactFrom } from '#crm/contacts/contact-fields.ts';
import { contactBook } from '#crm/contacts/store.ts';
import { leadFrom } from '#crm/leads/lead-fields.ts';
import { leadBook } from '#crm/leads/store.ts';
import { changesBetween } from '#crm/timeline/changes.ts';
import { customChanges } from '#crm/timeline/custom/check-custom.ts';
import type { RecordBook, RecordFields } from '#crm/timeline/record.ts';
import { append } from '#crm/timeline/store.ts';
import type { ImportKind, Plan } from './import.ts';
import type { Known } from './known.ts';
import { companyIdsOf } from './known.ts';
import type { Given, ReadRow } from './read-row.ts';
import { appendBeginnings, type Told } from './store-told.ts';

/** In whose name and when the rows of a batch become records. */
export interface Making {
  tx: Tx;
  caller: Caller;
  kind: ImportKind;
  plan: Plan;
  known: Known;
  importId: string;
  at: string;
  /** What their timelines begin with, to be written at once. */
  told: Told[];
}

/** Writes what was put off. */
export async function tell({ tx, told }: Making): Promise<void> {
  await writeGathered(tx);
  await appendBeginnings(tx, told.splice(0));
}

/** The new record's id; its timeline begins with who imported it (P8). */
export async function makeRow(making: Making, { given, company }: ReadRow): Promise<string> {
  const { kind } = making;
  const linked = company === undefined ? undefined : await companyNamed(making, company);
  if (kind === 'company') return insert(making, companyBook, companyFrom(given));
  if (kind === 'contact') {
    const { companyIds = [] } = given;
    const all = linked === undefined ? companyIds : [...new Set([...companyIds, linked])].toSorted();
    return insert(making, contactBook, contactFrom({ ...given, companyIds: all }));
  }
  const companyId = given.companyId ?? linked ?? null;
  return insert(making, leadBook, leadFrom({ ...given, companyId }));
}

/** Fills what is empty on a record that is there, and nothing else; false when there was nothing to fill. */
export async function fillRow(making: Making, id: string, { given, company }: ReadRow): Promise<boolean> {
  const { kind } = making;
  const linked = company === undefined ? undefined : await companyNamed(making, company);
  if (kind === 'company') return fill(making, companyBook, id, given);
  if (kind === 'contact') {
    return fill(making, contactBook, id, linked === undefined ? given : { companyIds: [linked], ...given });
  }
  return fill(making, leadBook, id, linked === undefined ? given : { companyId: linked, ...given });
}

async function insert<F extends RecordFields>(
  making: Making,
  book: RecordBook<F>,
  fields: F,
): Promise<string> {
  const { tx, caller, importId, at, told } = making;
  const { workspaceId, memberId } = caller;
  const id = newId();
  await book.insert(tx, { workspaceId, id }, fields, at);
  const by = { kind: 'member', id: memberId } as const;
  const data = { source: 'import', importId };
  const entry = { workspaceId, kind: 'created', at, by, data };
  const companyIds = companyIdsOf(fields);
  told.push({ entry, record: { kind: book.kind, id }, companyIds });
  return id;
}

async function fill<F extends RecordFields>(
  making: Making,
  book: RecordBook<F>,
  id: string,
  given: Partial<Given>,
): Promise<boolean> {
  const { tx, caller, importId, at } = making;
  const { workspaceId, memberId } = caller;
  // A record of this batch takes its beginning along to the company it comes to.
  await tell(making);
  const record = await book.lock(tx, { workspaceId, id });
  if (!record || record.deletedAt !== null) return false;
  const fields = record.fields as Record<string, unknown>;
  const { custom = {}, ...rest } = given;
  const empty = Object.entries(rest).filter(([field]) => isEmpty(fields[field]));
  const missing = Object.entries(custom).filter(([key]) => !Object.hasOwn(record.fields.custom, key));
  const values = Object.fromEntries(missing);
  const own = changesBetween(record.fields, Object.fromEntries(empty) as Partial<F>);
  const changes = [...own, ...customChanges(record.fields.custom, { values, fields: making.known.own })];
  if (changes.length === 0) return false;
  const change = {
    ...Object.fromEntries(own.map(({ field, to }) => [field, to])),
    ...(missing.length > 0 && { custom: values }),
  } as Partial<F>;
  await book.update(tx, { workspaceId, id }, change, at);
  const by = { kind: 'member', id: memberId } as const;
  const data = { changes, source: 'import', importId };
  await append(tx, { workspaceId, kind: 'changed', at, by, data }, [{ kind: book.kind, id }]);
  return true;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The company of that name; made when there is none and the plan says so. */
async function companyNamed(making: Making, name: string): Promise<string | undefined> {
  const { known, plan } = making;
  const key = `name ${nameKey(name)}`;
  const there = known.companies.get(key);
  if (there) return there.rights === 'none' ? undefined : there.id;
  if (!plan.makeCompanies) return undefined;
  const id = await insert(making, companyBook, companyFrom({ name: name.trim(), ownerId: plan.ownerId }));
  known.companies.set(key, { id, rights: 'edit' });
  return id;
}
