import { isoAfter, isoNow, type Clock } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { forgetNotices } from '#notices/store.ts';
import { notify } from '#notices/notify.ts';
import type { OutsideProblem, OutsideProblemCode } from '#calendars/outside/problem.ts';
import type { Written } from '#calendars/outside/provider.ts';
import { readBooking } from '../store.ts';
import { FAILED_NOTICE, QUESTION_NOTICE } from './notices.ts';
import type { Outcome, Question } from './outcome.ts';
import { freeOwnEvents, knowOwnObject } from './store-own-events.ts';
import { forgetWrite, settleWrite, type CalendarWrite, type WriteChange } from './store-writes.ts';
import { uidOf } from './written-event.ts';

/** Trying these again changes nothing; somebody has to do something first. */
const FINAL: readonly OutsideProblemCode[] = ['refused', 'forbidden', 'too-large', 'gone'];
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Writes down what came of it; nothing, when somebody else has it in hand by now. */
export async function settle(platform: Platform, taken: CalendarWrite, outcome: Outcome): Promise<void> {
  await platform.db.transact(async (tx) => {
    if ('gone' in outcome) return leave(tx, platform, taken);
    const change = changeFrom(platform, taken, outcome);
    if ('question' in outcome) return ask(tx, platform, taken, outcome.question, change);
    const isHeld = await settleWrite(tx, taken, change);
    if (!isHeld || 'rests' in outcome) return;
    if ('written' in outcome) return stood(tx, platform, taken, outcome.written);
    if ('found' in outcome) return stood(tx, platform, taken, outcome.found);
    if (isFinal(outcome.problem)) await tellHost(tx, platform, taken, FAILED_NOTICE);
  });
}

function changeFrom(
  { clock }: Platform,
  taken: CalendarWrite,
  outcome: Exclude<Outcome, { gone: true }>,
): WriteChange {
  if ('rests' in outcome) return {};
  const all = { updated_at: isoNow(clock), problem: null, tries: 0, ...noQuestion };
  if ('found' in outcome) {
    const { href, etag } = outcome.found;
    return { ...all, href, etag };
  }
  if ('written' in outcome) {
    const { written, booking } = outcome;
    const what = { written_version: booking.version, written_start: booking.start, written_end: booking.end };
    const { href, etag, joinUrl } = written;
    const room = joinUrl === null ? roomLater(clock, taken) : { join_url: joinUrl ?? null };
    return { ...all, href, etag, ...room, ...what, state: 'written' };
  }
  if ('question' in outcome) {
    const { kind: question, start, end, known } = outcome.question;
    const stands = { href: known?.href ?? null, etag: known?.etag ?? null };
    return { ...all, ...stands, question, question_start: start, question_end: end };
  }
  const { problem } = outcome;
  const failed = { problem: problem.code, updated_at: isoNow(clock) };
  if (isFinal(problem)) return { ...failed, state: 'failed' };
  return { ...failed, due_at: isoAfter(clock, pauseMs(problem, taken.tries, Math.random())) };
}

/** Services open a room a moment after the event: it is asked for again, some times. */
const ROOM_TRIES = 8;

function roomLater(clock: Clock, { tries }: CalendarWrite): WriteChange {
  if (tries >= ROOM_TRIES) return {};
  return { tries, due_at: isoAfter(clock, FIRST_PAUSE_MS * 2 ** (tries - 1)) };
}

const noQuestion = { question: null, question_start: null, question_end: null };

function isFinal({ code }: OutsideProblem): boolean {
  return FINAL.includes(code);
}

/** `chance` in [0, 1) spreads what failed together. */
function pauseMs({ retryAfterMs = 0 }: OutsideProblem, tries: number, chance: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
  return Math.max(Math.round(pause * (1 - 0.2 * chance)), Math.min(retryAfterMs, LONGEST_PAUSE_MS));
}

async function leave(tx: Tx, { clock }: Platform, taken: CalendarWrite): Promise<void> {
  const { workspace_id: workspaceId, booking_id: bookingId, calendar_id: calendarId } = taken;
  await freeOwnEvents(tx, { workspaceId, bookingId, calendarId });
  await withdrawTold(tx, taken);
  if (await forgetWrite(tx, taken)) return;
  const nothing = {
    href: null,
    etag: null,
    join_url: null,
    written_version: null,
    written_start: null,
    written_end: null,
  };
  await settleWrite(tx, taken, { ...nothing, ...noQuestion, state: 'waiting', updated_at: isoNow(clock) });
}

/** It closes no time where it stands (A3), and what was told of it is over. */
async function stood(tx: Tx, platform: Platform, taken: CalendarWrite, { href }: Written): Promise<void> {
  const { workspace_id: workspaceId, booking_id: bookingId, calendar_id: calendarId } = taken;
  await knowOwnObject(tx, { workspaceId, calendarId, href, uid: uidOf(platform, bookingId) });
  await freeOwnEvents(tx, { workspaceId, bookingId, calendarId });
  await withdrawTold(tx, taken);
}

async function withdrawTold(tx: Tx, taken: CalendarWrite): Promise<void> {
  const { workspace_id: workspaceId, booking_id, problem, question } = taken;
  if (problem !== null) {
    await forgetNotices(tx, { workspaceId, kind: FAILED_NOTICE, subjectId: subjectOf(taken) });
  }
  if (question === null) return;
  await forgetNotices(tx, { workspaceId, kind: QUESTION_NOTICE, subjectId: booking_id });
}

/** An act of ours that came meanwhile has answered it already: then nobody is asked, and that act is written. */
async function ask(
  tx: Tx,
  platform: Platform,
  taken: CalendarWrite,
  { kind, start }: Question,
  change: WriteChange,
): Promise<void> {
  if (!(await settleWrite(tx, taken, change, { unlessWished: true }))) {
    await settleWrite(tx, taken, {});
    return;
  }
  const isSame = taken.question === kind && taken.question_start === start;
  if (!isSame) await tellHost(tx, platform, taken, QUESTION_NOTICE, { question: kind });
}

/** In the app; once, until it is well again. */
async function tellHost(
  tx: Tx,
  { clock }: Platform,
  taken: CalendarWrite,
  kind: typeof QUESTION_NOTICE | typeof FAILED_NOTICE,
  more: Record<string, unknown> = {},
): Promise<void> {
  const { workspace_id: workspaceId, booking_id: id, host_id } = taken;
  const booking = await readBooking(tx, workspaceId, id);
  const subjectId = kind === QUESTION_NOTICE ? id : subjectOf(taken);
  const record = { kind: 'booking', id };
  const notice = { workspaceId, kind, subjectId, record, byId: null, at: isoNow(clock) };
  await notify(tx, { ...notice, data: { title: booking?.title ?? '', ...more } }, [host_id]);
}

function subjectOf({ booking_id, calendar_id }: CalendarWrite): string {
  return `${booking_id} ${calendar_id}`;
}
