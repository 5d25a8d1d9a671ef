import type { Tx } from '#platform/db/database.ts';
import { invalid } from '#platform/refusal.ts';
import type { Choice, StrictList } from './picklist.ts';
import { readPicklist } from './store-picklists.ts';

/** The choice of that key in the workspace's list; 422 at `path`, naming those there are, when it has none. */
export async function knownChoice(
  tx: Tx,
  workspaceId: string,
  { list, path, key }: { list: StrictList; path: string; key: string },
): Promise<Choice> {
  const choices = await readPicklist(tx, workspaceId, list);
  const found = choices.find((choice) => choice.key === key);
  if (found) return found;
  const known = choices.map((choice) => choice.key).join(', ');
  throw invalid({ path, message: `Choose one of these: ${known}.` });
}
