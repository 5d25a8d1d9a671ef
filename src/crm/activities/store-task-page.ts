import { sql, type RawBuilder } from 'kysely';
import type { Minute } from '#engine/minutes.ts';
import type { Place } from '#platform/http/cursor.ts';
import type { Task } from './task.ts';

export type TaskState = 'open' | 'done' | 'overdue';

export interface TaskFilter {
  state?: TaskState;
  now: Minute;
  after?: Place;
  limit: number;
}

/** True for tasks (as `t`) in this state. */
export function stateOf(state: TaskState, now: Minute): RawBuilder<boolean> {
  if (state === 'done') return sql<boolean>`t.done_at is not null`;
  if (state === 'open') return sql<boolean>`t.done_at is null`;
  return sql<boolean>`t.done_at is null and t.due_minute <= ${now}`;
}

/** What is open by when it is due, without a time last; what is done the latest first; all the newest first. */
export function ordered(state: TaskState | undefined): RawBuilder<unknown> {
  const way = sql.raw(isDescending(state) ? 'desc' : 'asc');
  return sql`${sortedBy(state)} ${way}, t.task_id ${way}`;
}

/** True for tasks after the last one of the page before. */
export function comesLater(state: TaskState | undefined, { value, id }: Place): RawBuilder<boolean> {
  const than = sql.raw(isDescending(state) ? '<' : '>');
  const last = isByTime(state) ? Number(value) : value;
  return sql<boolean>`(${sortedBy(state)}, t.task_id) ${than} (${last}, ${id})`;
}

/** The end of a page in this order, and what its value looks like. */
export function placeOfTask(state: TaskState | undefined, task: Task): Place {
  if (isByTime(state)) return { id: task.id, value: String(task.due ?? NEVER) };
  return { id: task.id, value: state === 'done' ? task.doneAt! : task.createdAt };
}

export function formOf(state: TaskState | undefined): RegExp {
  return isByTime(state) ? /^-?\d{1,9}$/ : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
}

/** Beyond every minute the API reads. */
const NEVER = 999_999_999;

function sortedBy(state: TaskState | undefined): RawBuilder<unknown> {
  if (isByTime(state)) return sql`coalesce(t.due_minute, ${sql.lit(NEVER)})`;
  return sql.raw(state === 'done' ? 't.done_at' : 't.created_at');
}

function isByTime(state: TaskState | undefined): boolean {
  return state === 'open' || state === 'overdue';
}

function isDescending(state: TaskState | undefined): boolean {
  return !isByTime(state);
}
