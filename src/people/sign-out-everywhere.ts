import type { Tx } from '#platform/db/database.ts';
import type { Person } from './own-password.ts';
import { endSessions } from './store-identity.ts';
import { dropTokens } from './store-tokens.ts';

/**
 * Ends the sessions of a person, all of them or all but one, and forgets the second steps under way. These first: one that
 * ends in this instant waits here and finds itself forgotten, or had its session before and loses it.
 */
export async function signOutEverywhere(
  tx: Tx,
  { workspaceId, id, userId }: Pick<Person, 'workspaceId' | 'id' | 'userId'>,
  but?: string,
): Promise<void> {
  await dropTokens(tx, workspaceId, ['second-step'], id);
  await endSessions(tx, userId, but);
}
