import type { JobHandler } from '#platform/jobs/job.ts';
import { queueJob } from '#platform/jobs/store.ts';
import type { Platform } from '#platform/platform.ts';
import '../facts.ts';
import { OutsideProblem } from '../problem.ts';
import { giveBack } from './ask-tokens.ts';
import type { ConsentServices } from './consent-kinds.ts';
import { isConnected, readLastAccount } from './store-consents.ts';
import { tokensFrom } from './tokens.ts';

const JOB = 'calendars.give-back';
const MOST_WAITED_MS = 20_000;
const MOST_TRIES = 5;

/**
 * A Google account that nobody here is connected to any more gets its consent back. Google takes back the whole of what
 * a person allowed, so it stays while somebody else here reads by it. Microsoft has no such door.
 */
export function listenDisconnections({ announcer, clock }: Platform): void {
  announcer.on('outside-calendars-leaving', async (tx, { workspaceId, calendarIds }) => {
    if (calendarIds.length === 0) return;
    const account = await readLastAccount(tx, workspaceId, calendarIds, 'google');
    if (!account) return;
    // Sealed as it was.
    const { username, secret } = account;
    await queueJob(tx, clock, { workspaceId, kind: JOB, payload: { username, secret } });
  });
}

/**
 * Best effort: what the service does not take is left to run out. Whoever consented anew meanwhile would lose that
 * consent too, so theirs is kept.
 */
export function consentJobs(
  { db, secrets }: Platform,
  { google }: ConsentServices,
): Record<string, JobHandler> {
  return {
    [JOB]: async ({ workspaceId, payload, attempts }) => {
      const username = String(payload.username);
      if (!google || (await isConnected(db.read, workspaceId, { kind: 'google', username }))) return;
      try {
        const tokens = tokensFrom(secrets.open(String(payload.secret)));
        await giveBack(google.desk, tokens, AbortSignal.timeout(MOST_WAITED_MS));
      } catch (error) {
        if (!(error instanceof OutsideProblem) || attempts < MOST_TRIES) throw error;
      }
    },
  };
}
