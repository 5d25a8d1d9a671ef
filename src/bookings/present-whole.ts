import type { Decision } from '#engine/decide.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { readLink } from '#links/store.ts';
import { readMember } from '#people/store.ts';
import type { AssignmentView, WholeBooking } from './booking-fields.ts';
import type { Booking } from './booking.ts';
import { presentBookings } from './present-booking.ts';
import { assignmentSentence } from './sentence.ts';
import { readAssignment, readHistory, readNames } from './store-lists.ts';

/** One booking with its party's name, its reasons (D5) and its history, in the caller's language. */
export async function presentWhole(
  platform: Platform,
  caller: Caller,
  booking: Booking,
): Promise<WholeBooking> {
  const db = platform.db.read;
  const { workspaceId, id } = booking;
  const [view] = await presentBookings(platform, workspaceId, [booking]);
  const history = await readHistory(db, workspaceId, id);
  return {
    ...view!,
    details: booking.visitor?.details ?? null,
    link: await linkOf(platform, booking),
    assignment: await assignmentOf(platform, caller, booking),
    history: history.map(({ change_id, kind, at, by_kind, by_id, by_name, data }) => ({
      ...(JSON.parse(data) as Record<string, unknown>),
      id: change_id,
      kind,
      at,
      by: { kind: by_kind, ...(by_id && { id: by_id, name: by_name ?? undefined }) },
    })),
  };
}

async function linkOf({ db }: Platform, { workspaceId, linkId }: Booking): Promise<WholeBooking['link']> {
  const link = linkId === null ? undefined : await readLink(db.read, workspaceId, linkId);
  return link ? { id: link.id, title: link.title, deleted: link.deletedAt !== null } : null;
}

async function assignmentOf(
  { db }: Platform,
  { workspaceId, memberId }: Caller,
  booking: Booking,
): Promise<AssignmentView | null> {
  const row = await readAssignment(db.read, workspaceId, booking.id);
  if (!row) return null;
  const decision = JSON.parse(row.decision) as Decision;
  const byHand = row.by_hand === null ? null : (JSON.parse(row.by_hand) as AssignmentView['byHand'])!;
  const people = new Set([...decision.candidates.map((one) => one.id), ...(byHand ? [byHand.by] : [])]);
  const names = await readNames(db.read, workspaceId, [...people]);
  const reader = await readMember(db.read, workspaceId, memberId);
  return {
    rule: row.rule,
    chosen: decision.chosen,
    sentence: assignmentSentence(decision, names, reader?.locale ?? 'en', byHand),
    candidates: decision.candidates.map((one) => presentCandidate(one, names)),
    seed: decision.seed,
    at: row.at,
    ...(byHand && { byHand }),
  };
}

function presentCandidate(
  { id, chair, free, reasons, count, lastScheduledAt }: Decision['candidates'][number],
  names: ReadonlyMap<string, string>,
): AssignmentView['candidates'][number] {
  const last = lastScheduledAt === null ? null : new Date(lastScheduledAt).toISOString();
  return { memberId: id, name: names.get(id), chair, free, reasons, count, lastScheduledAt: last };
}
