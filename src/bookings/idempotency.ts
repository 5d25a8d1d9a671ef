import { createHash } from 'node:crypto';
import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, Problem } from '#platform/refusal.ts';
import { finishKey, readKey, takeKey } from './store-keys.ts';

/** A caller's promise that two requests with the same words are one (E3). */
export interface Key {
  workspaceId: string;
  /** Route and link: the same key means something else elsewhere. */
  scope: string;
  key: string;
  requestHash: string;
}

export interface KeptAnswer<Body> {
  status: number;
  body: Body;
}

export function keyFrom(workspaceId: string, scope: string, key: string, request: unknown): Key {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalid({ path: 'Idempotency-Key', message: 'Use 1 to 200 visible ASCII characters.' });
  }
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  return { workspaceId, scope, key, requestHash };
}

/**
 * Runs `act` once for a key. In a transaction of its own the key's row is taken first, so of many parallel
 * requests one acts and the others wait for its answer. Only a kept answer (201) stays under the key: after a
 * refusal the row is rolled back with everything else.
 */
export async function onceFor<Body extends object, R extends { refused: string }>(
  tx: Tx,
  platform: Platform,
  key: Key | null,
  act: () => Promise<KeptAnswer<Body> | R>,
): Promise<KeptAnswer<Body> | R> {
  if (!key) return act();
  if (!(await takeKey(tx, platform.clock, key))) return keptUnder(tx, platform, key);
  const answer = await act();
  if ('refused' in answer) return answer;
  await finishKey(tx, key, answer.status, platform.secrets.seal(JSON.stringify(answer.body)));
  return answer;
}

/** The answer given before; 422 when the key came with other words then. */
async function keptUnder<Body>(tx: Tx, platform: Platform, key: Key): Promise<KeptAnswer<Body>> {
  const kept = await readKey(tx, key);
  if (!kept) throw new Error('a key vanished while it was held');
  return answerOf(platform, key, kept);
}

export function answerOf<Body>(
  platform: Platform,
  key: Key,
  kept: { request_hash: string; status: number; body: string },
): KeptAnswer<Body> {
  if (kept.request_hash !== key.requestHash) {
    throw new Problem(422, 'key-reused', 'This Idempotency-Key was used for another request. Use a new one.');
  }
  return { status: kept.status, body: JSON.parse(platform.secrets.open(kept.body)) as Body };
}

/** A key belongs to workspace, route and link (E3). */
export function scopeOf(linkId: string): string {
  return `book:${linkId}`;
}
