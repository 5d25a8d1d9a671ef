import type { Decision } from '#engine/decide.ts';
import { isoFromMinute } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Language } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import { movableUntil, statusAt, type Booking } from './booking.ts';
import type { Standing } from './find-booking.ts';
import { assignmentSentence } from './sentence.ts';
import { readAssignment, readHistory, readNames } from './store-lists.ts';
import { readPartyName } from './store-party.ts';

/** A booking as colleagues see it in lists. */
export function presentBooking({ clock }: Platform, booking: Booking): Record<string, unknown> {
  return {
    id: booking.id,
    status: statusAt(booking, isoNow(clock)),
    title: booking.title,
    start: isoFromMinute(booking.start),
    end: isoFromMinute(booking.end),
    visitor: booking.visitor,
    timeZone: booking.visitorTimeZone,
    language: booking.language,
    hostIds: booking.hostIds,
    linkId: booking.linkId,
    record: booking.record,
    party: booking.party,
    internal: booking.internal,
    location: booking.location,
    answers: booking.answers,
    consents: booking.consents,
    guests: booking.guests,
    expiresAt: booking.expiresAt,
    sequence: booking.sequence,
    madeAt: booking.madeAt,
    madeBy: booking.madeBy,
    version: booking.version,
  };
}

/** One booking with its party's name, its reasons (D5) and its history. */
export async function presentWhole(platform: Platform, booking: Booking, language: Language) {
  const db = platform.db.read;
  const { workspaceId, id } = booking;
  const assignment = await readAssignment(db, workspaceId, id);
  const history = await readHistory(db, workspaceId, id);
  const party = booking.party && {
    ...booking.party,
    name: await readPartyName(db, workspaceId, booking.party),
  };
  return {
    ...presentBooking(platform, booking),
    party,
    assignment: assignment && (await presentAssignment(platform, workspaceId, assignment, language)),
    history: history.map((change) => ({
      id: change.change_id,
      kind: change.kind,
      at: change.at,
      by: { kind: change.by_kind, ...(change.by_id && { id: change.by_id, name: change.by_name }) },
      ...(JSON.parse(change.data) as Record<string, unknown>),
    })),
  };
}

async function presentAssignment(
  { db }: Platform,
  workspaceId: string,
  row: NonNullable<Awaited<ReturnType<typeof readAssignment>>>,
  language: Language,
): Promise<Record<string, unknown>> {
  const decision = JSON.parse(row.decision) as Decision;
  const byHand =
    row.by_hand === null ? null : (JSON.parse(row.by_hand) as { by: string; reason: string | null });
  const people = [...decision.candidates.map((one) => one.id), ...(byHand ? [byHand.by] : [])];
  const names = await readNames(db.read, workspaceId, [...new Set(people)]);
  return {
    rule: row.rule,
    chosen: decision.chosen,
    sentence: assignmentSentence(decision, names, language, byHand),
    candidates: decision.candidates.map((one) => ({
      memberId: one.id,
      name: names.get(one.id),
      chair: one.chair,
      free: one.free,
      reasons: one.reasons,
      count: one.count,
      lastScheduledAt: one.lastScheduledAt === null ? null : new Date(one.lastScheduledAt).toISOString(),
    })),
    seed: decision.seed,
    at: row.at,
    ...(byHand && { byHand }),
  };
}

/** What the holder of the manage link sees: their own meeting and nothing about anybody else (ABUSE 20). */
export function presentToVisitor(
  { clock }: Platform,
  { booking, found, hosts }: Standing,
): Record<string, unknown> {
  const status = statusAt(booking, isoNow(clock));
  const told = status !== 'unverified' && status !== 'expired';
  return {
    id: booking.id,
    status,
    title: booking.title,
    start: isoFromMinute(booking.start),
    end: isoFromMinute(booking.end),
    timeZone: booking.visitorTimeZone,
    language: booking.language,
    visitor: booking.visitor && { name: booking.visitor.name, email: booking.visitor.email },
    location: told ? booking.location : null,
    ...(told && { hosts: hosts.map((host) => ({ name: host.name })) }),
    guests: booking.guests,
    answers: booking.answers.map(({ label, value }) => ({ label, value })),
    heldUntil: booking.expiresAt,
    rescheduleUntil: isoFromMinute(movableUntil(booking)),
    canReschedule: status === 'scheduled' && movableUntil(booking) >= minuteNow(clock),
    canCancel: (status === 'scheduled' || status === 'unverified') && booking.start > minuteNow(clock),
    workspace: { name: found.workspace.name },
  };
}
