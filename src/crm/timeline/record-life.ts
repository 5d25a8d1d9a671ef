import { isoNow } from '#platform/clock.ts';
import { isConstraint, type Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notAllowed, notFound, Problem } from '#platform/refusal.ts';
import './facts.ts';
import { changesBetween, type FieldChange } from './changes.ts';
import { checkCustom, customChanges, type CustomChange } from './custom/check-custom.ts';
import { filled, type CustomValues } from './custom/custom-field.ts';
import { goesOnAs, notHere } from './read-live.ts';
import type { RecordKind } from './record-kinds.ts';
import { mayEdit, maySee } from './record-rights.ts';
import type { Kept, Naming, RecordBook, RecordFields, Settling } from './record.ts';
import { readLinked } from './store-links.ts';
import { holdRecords, mergedInto } from './store-merges.ts';
import { append } from './store.ts';

/** Makes a record; its timeline begins with who made it (P8). */
export async function addRecord<F extends RecordFields>(
  platform: Platform,
  caller: Caller,
  book: RecordBook<F>,
  fields: F,
): Promise<Kept<F>> {
  return explaining(book, () => platform.db.transact((tx) => addWithin(tx, platform, caller, book, fields)));
}

/** The same within an act that makes several. */
export async function addWithin<F extends RecordFields>(
  tx: Tx,
  { clock }: Pick<Platform, 'clock'>,
  caller: Caller,
  book: RecordBook<F>,
  given: F,
): Promise<Kept<F>> {
  const at = isoNow(clock);
  const id = newId();
  const { workspaceId } = caller;
  const settled = await book.settle?.(tx, { workspaceId, at }, given);
  const { values } = await checkCustom(tx, { workspaceId, kind: book.kind }, given.custom);
  const fields = { ...given, ...settled, custom: filled(values) };
  await checkNamed(tx, caller, book.naming?.(fields) ?? []);
  await book.insert(tx, { workspaceId, id }, fields, at);
  await tell(tx, caller, book, id, { kind: 'created', at });
  return { id, fields, version: 1, createdAt: at, activeAt: at, deletedAt: null };
}

/**
 * Changes a record and writes who changed what on its timeline. `version` is what the caller last read; when
 * somebody was faster, the present record comes back. A change that changes nothing leaves no trace.
 */
export async function changeRecord<F extends RecordFields>(
  { db, clock }: Platform,
  caller: Caller,
  book: RecordBook<F>,
  id: string,
  change: Partial<F>,
  version?: number,
): Promise<Kept<F> | { changedMeanwhile: Kept<F> }> {
  const at = isoNow(clock);
  const act = async (tx: Tx): Promise<Kept<F> | { changedMeanwhile: Kept<F> }> => {
    const before = await lockLive(tx, caller, book, id);
    if (version !== undefined && version !== before.version) return { changedMeanwhile: before };
    const changes = await changesOf(
      tx,
      book,
      { workspaceId: caller.workspaceId, at, before: before.fields },
      change,
    );
    if (changes.own.length + changes.custom.length === 0) return before;
    const changed = changeFrom<F>(changes);
    await checkNamed(tx, caller, newlyNamed(book, before.fields, changed));
    await book.update(tx, { workspaceId: caller.workspaceId, id }, changed, at);
    await tell(tx, caller, book, id, { kind: 'changed', at, data: { changes: said(book, changes) } });
    const custom = filled({ ...before.fields.custom, ...changed.custom });
    return {
      ...before,
      fields: { ...before.fields, ...changed, custom },
      version: before.version + 1,
      activeAt: at,
    };
  };
  return explaining(book, () => db.transact(act));
}

interface Changes {
  own: FieldChange[];
  /** Of the workspace's own fields. */
  custom: CustomChange[];
}

async function changesOf<F extends RecordFields>(
  tx: Tx,
  book: RecordBook<F>,
  when: Settling<F> & { before: F },
  change: Partial<F>,
): Promise<Changes> {
  const settled = await book.settle?.(tx, when, change);
  const given = await checkCustom(tx, { workspaceId: when.workspaceId, kind: book.kind }, change.custom);
  const own = changesBetween(when.before, { ...change, ...settled, custom: undefined });
  return { own, custom: customChanges(when.before.custom, given) };
}

function changeFrom<F extends RecordFields>({ own, custom }: Changes): Partial<F> {
  const fields = Object.fromEntries(own.map(({ field, to }) => [field, to])) as Partial<F>;
  if (custom.length === 0) return fields;
  const values = custom.map(({ field, to }) => [field.slice('custom.'.length), to] as const);
  return { ...fields, custom: Object.fromEntries(values) as CustomValues };
}

/** A name that the API calls otherwise is told by that word. */
function said<F extends RecordFields>({ nameField = 'name' }: RecordBook<F>, { own, custom }: Changes) {
  const told = own.map((change) => (change.field === 'name' ? { ...change, field: nameField } : change));
  return [...told, ...custom];
}

/** To the trash (P9): out of every list and match, restorable, nothing else goes with it. */
export async function trashRecord<F extends RecordFields>(
  { db, clock, announcer }: Platform,
  caller: Caller,
  book: RecordBook<F>,
  id: string,
): Promise<void> {
  const at = isoNow(clock);
  const { workspaceId } = caller;
  await db.transact(async (tx) => {
    await lockLive(tx, caller, book, id);
    await book.trash(tx, { workspaceId, id }, at);
    await tell(tx, caller, book, id, { kind: 'deleted', at });
    await announcer.announce(tx, 'record-trashed', { workspaceId, record: { kind: book.kind, id } });
  });
}

/** Out of the trash. What was not there stays as it is, so that asking twice does no harm. */
export async function restoreRecord<F extends RecordFields>(
  { db, clock, announcer }: Platform,
  caller: Caller,
  book: RecordBook<F>,
  id: string,
): Promise<Kept<F>> {
  const { workspaceId } = caller;
  const act = async (tx: Tx): Promise<Kept<F>> => {
    const before = await lockOwn(tx, caller, book, id);
    if (before.deletedAt === null) return before;
    if (await mergedInto(tx, { workspaceId, kind: book.kind, id }))
      throw await goneOn(tx, caller, book.kind, id);
    await book.trash(tx, { workspaceId, id }, null);
    await tell(tx, caller, book, id, { kind: 'restored', at: isoNow(clock) });
    await announcer.announce(tx, 'record-restored', { workspaceId, record: { kind: book.kind, id } });
    return { ...before, deletedAt: null, version: before.version + 1 };
  };
  return explaining(book, () => db.transact(act));
}

/** Locks a record that the caller may change (404, 403). */
export async function lockLive<F extends RecordFields>(
  tx: Tx,
  caller: Caller,
  book: RecordBook<F>,
  id: string,
) {
  const record = await lockOwn(tx, caller, book, id);
  if (record.deletedAt !== null) throw await notHere(tx, caller, book.kind, id);
  return record;
}

/** What two records had is one since they were merged: the one that went does not come back beside it. */
async function goneOn(tx: Tx, caller: Caller, kind: RecordKind, id: string): Promise<Problem> {
  const kept = await goesOnAs(tx, caller, kind, id);
  const detail =
    'This record was merged into another one and does not come back. Add it anew if it was another.';
  return new Problem(409, 'conflict', detail, kept && { mergedInto: { kind, id: kept.id, name: kept.name } });
}

async function lockOwn<F extends RecordFields>(
  tx: Tx,
  caller: Caller,
  book: RecordBook<F>,
  id: string,
): Promise<Kept<F>> {
  const record = await book.lock(tx, { workspaceId: caller.workspaceId, id });
  if (!record || !maySee(caller, record.fields)) throw notFound();
  if (!mayEdit(caller, record.fields)) {
    throw notAllowed('Only its owner or an admin changes this record. Ask one of them.');
  }
  return record;
}

async function tell<F extends RecordFields>(
  tx: Tx,
  { workspaceId, memberId }: Caller,
  { kind: recordKind }: RecordBook<F>,
  id: string,
  entry: { kind: string; at: string; data?: Record<string, unknown> },
): Promise<void> {
  const by = { kind: 'member', id: memberId } as const;
  await append(tx, { workspaceId, by, ...entry }, [{ kind: recordKind, id }]);
}

/** Records named by a change that were not named before. */
function newlyNamed<F extends RecordFields>(book: RecordBook<F>, before: F, change: Partial<F>): Naming[] {
  const known = new Set((book.naming?.(before) ?? []).map(({ kind, id }) => `${kind} ${id}`));
  return (book.naming?.(change) ?? []).filter(({ kind, id }) => !known.has(`${kind} ${id}`));
}

/** Whatever is named must be there, and the caller must see it: else it does not exist for them (P9). */
async function checkNamed(tx: Tx, caller: Caller, named: readonly Naming[]): Promise<void> {
  if (named.length === 0) return;
  const { workspaceId } = caller;
  for (const [kind, refs] of Map.groupBy(named, (ref) => ref.kind)) {
    await holdRecords(tx, { workspaceId, kind, ids: refs.map(({ id }) => id) }, 'there');
  }
  const found = await readLinked(tx, caller.workspaceId, named);
  const there = found.filter((record) => !record.isTrashed && maySee(caller, record));
  const seen = new Set(there.map(({ kind, id }) => `${kind} ${id}`));
  const missing = named.filter(({ kind, id }) => !seen.has(`${kind} ${id}`));
  const message = 'This record is not there, or it is not yours to see. Choose another.';
  if (missing.length > 0) throw invalid(...missing.map(({ path }) => ({ path, message })));
}

/** The only foreign key these acts can break is the owner's; the only other key is a name that is taken. */
export async function explaining<T, F extends RecordFields>(
  book: RecordBook<F>,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (isConstraint(error, 'unique') && book.taken) throw book.taken();
    if (!isConstraint(error, 'foreign')) throw error;
    throw invalid({ path: 'ownerId', message: 'There is no such member in this workspace.' });
  }
}
