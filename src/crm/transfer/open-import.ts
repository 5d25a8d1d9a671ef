import { isoNow } from '#platform/clock.ts';
import { isAdmin, type Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import type { Reader } from '#platform/db/database.ts';
import { invalid, notFound, Problem } from '#platform/refusal.ts';
import { readCustomFields } from '#crm/timeline/custom/store-custom-fields.ts';
import type { Decoded } from './encoding.ts';
import { presentImport } from './import-fields.ts';
import type { FileFacts, FileRow, Import, ImportKind } from './import.ts';
import { guessDelimiter, readCsv } from './read-csv.ts';
import { insertImport, listImports, readImport } from './store.ts';
import { guessFields } from './targets.ts';

export const MOST_BYTES = 20 * 1024 * 1024;
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 200;
/** Rows made in one act: short enough that nobody waits for the writer. */
const BATCH = 200;
const LISTED = 100;

/** Reads a file and keeps it as a draft; 422 when it has no rows, or more than we take. */
export async function openImport(
  { db, clock }: Platform,
  { workspaceId, memberId }: Caller,
  { kind, name }: { kind: ImportKind; name: string },
  { text, encoding, guessed }: Decoded,
): Promise<Import> {
  const delimiter = guessDelimiter(text);
  const { names, rows } = readCsv(text, delimiter, MOST_ROWS);
  refuseUnfit(names, rows);
  const own = await readCustomFields(db.read, workspaceId, kind);
  const guesses = guessFields(kind, names, own);
  const columns = names.map((own, at) => ({ name: own, samples: samplesOf(rows, at), guess: guesses[at]! }));
  const facts: FileFacts = { columns, delimiter, encoding, guessed };
  const key = { workspaceId, id: newId() };
  const batches = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) =>
    rows.slice(at * BATCH, (at + 1) * BATCH),
  );
  const about = { kind, name, memberId, facts, at: isoNow(clock) };
  return db.transact(async (tx) => {
    await insertImport(tx, key, about, batches);
    return (await readImport(tx, key))!;
  });
}

function refuseUnfit(names: readonly string[], rows: readonly FileRow[]): void {
  const path = 'text';
  if (rows.length === 0) throw invalid({ path, message: 'This file has no rows below its heading.' });
  if (names.length > MOST_COLUMNS) {
    throw invalid({ path, message: `Keep at most ${MOST_COLUMNS} columns in a file.` });
  }
  if (rows.length > MOST_ROWS) {
    throw new Problem(413, 'too-large', 'A file may hold 100,000 rows. Part it, then import the parts.');
  }
}

function samplesOf(rows: readonly FileRow[], at: number): string[] {
  const cells = rows.slice(0, 100).map(({ cells: own }) => own[at]?.trim() ?? '');
  return cells
    .filter((cell) => cell !== '')
    .slice(0, 3)
    .map((cell) => cell.slice(0, 100));
}

/** An import is its member's and the admins'; for others there is nothing here (404). */
export async function visibleImport(db: Reader, caller: Caller, id: string): Promise<Import> {
  const found = await readImport(db, { workspaceId: caller.workspaceId, id });
  if (!found || !isTheirs(caller, found)) throw notFound();
  return found;
}

/** An import with what its columns may become now. */
export async function shownImport(db: Reader, caller: Caller, found: Import) {
  const own = await readCustomFields(db, caller.workspaceId, found.kind);
  return presentImport(caller, found, own);
}

/** One's own; for admins everybody's. */
export function visibleImports(db: Reader, caller: Caller): Promise<Import[]> {
  const memberId = isAdmin(caller) ? null : caller.memberId;
  return listImports(db, caller.workspaceId, { memberId, limit: LISTED });
}

export function isTheirs(caller: Caller, { memberId }: Import): boolean {
  return memberId === caller.memberId || isAdmin(caller);
}
