import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { changesBetween, type FieldChange } from '#crm/timeline/changes.ts';
import type { LinkedRecord } from '#crm/timeline/store-links.ts';
import { checkAssignee, placeOf, type Place } from './place.ts';
import { keepTold, queueReminder } from './remind.ts';
import { deleteTask, insertTask, lockTask, updateTask } from './store-tasks.ts';
import { presentTask, type Task, type TaskFields, type TaskWish } from './task.ts';
import { isoOrNull, tellOfTask } from './tell.ts';

/** Adds a task to a record that the caller may see (P6); it is theirs unless somebody else is named. */
export async function addTask(
  platform: Platform,
  caller: Caller,
  place: Place,
  wish: TaskWish & { title: string },
): Promise<Task> {
  const at = isoNow(platform.clock);
  return platform.db.transact(async (tx) => {
    const { kind, id } = await checked(tx, caller, place, wish.assigneeId);
    const blank = { due: null, remindMinutes: 0, assigneeId: caller.memberId, priority: 'normal' } as const;
    const fields = wished({ ...blank, title: wish.title, doneAt: null }, wish, at);
    const record = { kind, id };
    const task = { ...fields, id: newId(), record, madeBy: caller.memberId, version: 1, createdAt: at };
    await insertTask(tx, caller.workspaceId, task);
    await queueReminder(tx, platform, caller.workspaceId, task);
    await tellOfTask(tx, caller, at, task, { what: 'made' });
    return task;
  });
}

/**
 * Changes a task; `version` is what the caller last read; when somebody was faster, the present task comes back.
 * Done and reopened are told as such on the timeline. A change that changes nothing leaves no trace.
 */
export async function changeTask(
  platform: Platform,
  caller: Caller,
  place: Place,
  id: string,
  wish: TaskWish,
  version?: number,
): Promise<Task | { changedMeanwhile: Task }> {
  const at = isoNow(platform.clock);
  const { workspaceId } = caller;
  return platform.db.transact(async (tx) => {
    const before = await lockTask(tx, { workspaceId, record: place, id });
    if (!before) throw notFound();
    const isNew = wish.assigneeId !== before.assigneeId;
    await checked(tx, caller, place, isNew ? wish.assigneeId : undefined);
    if (version !== undefined && version !== before.version) return { changedMeanwhile: before };
    const fields = wished(before, wish, at);
    const changes = changesOf(before, fields);
    if (changes.length === 0 && before.doneAt === fields.doneAt) return before;
    const after = { ...before, ...fields, version: before.version + 1 };
    await updateTask(tx, workspaceId, after);
    await keepTold(tx, platform, workspaceId, before, after);
    await queueReminder(tx, platform, workspaceId, after, { before, byId: caller.memberId });
    await tellChanges(tx, caller, at, { before, after, changes });
    return after;
  });
}

/** Takes a task away; that it was there stays on the timeline. */
export async function removeTask(
  platform: Platform,
  caller: Caller,
  place: Place,
  id: string,
): Promise<void> {
  const { db, clock } = platform;
  await db.transact(async (tx) => {
    await placeOf(tx, caller, place);
    const task = await lockTask(tx, { workspaceId: caller.workspaceId, record: place, id });
    if (!task) throw notFound();
    await deleteTask(tx, caller.workspaceId, id);
    await keepTold(tx, platform, caller.workspaceId, task, null);
    await tellOfTask(tx, caller, isoNow(clock), task, { what: 'deleted' });
  });
}

export function taskView({ clock }: Platform, task: Task) {
  return presentTask(task, minuteNow(clock));
}

async function checked(
  tx: Tx,
  caller: Caller,
  place: Place,
  assigneeId: string | null | undefined,
): Promise<LinkedRecord> {
  const record = await placeOf(tx, caller, place);
  if (assigneeId) await checkAssignee(tx, caller.workspaceId, assigneeId, record);
  return record;
}

/** Done once, a task keeps the instant when it was. */
function wished(before: TaskFields, { done, ...wish }: TaskWish, at: string): TaskFields {
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
  const doneAt = done === undefined ? before.doneAt : done ? (before.doneAt ?? at) : null;
  const { title, due, remindMinutes, assigneeId, priority } = { ...before, ...given };
  return { title, due, remindMinutes, assigneeId, priority, doneAt };
}

/** As the API names the fields. */
function changesOf(before: TaskFields, after: TaskFields): FieldChange[] {
  return changesBetween(named(before), named(after));
}

function named({ due, title, remindMinutes, assigneeId, priority }: TaskFields) {
  return { title, dueAt: isoOrNull(due), remindMinutes, assigneeId, priority };
}

async function tellChanges(
  tx: Tx,
  caller: Caller,
  at: string,
  { before, after, changes }: { before: Task; after: Task; changes: FieldChange[] },
): Promise<void> {
  if (changes.length > 0) await tellOfTask(tx, caller, at, after, { what: 'changed', changes });
  if (before.doneAt === after.doneAt) return;
  await tellOfTask(tx, caller, at, after, { what: after.doneAt === null ? 'reopened' : 'done' });
}
