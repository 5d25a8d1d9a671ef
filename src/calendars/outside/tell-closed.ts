import { isoAfter, isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { queueMail } from '#platform/mailer/store.ts';
import type { Platform } from '#platform/platform.ts';
import { notify } from '#notices/notify.ts';
import { withdrawNotices } from '#notices/store.ts';
import type { Member } from '#people/member.ts';
import { stateOf } from './calendar-health.ts';
import type { CalendarKey } from './calendar.ts';
import { closedMail, type ClosedCalendar } from './closed-mail.ts';
import { COUNTS_AT_ONCE } from './staleness.ts';
import {
  forgetTold,
  mailedAbout,
  markTold,
  readConcerned,
  toldBefore,
  untoldCalendars,
  type Untold,
} from './store-told.ts';

export const TELL_JOB = 'calendars.tell';
const CLOSED = 'calendar-closed';
/** The shortest that a workspace can allow. */
const SOONEST_MS = 5 * 60_000;
/** A server that comes and goes is told of in the app each time, and by mail so seldom. */
const MAIL_EVERY_MS = 6 * 3_600_000;

/** A9: members whom a calendar closes are told, and who runs the place with them: once for each outage. */
export async function tellClosed(platform: Platform): Promise<void> {
  const { db, clock } = platform;
  const before = isoAfter(clock, -SOONEST_MS);
  const found = await untoldCalendars(db.read, { before, atOnce: COUNTS_AT_ONCE });
  const closed = found.filter((one) => isClosed(one, platform));
  for (const [workspaceId, calendars] of Map.groupBy(closed, (one) => one.workspace_id)) {
    await db.transact((tx) => tellWorkspace(tx, platform, workspaceId, calendars));
  }
}

/** One that was never read counts from when it was connected: its first reading is looked at on screen. */
function isClosed(calendar: Untold, { clock }: Platform): boolean {
  const last_success_at = calendar.last_success_at ?? calendar.created_at;
  return stateOf({ ...calendar, last_success_at }, calendar.calendar_stale_minutes, clock) !== 'ok';
}

async function tellWorkspace(
  tx: Tx,
  platform: Platform,
  workspaceId: string,
  found: Untold[],
): Promise<void> {
  const { clock } = platform;
  const now = isoNow(clock);
  const calendars = await newlyTold(tx, workspaceId, found, now);
  if (calendars.length === 0) return;
  const memberIds = [...new Set(calendars.map((one) => one.member_id))];
  const concerned = await readConcerned(tx, workspaceId, memberIds);
  const since = isoAfter(clock, -MAIL_EVERY_MS);
  const mailed = await mailedAbout(tx, workspaceId, { kind: CLOSED, memberIds, since });
  const byMember = Map.groupBy(calendars, (one) => one.member_id);
  for (const [memberId, own] of byMember) {
    const readers = concerned.filter((one) => one.id === memberId || isInCharge(one));
    const name = concerned.find(({ id }) => id === memberId)?.name ?? '';
    const data = { name, calendars: own.map(brief), mailed: !mailed.has(memberId) };
    const notice = { workspaceId, kind: CLOSED, subjectId: outageOf(memberId, now), at: now, byId: null };
    const record = { kind: 'member', id: memberId };
    await notify(
      tx,
      { ...notice, record, data },
      readers.map(({ id }) => id),
    );
  }
  const fresh = memberIds.filter((id) => !mailed.has(id));
  for (const reader of concerned) {
    const about = isInCharge(reader) ? fresh : fresh.filter((id) => id === reader.id);
    await mailReader(
      tx,
      platform,
      reader,
      about.flatMap((id) => closedOf(id, concerned, byMember.get(id)!)),
    );
  }
}

/** Who knows already that they are closed is not told again when another of their calendars joins. */
async function newlyTold(tx: Tx, workspaceId: string, found: Untold[], now: string): Promise<Untold[]> {
  const members = [...new Set(found.map((one) => one.member_id))];
  const known = await toldBefore(tx, workspaceId, members);
  const tellings = Map.groupBy(found, (one) => known.get(one.member_id) ?? now);
  const told = new Set<string>();
  for (const [at, calendars] of tellings) {
    const marked = await markTold(tx, workspaceId, calendars, at);
    if (at === now) for (const id of marked) told.add(id);
  }
  return found.filter((one) => told.has(one.calendar_id));
}

function isInCharge({ role }: Member): boolean {
  return role !== 'member';
}

function brief({ calendar_id, name, problem }: Untold) {
  return { id: calendar_id, name, code: problem };
}

function closedOf(memberId: string, concerned: Member[], calendars: Untold[]): ClosedCalendar[] {
  const member = concerned.find(({ id }) => id === memberId);
  return member ? calendars.map(({ name, problem }) => ({ member, calendar: name, problem })) : [];
}

async function mailReader(
  tx: Tx,
  platform: Platform,
  reader: Member,
  closed: ClosedCalendar[],
): Promise<void> {
  if (closed.length === 0) return;
  const words = closedMail(reader, closed, platform.config.publicUrl);
  await queueMail(tx, platform, {
    workspaceId: reader.workspaceId,
    kind: CLOSED,
    to: reader.email,
    ...words,
  });
}

/** One outage is told once; the next one again. */
function outageOf(memberId: string, since: string): string {
  return `${memberId} ${since}`;
}

/** A calendar closes nobody any more: what was told of it goes, unless another one still does. */
export async function withdrawTold(tx: Tx, { clock }: Platform, key: CalendarKey): Promise<void> {
  const told = await forgetTold(tx, key);
  if (!told) return;
  const subjectId = outageOf(told.memberId, told.toldAt);
  await withdrawNotices(tx, { workspaceId: key.workspaceId, kind: CLOSED, subjectId }, isoNow(clock));
}
