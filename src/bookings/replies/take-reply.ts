import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Platform } from '#platform/platform.ts';
import { statusAt, type Booking } from '../booking.ts';
import { cancelStanding } from '../cancel.ts';
import { holdBooking, type Standing } from '../find-booking.ts';
import { insertHistory } from '../store.ts';
import type { CalendarReply } from './reply.ts';
import { wasGivenTo } from './reply-address.ts';
import { readReplies, writeReply } from './store-replies.ts';
import { tellDeclined } from './tell-declined.ts';

/**
 * Keeps what an invited person answered from their calendar (K5), within the caller's transaction. False: it is no
 * answer to a meeting of ours by somebody who was invited to it, whatever it says. An answer to an earlier time, or
 * one older than what is kept, changes nothing. When the visitor declines, the hosts hear of it, and the time is
 * free again where the workspace wants it so.
 */
export async function takeReply(
  tx: Tx,
  platform: Platform,
  workspaceId: string,
  reply: CalendarReply,
): Promise<boolean> {
  const bookingId = ownBooking(platform, reply.uid);
  const standing = bookingId && (await holdBooking(tx, workspaceId, bookingId));
  if (!standing) return false;
  const { booking } = standing;
  const email = whoAnswers(platform, standing, reply);
  if (email === undefined) return false;
  if (reply.sequence !== booking.sequence || statusAt(booking, isoNow(platform.clock)) !== 'scheduled')
    return true;
  if (await isNews(tx, booking, email, reply)) await act(tx, platform, standing, email, reply);
  return true;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function ownBooking({ config }: Platform, uid: string): string | undefined {
  const [id, domain] = uid.trim().toLowerCase().split('@');
  return domain === new URL(config.publicUrl).hostname.toLowerCase() && UUID.test(id!) ? id : undefined;
}

/** The visitor or a guest, by the mark in the address that only their invitation has. */
function whoAnswers({ secrets }: Platform, { booking }: Standing, { sentTo }: CalendarReply) {
  const invited = [...(booking.visitor ? [booking.visitor.email] : []), ...booking.guests];
  return invited.find((email) => wasGivenTo(secrets, booking, email, sentTo));
}

async function isNews(tx: Tx, booking: Booking, email: string, reply: CalendarReply): Promise<boolean> {
  const all = await readReplies(tx, booking.workspaceId, booking.id);
  const before = all.find((row) => row.email_folded === foldAddress(email));
  if (!before || before.sequence < reply.sequence) return true;
  return before.replied_at < reply.repliedAt && before.answer !== reply.answer;
}

async function act(tx: Tx, platform: Platform, standing: Standing, email: string, reply: CalendarReply) {
  const { booking, found } = standing;
  const { answer, sequence, repliedAt } = reply;
  const isVisitor = booking.visitor?.email === email;
  await writeReply(tx, {
    workspace_id: booking.workspaceId,
    booking_id: booking.id,
    email_folded: foldAddress(email),
    answer,
    sequence,
    replied_at: repliedAt,
    at: isoNow(platform.clock),
  });
  const data = { answer, ...(!isVisitor && { guest: email }) };
  await insertHistory(tx, platform.clock, booking, { kind: 'replied', by: { kind: 'visitor' }, data });
  if (answer !== 'declined') return;
  const isOver = isVisitor && found.workspace.onDecline === 'cancel';
  const cancelled = isOver ? await cancelStanding(tx, platform, standing, { by: { kind: 'visitor' } }) : null;
  if (!cancelled || 'refused' in cancelled) await tellDeclined(tx, platform, standing, email);
}
