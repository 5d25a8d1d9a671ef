import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/refusal.ts';
import { STRICT_LISTS, type Choice, type PicklistName, type StrictList } from './picklist.ts';
import { countOthers, replacePicklist } from './store-picklists.ts';
import { picklistFrom, type GivenChoice } from './write-picklist.ts';

/** Writes a whole list in its order (P4, P5). What live records still hold is not taken away: 409 with how many. */
export async function changePicklist(
  { db }: Platform,
  { workspaceId }: Caller,
  list: PicklistName,
  given: readonly GivenChoice[],
): Promise<Choice[]> {
  const choices = picklistFrom(list, given);
  const keys = choices.map(({ key }) => key);
  await db.transact(async (tx) => {
    const used = isStrict(list) ? await countOthers(tx, workspaceId, list, keys) : 0;
    if (used > 0) throw stillUsed(used);
    await replacePicklist(tx, workspaceId, list, choices);
  });
  return choices;
}

function isStrict(list: PicklistName): list is StrictList {
  return (STRICT_LISTS as readonly string[]).includes(list);
}

function stillUsed(count: number): Problem {
  const detail = `Live records that still hold what would go: ${count}. Give them another choice first.`;
  return new Problem(409, 'conflict', detail, { used: count });
}
