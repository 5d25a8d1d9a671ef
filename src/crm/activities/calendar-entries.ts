import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { holdTime, moveHeldTime, releaseTime } from '#calendars/held-time.ts';
import { membersOf, type Attendee, type RecordEventFields } from './record-event.ts';

type Attending = Extract<Attendee, { kind: 'member' }>;

/**
 * Brings the calendars of the colleagues who take part to what the event says now: new entries, moved ones, and
 * none for who no longer takes part. Members are locked in one order for everybody. Answers the attendees with
 * their entries.
 */
export async function keepEntries(
  tx: Tx,
  { clock }: Pick<Platform, 'clock'>,
  workspaceId: string,
  before: RecordEventFields | null,
  after: RecordEventFields,
): Promise<Attendee[]> {
  const were = new Map((before ? membersOf(before) : []).map((one) => [one.id, one]));
  const are = new Map(membersOf(after).map((one) => [one.id, one]));
  const isSame = before !== null && isSameTime(before, after);
  const entries = new Map<string, string>();
  for (const memberId of [...new Set([...were.keys(), ...are.keys()])].toSorted()) {
    const entryId = were.get(memberId)?.entryId;
    if (!are.has(memberId)) await release(tx, workspaceId, memberId, entryId);
    else entries.set(memberId, await keep(memberId, entryId));
  }
  return after.attendees.map((one) => (one.kind === 'member' ? withEntry(one, entries) : one));

  async function keep(memberId: string, entryId: string | undefined): Promise<string> {
    const { title, start, end } = after;
    if (entryId !== undefined && isSame) return entryId;
    const key = { workspaceId, memberId };
    const isMoved =
      entryId !== undefined && (await moveHeldTime(tx, { ...key, id: entryId }, { title, start, end }));
    return isMoved ? entryId : holdTime(tx, clock, key, { title, start, end });
  }
}

async function release(tx: Tx, workspaceId: string, memberId: string, entryId?: string): Promise<void> {
  if (entryId !== undefined) await releaseTime(tx, { workspaceId, memberId, id: entryId });
}

function withEntry(attendee: Attending, entries: ReadonlyMap<string, string>): Attending {
  return { ...attendee, entryId: entries.get(attendee.id) };
}

function isSameTime(one: RecordEventFields, other: RecordEventFields): boolean {
  return one.title === other.title && one.start === other.start && one.end === other.end;
}
