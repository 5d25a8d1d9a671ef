import type { Minute } from '#engine/minutes.ts';
import { isoFromMinute } from '#engine/minutes.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { notFound } from '#platform/refusal.ts';
import type { FieldChange } from '#crm/timeline/changes.ts';
import type { NewEntry, RecordRef } from '#crm/timeline/entry.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import { touchRecord } from '#crm/timeline/store-touch.ts';
import { append } from '#crm/timeline/store.ts';
import type { Task } from './task.ts';

type Doer = Pick<Caller, 'workspaceId' | 'memberId'>;

/** What happened to a task, on its record's timeline and on those it belongs to (P8). */
export async function tellOfTask(
  tx: Tx,
  { workspaceId, memberId }: Doer,
  at: string,
  { id, record, title, due, assigneeId }: Task,
  told: { what: 'made' | 'changed' | 'done' | 'reopened' | 'deleted'; changes?: FieldChange[] },
): Promise<void> {
  const by = { kind: 'member', id: memberId } as const;
  const data = { ...told, taskId: id, title, dueAt: isoOrNull(due), assigneeId };
  await tell(tx, { workspaceId, kind: 'task', at, by, data }, record);
}

/** The same for an event. */
export async function tellOfEvent(
  tx: Tx,
  { workspaceId, memberId }: Doer,
  at: string,
  event: { id: string; record: RecordRef; title: string; start: Minute; end: Minute },
  told: { what: 'made' | 'changed' | 'deleted'; changes?: FieldChange[] },
): Promise<void> {
  const by = { kind: 'member', id: memberId } as const;
  const { id: eventId, record, title } = event;
  const when = { start: isoFromMinute(event.start), end: isoFromMinute(event.end) };
  const data = { ...told, eventId, title, ...when };
  await tell(tx, { workspaceId, kind: 'event', at, by, data }, record);
}

/** Nothing new comes to a record that was merged into another at this very moment. */
async function tell(tx: Tx, entry: NewEntry, { kind, id }: RecordRef): Promise<void> {
  const isThere = await touchRecord(tx, entry.workspaceId, { kind: kind as RecordKind, id }, entry.at);
  if (!isThere && entry.data?.['what'] === 'made') throw notFound();
  await append(tx, entry, [{ kind, id }]);
}

export function isoOrNull(minute: Minute | null): string | null {
  return minute === null ? null : isoFromMinute(minute);
}
