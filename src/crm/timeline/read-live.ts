import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { notFound, Problem } from '#platform/refusal.ts';
import type { RecordKind } from './record-kinds.ts';
import { maySee } from './record-rights.ts';
import type { Kept, RecordFields, RecordKey } from './record.ts';
import { readLinked, type LinkedRecord } from './store-links.ts';
import { mergedInto } from './store-merges.ts';

/** A live record that the caller may see; else there is nothing here (404), or it is said what it goes on as. */
export async function readLive<F extends RecordFields>(
  db: Reader,
  caller: Caller,
  book: { kind: RecordKind; read(db: Reader, key: RecordKey): Promise<Kept<F> | undefined> },
  id: string,
): Promise<Kept<F>> {
  const record = await book.read(db, { workspaceId: caller.workspaceId, id });
  if (!record) throw notFound();
  if (record.deletedAt !== null) throw await notHere(db, caller, book.kind, id);
  if (!maySee(caller, record.fields)) throw notFound();
  return record;
}

/** Nothing here; after a merge with `mergedInto`, as far as the caller may see that one (P9). */
export async function notHere(db: Reader, caller: Caller, kind: RecordKind, id: string): Promise<Problem> {
  const kept = await goesOnAs(db, caller, kind, id);
  const problem = notFound();
  if (!kept) return problem;
  return new Problem(404, 'not-found', 'This was merged into another record. Open that one.', {
    mergedInto: { kind, id: kept.id, name: kept.name },
  });
}

/** The live record that this one was merged into, if the caller may see it. */
export async function goesOnAs(
  db: Reader,
  caller: Caller,
  kind: RecordKind,
  id: string,
): Promise<LinkedRecord | undefined> {
  const into = await mergedInto(db, { workspaceId: caller.workspaceId, kind, id });
  if (into === undefined) return undefined;
  const [kept] = await readLinked(db, caller.workspaceId, [{ kind, id: into }]);
  return kept && !kept.isTrashed && maySee(caller, kept) ? kept : undefined;
}
