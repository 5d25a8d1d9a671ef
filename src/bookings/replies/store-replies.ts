import type { Reader, Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { ReplyAnswer } from './reply.ts';
import '../tables.ts';

export interface ReplyRow {
  workspace_id: string;
  booking_id: string;
  email_folded: string;
  answer: ReplyAnswer;
  sequence: number;
  replied_at: string;
  at: string;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    booking_replies: ReplyRow;
  }
}

/** What invited people answered last, one row each. */
export async function readReplies(
  db: Reader,
  workspaceId: string,
  bookingId: string,
): Promise<Row<'booking_replies'>[]> {
  return db
    .selectFrom('booking_replies')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', bookingId)
    .orderBy('email_folded')
    .execute();
}

export async function writeReply(tx: Tx, row: ReplyRow): Promise<void> {
  const { answer, sequence, replied_at, at } = row;
  await tx
    .insertInto('booking_replies')
    .values(row)
    .onConflict((oc) =>
      oc
        .columns(['workspace_id', 'booking_id', 'email_folded'])
        .doUpdateSet({ answer, sequence, replied_at, at }),
    )
    .execute();
}
