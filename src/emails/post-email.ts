import type { Caller } from '#platform/http/caller.ts';
import { takeFrom } from '#platform/limits/limit.ts';
import type { Platform } from '#platform/platform.ts';
import { tooMany } from '#platform/refusal.ts';
import { keyFrom, onceFor } from '#bookings/idempotency.ts';
import type { EmailAnswer, NewEmail } from './email-fields.ts';
import type { Place } from './record-places.ts';
import { presentEmail } from './present-email.ts';
import { sendEmail } from './send-email.ts';
import { readEmail } from './store.ts';
import { valuesFor } from './values.ts';
import { writeLetter } from './write-letter.ts';

const MOST_AN_HOUR = 120;

export interface Posted {
  record: Place | null;
  given: NewEmail;
  /** Sent again after a lost answer, the same key sends nothing twice. */
  key: string | undefined;
}

/** Sends what a member wrote (P6); at most 120 an hour for each of them. */
export async function postEmail(
  platform: Platform,
  caller: Caller,
  { record, given, key }: Posted,
): Promise<EmailAnswer> {
  const { db, clock } = platform;
  const { workspaceId, memberId } = caller;
  const scope = `email:${memberId}`;
  const once = key === undefined ? null : keyFrom(workspaceId, scope, key, { record, given });
  const limit = { name: scope, max: MOST_AN_HOUR, windowSeconds: 3600 };
  const refusal = await takeFrom(db, clock, workspaceId, limit);
  if (refusal) throw tooMany(refusal.retryAfterSeconds);
  const letter = await lettered();
  const kept = await db.transact((tx) =>
    onceFor<EmailAnswer, never>(tx, platform, once, async () => {
      const id = await sendEmail(tx, platform, caller, record, letter);
      return { status: 201, body: presentEmail((await readEmail(tx, workspaceId, id))!) };
    }),
  );
  platform.wakeWorker();
  return kept.body;

  function lettered() {
    return writeLetter(platform, caller, given, () => valuesFor(db.read, caller, record, given.to[0]));
  }
}
