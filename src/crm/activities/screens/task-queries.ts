/** What colleagues do with tasks. Keys begin with the noun, so that one act refreshes all lists of them. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { RECORD_TABLES, type RecordKind } from '#crm/timeline/record-kinds.ts';
import { queryString, request } from '#ui/request.ts';
import type { TaskChanges, TaskShape } from '../task-fields.ts';

export type TaskView = z.infer<typeof TaskShape>;
export type TaskWish = z.input<typeof TaskChanges>;

export interface ActivityPlace {
  kind: RecordKind;
  id: string;
}

interface Page {
  items: TaskView[];
  next: string | null;
}

/** Where a record stands in the app: '/leads/018f…'. Its API is the same under /api. */
export function recordPath({ kind, id }: { kind: string; id: string }): string {
  return `/${RECORD_TABLES[kind as RecordKind].table}/${id}`;
}

export const apiPath = (record: { kind: string; id: string }) => `/api${recordPath(record)}`;

const MOST_OPEN = 200;
const MOST_DONE = 50;

export const tasksQuery = (record: ActivityPlace, state: 'open' | 'done') =>
  queryOptions({
    queryKey: ['tasks', apiPath(record), state],
    queryFn: ({ signal }) => {
      const asked = queryString({ state, limit: state === 'open' ? MOST_OPEN : MOST_DONE });
      return request<Page>('GET', `${apiPath(record)}/tasks${asked}`, { signal });
    },
  });

export const addTask = (record: ActivityPlace, wish: TaskWish & { title: string }) =>
  request<TaskView>('POST', `${apiPath(record)}/tasks`, { body: wish });

/** With `version` a change somebody else made meanwhile is not written over (412). */
export const changeTask = (task: TaskView, wish: TaskWish, version?: number) =>
  request<TaskView>('PATCH', `${apiPath(task.record)}/tasks/${task.id}`, { body: wish, version });

export const doneIs = (task: TaskView, done: boolean) => changeTask(task, { done });

export const deleteTask = (task: TaskView) =>
  request<undefined>('DELETE', `${apiPath(task.record)}/tasks/${task.id}`);
