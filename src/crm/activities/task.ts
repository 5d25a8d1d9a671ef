import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';

export const PRIORITIES = ['low', 'normal', 'high'] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface TaskFields {
  title: string;
  due: Minute | null;
  /** Minutes before it is due; null = nobody is reminded. */
  remindMinutes: number | null;
  assigneeId: string | null;
  priority: Priority;
  /** ISO instant; null = still open. */
  doneAt: string | null;
}

/** Something to do about a record (P6). */
export interface Task extends TaskFields {
  id: string;
  record: RecordRef & { name?: string };
  madeBy: string;
  version: number;
  createdAt: string;
}

/** What is asked of a task, new or standing; `done` becomes the instant it was done. */
export type TaskWish = Partial<Omit<TaskFields, 'doneAt'> & { done: boolean }>;

/** A task as the API shows it. Overdue = open although its time has come. */
export function presentTask({ due, doneAt, ...task }: Task, now: Minute) {
  return {
    ...task,
    dueAt: due === null ? null : isoFromMinute(due),
    done: doneAt !== null,
    doneAt,
    overdue: doneAt === null && due !== null && due <= now,
  };
}

/** When its assignee is reminded; null = never. */
export function reminderOf({ due, remindMinutes, assigneeId, doneAt }: TaskFields): Minute | null {
  if (due === null || remindMinutes === null || assigneeId === null || doneAt !== null) return null;
  return due - remindMinutes;
}
