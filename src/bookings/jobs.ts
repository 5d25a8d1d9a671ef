import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Job, JobHandler } from '#platform/jobs/job.ts';
import { pruneJobs, queueJobs } from '#platform/jobs/store.ts';
import type { Recurring } from '#platform/jobs/worker.ts';
import { pruneCounters } from '#platform/limits/store.ts';
import type { Platform } from '#platform/platform.ts';
import { statusAt, type Booking } from './booking.ts';
import { CELL_MINUTES } from './claim.ts';
import { expireBookings } from './expire.ts';
import { sendDue } from '#bookings/reminders/send-due.ts';
import { insertHistory, readBooking } from './store.ts';
import { pruneClaims } from './store-claims.ts';
import { pruneKeys } from './store-keys.ts';
import { markCompleted, readEnded, readExpired, readWorkspaceIds } from './store-upkeep.ts';

const DAY_MS = 86_400_000;
const BATCH = 100;
const REMIND = 'bookings.remind';
/** So many acts follow the first one beside each other, and each is followed by one. */
const LINES = 4;

export const BOOKING_TICKS: Recurring[] = [
  { kind: 'bookings.settle', everySeconds: 60 },
  // More often than their minutes come round, so that the next one goes on where a process died.
  { kind: REMIND, everySeconds: 10 },
  { kind: 'bookings.prune', everySeconds: 3_600 },
];

export function bookingJobs(platform: Platform): Record<string, JobHandler> {
  return {
    'bookings.settle': () => settle(platform),
    'bookings.prune': () => prune(platform),
    [REMIND]: (job) => remind(platform, job),
  };
}

/**
 * Reminders and follow-ups that are due (B7), an act for some of them. While more are due it is followed by others: the
 * first ones at once, so that there is enough to send for everybody, later ones each behind the mails of the act
 * before, so that what else waits has its turn. They stand in the act itself: a process that dies takes with it the
 * one act that it was in.
 */
async function remind(platform: Platform, { payload }: Job): Promise<void> {
  const isFirst = !payload.isNext;
  const now = isoNow(platform.clock);
  await platform.db.transact(async (tx) => {
    if (!(await sendDue(tx, platform))) return;
    const next = {
      workspaceId: '-',
      kind: REMIND,
      payload: { isNext: true },
      ...(isFirst && { runAt: now }),
    };
    await queueJobs(
      tx,
      platform.clock,
      Array.from({ length: isFirst ? LINES : 1 }, () => next),
    );
  });
}

/** Writes down what time has done: holds that ran out, meetings that took place (E12, F3). */
async function settle(platform: Platform): Promise<void> {
  const { db, clock } = platform;
  for (const hold of await readExpired(db.read, isoNow(clock), BATCH)) {
    await db.transact((tx) => settleHold(tx, platform, hold.workspace_id, hold.booking_id));
  }
  for (const { workspace_id, booking_id } of await readEnded(db.read, minuteNow(clock), BATCH)) {
    await db.transact((tx) => settleMeeting(tx, platform, { workspaceId: workspace_id, id: booking_id }));
  }
}

/** Looked at again under its lock: it may have been confirmed, or held once more, since it was listed. */
async function settleHold(tx: Tx, platform: Platform, workspaceId: string, id: string): Promise<void> {
  const booking = await readBooking(tx, workspaceId, id, 'lock');
  if (booking?.status !== 'unverified') return;
  if (statusAt(booking, isoNow(platform.clock)) !== 'expired') return;
  await expireBookings(tx, platform, workspaceId, [id]);
}

async function settleMeeting(
  tx: Tx,
  { clock }: Platform,
  booking: Pick<Booking, 'workspaceId' | 'id'>,
): Promise<void> {
  const now = { iso: isoNow(clock), minute: minuteNow(clock) };
  if (!(await markCompleted(tx, booking, now))) return;
  await insertHistory(tx, clock, booking, { kind: 'completed', by: { kind: 'system' } });
}

/** Drops what decides nothing any more: past cells, old keys, counters and finished work. */
async function prune(platform: Platform): Promise<void> {
  const { db, clock } = platform;
  const before = (days: number): string => new Date(clock.now() - days * DAY_MS).toISOString();
  const firstCell = Math.floor((minuteNow(clock) - 2 * 1440) / CELL_MINUTES);
  for (const workspaceId of await readWorkspaceIds(db.read)) {
    await db.transact((tx) => pruneClaims(tx, workspaceId, firstCell));
  }
  await db.transact(async (tx) => {
    await pruneKeys(tx, before(1));
    await pruneCounters(tx, before(2));
    await pruneJobs(tx, before(7));
  });
}
