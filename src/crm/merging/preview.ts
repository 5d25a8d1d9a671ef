import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { invalid, notAllowed } from '#platform/refusal.ts';
import { readLive } from '#crm/timeline/read-live.ts';
import { mayEdit, maySee } from '#crm/timeline/record-rights.ts';
import type { Kept, RecordFields } from '#crm/timeline/record.ts';
import { readLinked, type LinkedRecord } from '#crm/timeline/store-links.ts';
import { differences, type Difference } from './differences.ts';
import type { MergePlan } from './merge-plan.ts';
import { countMoves, type Moves } from './store-moves.ts';
import { united } from './unite.ts';

export interface Preview<F extends RecordFields> {
  into: Kept<F>;
  from: Kept<F>;
  differences: Difference[];
  /** Lists as they will be, where that is more than the kept record has. */
  united: Partial<F>;
  moves: Moves;
  /** Records that the two belong to, as far as the caller may see them. */
  linked: LinkedRecord[];
}

/** What a merge would do; refused where the merge would be, too. */
export async function previewMerge<F extends RecordFields>(
  db: Reader,
  caller: Caller,
  plan: MergePlan<F>,
  { intoId, fromId }: { intoId: string; fromId: string },
): Promise<Preview<F>> {
  if (intoId === fromId) throw invalid({ path: 'from', message: 'Choose another record than this one.' });
  const { book } = plan;
  const into = await readLive(db, caller, book, intoId);
  const from = await readLive(db, caller, book, fromId);
  if (!mayEdit(caller, into.fields) || !mayEdit(caller, from.fields)) {
    throw notAllowed('Only its owner or an admin changes this record. Ask one of them.');
  }
  const refusal = plan.refuse?.(into.fields, from.fields);
  if (refusal) throw refusal;
  const named = [into, from].flatMap(({ fields }) => book.naming?.(fields) ?? []);
  const linked = await readLinked(db, caller.workspaceId, named);
  return {
    into,
    from,
    differences: differences(plan, into.fields, from.fields),
    united: listsOnly(plan, united(plan, into.fields, from.fields, [])),
    moves: await countMoves(db, caller.workspaceId, { kind: book.kind, id: from.id }),
    linked: linked.filter((one) => !one.isTrashed && maySee(caller, one)),
  };
}

function listsOnly<F extends RecordFields>({ lists }: MergePlan<F>, change: Partial<F>): Partial<F> {
  const uniting = lists.flatMap(({ field }) =>
    change[field] === undefined ? [] : [[field, change[field]] as const],
  );
  return Object.fromEntries(uniting) as unknown as Partial<F>;
}
