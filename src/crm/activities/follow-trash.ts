import { minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { lockMember } from '#people/store.ts';
import type { RecordTrashed } from '#crm/timeline/facts.ts';
import { keepEntries } from './calendar-entries.ts';
import { membersOf, type RecordEvent } from './record-event.ts';
import { replaceAttendees } from './store-attendees.ts';
import { listRecordEvents } from './store-events.ts';

/** What is planned over a record in the trash keeps nobody's time; with the record it comes back, and blocks again (P6, P9). */
export function listenTrash(platform: Platform): void {
  platform.announcer.on('record-trashed', (tx, fact) => eachEvent(tx, platform, fact, release));
  platform.announcer.on('record-restored', (tx, fact) => eachEvent(tx, platform, fact, hold));
}

type Act = (tx: Tx, platform: Platform, workspaceId: string, event: RecordEvent) => Promise<void>;

/** Members are locked first, all in one order: several events may have the same ones. */
async function eachEvent(
  tx: Tx,
  platform: Platform,
  { workspaceId, record }: RecordTrashed,
  act: Act,
): Promise<void> {
  const coming = { state: 'coming', now: minuteNow(platform.clock), limit: MOST_COMING } as const;
  const events = await listRecordEvents(tx, workspaceId, record, coming);
  const members = new Set(events.flatMap(membersOf).map(({ id }) => id));
  for (const memberId of [...members].toSorted()) await lockMember(tx, workspaceId, memberId);
  for (const event of events) await act(tx, platform, workspaceId, event);
}

const MOST_COMING = 1000;

const release: Act = async (tx, platform, workspaceId, event) => {
  await keepEntries(tx, platform, workspaceId, event, { ...event, attendees: [] });
  const attendees = event.attendees.map((one) =>
    one.kind === 'member' ? { ...one, entryId: undefined } : one,
  );
  await replaceAttendees(tx, workspaceId, event.id, attendees);
};

const hold: Act = async (tx, platform, workspaceId, event) => {
  await replaceAttendees(
    tx,
    workspaceId,
    event.id,
    await keepEntries(tx, platform, workspaceId, event, event),
  );
};
