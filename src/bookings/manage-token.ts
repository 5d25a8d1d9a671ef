import { isoNow } from '#platform/clock.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { hashToken, newToken } from '#platform/secrets.ts';
import type { Booking } from './booking.ts';
import { insertManageToken, readManageToken } from './store-tokens.ts';

/** The visitor's key to their own booking: 256 random bits, kept as a hash, and sealed for later mails (E7). */
export async function makeManageToken(
  tx: Tx,
  platform: Platform,
  booking: Pick<Booking, 'workspaceId' | 'id'>,
) {
  const token = newToken();
  await insertManageToken(tx, booking, hashToken(token), isoNow(platform.clock));
  return { token, sealed: platform.secrets.seal(token) };
}

export function manageUrl(platform: Platform, token: string): string {
  return `${platform.config.publicUrl}/bookings/${token}`;
}

/** Which booking a token opens; nothing is told about tokens that open none. */
export async function openManageToken(
  db: Reader,
  token: string,
): Promise<{ workspaceId: string; bookingId: string } | undefined> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
  return readManageToken(db, hashToken(token));
}
