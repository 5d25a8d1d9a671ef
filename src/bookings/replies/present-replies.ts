import type { Reader } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Booking } from '../booking.ts';
import type { ReplyAnswer } from './reply.ts';
import { readReplies } from './store-replies.ts';

/** What visitor and guests answered from their calendars to the meeting as it is; nothing of an earlier time. */
export async function presentReplies(
  db: Reader,
  { workspaceId, id, answersTo, visitor, guests, sequence }: Booking,
): Promise<{ email: string; answer: ReplyAnswer; at: string }[]> {
  if (answersTo === null) return [];
  const rows = await readReplies(db, workspaceId, id);
  const present = new Map(
    rows.filter((row) => row.sequence === sequence).map((row) => [row.email_folded, row]),
  );
  return [...(visitor ? [visitor.email] : []), ...guests].flatMap((email) => {
    const row = present.get(foldAddress(email));
    return row ? [{ email, answer: row.answer, at: row.at }] : [];
  });
}
