import { minuteNow } from '#platform/clock.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { refuseStranger } from '#links/change-link.ts';
import type { Link } from '#links/link.ts';
import { readLink } from '#links/store.ts';
import { dueMinute, nameOf, remindersFrom, type BookingReminder } from './reminder.ts';
import { holdMeetingsToCome, meetingsToCome, deleteReminders, type MeetingToCome } from './store-meetings.ts';
import { holdReminders, readReminders, writeReminders, type ReminderRow } from './store-reminders.ts';

const BATCH = 200;

/** How many meetings to come of a link were promised other reminders than it promises now (B5, B7). */
export async function countUnlike(
  { db, clock }: Platform,
  { workspaceId }: Caller,
  linkId: string,
): Promise<number> {
  const link = await readLink(db.read, workspaceId, linkId);
  if (!link || link.deletedAt) throw notFound();
  let count = 0;
  for (let after = ''; ;) {
    const question = { workspaceId, linkId, now: minuteNow(clock), after, limit: BATCH };
    const meetings = await meetingsToCome(db.read, question);
    count += (await unlike(db.read, link, meetings, readReminders)).length;
    if (meetings.length < BATCH) return count;
    after = meetings.at(-1)!.id;
  }
}

/**
 * Gives the meetings to come of a link the reminders that it promises now; nobody is told. What was sent stays sent,
 * and what would have left by now is not sent any more. Some meetings at a time, so that nobody waits for all of them.
 */
export async function applyReminders(platform: Platform, caller: Caller, linkId: string): Promise<number> {
  let changed = 0;
  for (let after = ''; ;) {
    const done = await platform.db.transact((tx) => applySome(tx, platform, caller, linkId, after));
    changed += done.changed;
    if (done.next === null) return changed;
    after = done.next;
  }
}

async function applySome(
  tx: Tx,
  { clock }: Platform,
  caller: Caller,
  linkId: string,
  after: string,
): Promise<{ changed: number; next: string | null }> {
  const { workspaceId } = caller;
  // Looked at, not held: acts on bookings hold the booking first.
  const link = await readLink(tx, workspaceId, linkId);
  if (!link || link.deletedAt) throw notFound();
  refuseStranger(caller, link, {});
  const now = minuteNow(clock);
  const meetings = await holdMeetingsToCome(tx, { workspaceId, linkId, now, after, limit: BATCH });
  const others = await unlike(tx, link, meetings, holdReminders);
  if (others.length > 0) {
    await deleteReminders(
      tx,
      workspaceId,
      others.map(({ meeting }) => meeting.id),
    );
    await writeReminders(
      tx,
      others.flatMap((one) => rowsOf(workspaceId, link, one, now)),
    );
  }
  return { changed: others.length, next: meetings.length < BATCH ? null : meetings.at(-1)!.id };
}

interface Unlike {
  meeting: MeetingToCome;
  has: ReminderRow[];
}

/** Those of the meetings whose reminders are not what the link promises. */
async function unlike<Db extends Reader>(
  db: Db,
  link: Link,
  meetings: MeetingToCome[],
  read: (db: Db, workspaceId: string, ids: string[]) => Promise<ReminderRow[]>,
): Promise<Unlike[]> {
  if (meetings.length === 0) return [];
  const rows = await read(
    db,
    link.workspaceId,
    meetings.map(({ id }) => id),
  );
  const byMeeting = Map.groupBy(rows, (row) => row.booking_id);
  return meetings.flatMap((meeting) => {
    const has = byMeeting.get(meeting.id) ?? [];
    return isAlike(promisedTo(link, meeting), has) ? [] : [{ meeting, has }];
  });
}

function promisedTo({ settings }: Link, { hasVisitor }: MeetingToCome): BookingReminder[] {
  return remindersFrom(settings.reminders).filter(({ recipient }) => recipient === 'host' || hasVisitor);
}

function isAlike(promised: BookingReminder[], has: ReminderRow[]): boolean {
  const words = new Map(has.map((row) => [nameOf(row), row.own_text]));
  return promised.length === has.length && promised.every((one) => words.get(nameOf(one)) === one.ownText);
}

/** What the meeting has already keeps its moment, and what is known of its mails. */
function rowsOf(workspaceId: string, link: Link, { meeting, has }: Unlike, now: number): ReminderRow[] {
  const known = new Map(has.map((row) => [nameOf(row), row]));
  return promisedTo(link, meeting).map((one) => ({
    workspace_id: workspaceId,
    booking_id: meeting.id,
    timing: one.timing,
    minutes: one.minutes,
    recipient: one.recipient,
    due_minute: dueMinute(one, meeting, now),
    sent_minute: null,
    mail_ids: null,
    ...known.get(nameOf(one)),
    own_text: one.ownText,
  }));
}
