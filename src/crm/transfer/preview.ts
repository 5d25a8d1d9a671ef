import type { Caller } from '#platform/http/caller.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Decision } from './decide.ts';
import type { FileRow, ImportKind, Plan } from './import.ts';
import type { There } from './known.ts';
import { decideRow, readRows, remember, type Read } from './run-batch.ts';
import { readBatch, type ImportKey } from './store.ts';

export interface PreviewRow {
  line: number;
  becomes: 'new' | 'update' | 'skip' | 'refused';
  why: string | null;
  fields: Record<string, unknown>;
  /** As they stand in the file, cut to 100 characters. */
  cells: string[];
}

export interface Preview {
  /** The first rows of the file. */
  rows: PreviewRow[];
  /** The first of those that would be refused, wherever they stand. */
  refused: PreviewRow[];
  counts: Record<'new' | 'update' | 'skip' | 'refused', number>;
  /** How many rows the counts are of: of a long file the first ones. */
  looked: number;
}

const SHOWN = 20;
const REFUSED_SHOWN = 50;
/** About half a second of work: it is asked for again with every change of the mapping. */
const MOST_LOOKED = 10_000;

/** What the run would come to, as things stand: rows are looked at, none is made. */
export async function preview(
  db: Reader,
  caller: Caller,
  key: ImportKey,
  { kind, plan }: { kind: ImportKind; plan: Plan },
): Promise<Preview> {
  const counts = { new: 0, update: 0, skip: 0, refused: 0 };
  const rows: PreviewRow[] = [];
  const refused: PreviewRow[] = [];
  const before = new Map<string, There>();
  let looked = 0;
  for (let number = 0; ; number++) {
    const batch = looked < MOST_LOOKED ? await readBatch(db, key, number) : undefined;
    if (!batch) return { rows, refused, counts, looked };
    looked += batch.length;
    for (const row of await foresee(db, caller, { kind, plan, rows: batch, before })) {
      counts[row.becomes]++;
      if (rows.length < SHOWN) rows.push(row);
      if (row.becomes === 'refused' && refused.length < REFUSED_SHOWN) refused.push(row);
    }
  }
}

interface Foreseeing {
  kind: ImportKind;
  plan: Plan;
  rows: FileRow[];
  /** What rows before these would have become. */
  before: Map<string, There>;
}

async function foresee(db: Reader, caller: Caller, { kind, plan, rows, before }: Foreseeing) {
  const { reads, known } = await readRows(db, caller, { kind, plan, rows });
  for (const [key, there] of before) known.records.set(key, there);
  return reads.map((one) => {
    const decision = decideRow(kind, plan, one, known);
    if (decision.act === 'make' && !('why' in one.read)) {
      remember({ ...known, records: before }, caller, kind, one.read, '');
      remember(known, caller, kind, one.read, '');
    }
    return shownAs(one, decision);
  });
}

const BECOMES = { make: 'new', update: 'update', skip: 'skip', refuse: 'refused' } as const;

function shownAs({ row, read }: Read, decision: Decision): PreviewRow {
  const fields = 'why' in read ? {} : read.given;
  const company = 'company' in read && read.company !== undefined ? { companyName: read.company } : {};
  const why = decision.act === 'refuse' ? decision.why : null;
  const cells = row.cells.map((cell) => cell.slice(0, 100));
  return { line: row.line, becomes: BECOMES[decision.act], why, fields: { ...fields, ...company }, cells };
}
