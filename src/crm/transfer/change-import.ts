import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { z } from '#platform/http/fields.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound, Problem } from '#platform/refusal.ts';
import { readCustomFields } from '#crm/timeline/custom/store-custom-fields.ts';
import { SEVERAL, type Import, type Plan } from './import.ts';
import type { Mapping } from './import-fields.ts';
import { isTheirs } from './open-import.ts';
import { queueBatch } from './run-batch.ts';
import { deleteImport, lockImport, updateImport } from './store.ts';
import { readMembersByName } from './store-known.ts';
import { targetsOf } from './targets.ts';

/** Says what the columns become. 409 once it runs; 422 for columns and fields that there are not. */
export async function mapColumns(
  { db }: Platform,
  caller: Caller,
  id: string,
  asked: z.infer<typeof Mapping>,
): Promise<{ found: Import; plan: Plan }> {
  return db.transact(async (tx) => {
    const found = await lockTheirs(tx, caller, id);
    if (found.state !== 'draft') throw started();
    if (asked.ownerId !== null && !(await readMembersByName(tx, caller.workspaceId)).has(asked.ownerId)) {
      throw invalid({ path: 'ownerId', message: 'There is no such member in this workspace.' });
    }
    const { duplicates, ownerId, makeCompanies } = asked;
    const known = targetsOf(found.kind, await readCustomFields(tx, caller.workspaceId, found.kind));
    const plan = { fields: fieldsOf(found, known, asked.columns), duplicates, ownerId, makeCompanies };
    await updateImport(tx, keyOf(caller, id), { plan: JSON.stringify(plan) });
    return { found, plan };
  });
}

/** Starts it, or goes on where it failed or was stopped. Asking twice starts it once. */
export async function startImport(platform: Platform, caller: Caller, id: string): Promise<Import> {
  const { db, clock } = platform;
  const started = await db.transact(async (tx): Promise<Import> => {
    const found = await lockTheirs(tx, caller, id);
    if (found.state === 'running' || found.state === 'done') return found;
    if (!found.plan) throw new Problem(409, 'conflict', 'Say first which column becomes which field.');
    const rights = JSON.stringify({ role: caller.role, permissions: [...caller.permissions] });
    const again = {
      state: 'running',
      rights,
      member_id: caller.memberId,
      ended_at: null,
      reason: null,
    } as const;
    await updateImport(tx, keyOf(caller, id), again);
    await queueBatch(tx, clock, keyOf(caller, id), found.nextBatch);
    return { ...found, state: 'running', memberId: caller.memberId, endedAt: null, reason: null };
  });
  platform.wakeWorker();
  return started;
}

/** No further row is made; those that were stay. What is not running stays as it is. */
export async function stopImport({ db, clock }: Platform, caller: Caller, id: string): Promise<Import> {
  return db.transact(async (tx): Promise<Import> => {
    const found = await lockTheirs(tx, caller, id);
    if (found.state !== 'running') return found;
    const ended = { state: 'stopped', ended_at: isoNow(clock) } as const;
    await updateImport(tx, keyOf(caller, id), ended);
    return { ...found, state: ended.state, endedAt: ended.ended_at };
  });
}

/** The file and what became of its rows; the records stay. 409 while it runs. */
export async function removeImport({ db }: Platform, caller: Caller, id: string): Promise<void> {
  await db.transact(async (tx) => {
    const { state } = await lockTheirs(tx, caller, id);
    if (state === 'running') throw started();
    await deleteImport(tx, keyOf(caller, id));
  });
}

async function lockTheirs(tx: Tx, caller: Caller, id: string): Promise<Import> {
  const found = await lockImport(tx, keyOf(caller, id));
  if (!found || !isTheirs(caller, found)) throw notFound();
  return found;
}

function keyOf({ workspaceId }: Caller, id: string) {
  return { workspaceId, id };
}

function started(): Problem {
  return new Problem(409, 'conflict', 'This import has begun. Wait until it is done.');
}

function fieldsOf(
  { facts }: Import,
  known: readonly string[],
  columns: Record<string, string | null>,
): (string | null)[] {
  const names = facts.columns.map(({ name }) => name);
  for (const [column, field] of Object.entries(columns)) {
    const path = `columns.${column.slice(0, 60)}`;
    if (!names.includes(column)) throw invalid({ path, message: 'The file has no such column.' });
    if (field !== null && !known.includes(field)) {
      throw invalid({ path, message: `Choose one of these: ${known.join(', ')}.` });
    }
  }
  const fields = names.map((name) => (Object.hasOwn(columns, name) ? columns[name]! : null));
  const twice = fields.find((one, at) => one && !SEVERAL.includes(one) && fields.indexOf(one) !== at);
  if (twice) throw invalid({ path: 'columns', message: `Two columns cannot both become ${twice}.` });
  if (!['name', 'firstName', 'lastName'].some((field) => fields.includes(field))) {
    throw invalid({ path: 'columns', message: 'Choose the column that holds the name.' });
  }
  return fields;
}
