import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { listSessions } from './store-sessions.ts';

/** A browser that somebody is signed in with. The id opens nothing. */
export interface OpenSession {
  id: string;
  /** The one that asks. */
  current: boolean;
  createdAt: string;
  /** To ten minutes. */
  lastSeenAt: string;
  /** "Firefox on Linux", "Firefox" or "Linux"; null = unknown. */
  device: string | null;
}

export async function openSessions(
  { db, clock }: Platform,
  own: { userId: string; token: string },
): Promise<OpenSession[]> {
  const rows = await listSessions(db.read, own.userId, isoNow(clock));
  return rows.map((row) => ({
    id: row.id,
    current: row.token === own.token,
    createdAt: row.createdAt,
    lastSeenAt: row.updatedAt,
    device: row.userAgent,
  }));
}
