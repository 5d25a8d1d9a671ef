import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { idParam, listOf } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import { addTask, changeTask, removeTask, taskView } from './change-tasks.ts';
import { placeOf } from './place.ts';
import {
  NewTask,
  TaskChanges,
  TaskShape,
  recordTasksQuery,
  taskParams,
  taskWishFrom,
} from './task-fields.ts';
import { formOf, placeOfTask, type TaskState } from './store-task-page.ts';
import { listTasks } from './store-tasks.ts';

/** The tasks of one kind of record: `path` is '/api/contacts/{id}'. */
export function tasksOf<P extends string>(platform: Platform, kind: RecordKind, path: P) {
  return router()
    .openapi(listRoute(path), async (c) => {
      const caller = c.get('caller')!;
      const record = await placeOf(platform.db.read, caller, { kind, id: c.req.valid('param').id });
      const { limit, cursor, ...asked } = c.req.valid('query');
      const state = stateFrom(asked);
      const filter = {
        state,
        limit,
        now: minuteNow(platform.clock),
        after: placeFrom(cursor, formOf(state)),
      };
      const tasks = await listTasks(platform.db.read, caller.workspaceId, record, filter);
      const page = pageOf(tasks, limit, (last) => placeOfTask(state, last));
      return c.json({ ...page, items: page.items.map((task) => taskView(platform, task)) }, 200);
    })
    .openapi(addRoute(path), async (c) => {
      const place = { kind, id: c.req.valid('param').id };
      const { title, ...rest } = c.req.valid('json');
      const task = await addTask(platform, c.get('caller')!, place, { ...taskWishFrom(rest), title });
      c.header('ETag', etagOf(task.version));
      return c.json(taskView(platform, task), 201);
    })
    .openapi(changeRoute(path), async (c) => {
      const { id, taskId } = c.req.valid('param');
      const version = versionFrom(c.req.header('if-match'));
      const wish = taskWishFrom(c.req.valid('json'));
      const task = await changeTask(platform, c.get('caller')!, { kind, id }, taskId, wish, version);
      if ('changedMeanwhile' in task) throw changedMeanwhile(taskView(platform, task.changedMeanwhile));
      c.header('ETag', etagOf(task.version));
      return c.json(taskView(platform, task), 200);
    })
    .openapi(removeRoute(path), async (c) => {
      const { id, taskId } = c.req.valid('param');
      await removeTask(platform, c.get('caller')!, { kind, id }, taskId);
      return c.body(null, 204);
    });
}

/** `done` says the same in the words of the body. */
export function stateFrom(asked: { state?: TaskState; done?: 'true' | 'false' }): TaskState | undefined {
  if (asked.state !== undefined || asked.done === undefined) return asked.state;
  return asked.done === 'true' ? 'done' : 'open';
}

const tags = ['CRM'];

function listRoute<P extends string>(path: P) {
  return route('member', {
    method: 'get',
    path: `${path}/tasks`,
    tags,
    summary:
      'Tasks: what is open by when it is due, what is done the latest first, otherwise the newest first',
    request: { params: idParam, query: recordTasksQuery },
    responses: { 200: answer(listOf(TaskShape), 'Tasks') },
  });
}

function addRoute<P extends string>(path: P) {
  return route('member', {
    method: 'post',
    path: `${path}/tasks`,
    tags,
    summary: 'Add a task; its assignee, the caller unless another is named, is reminded by mail',
    request: { params: idParam, ...body(NewTask) },
    responses: { 201: answer(TaskShape, 'The task') },
  });
}

function changeRoute<P extends string>(path: P) {
  return route('member', {
    method: 'patch',
    path: `${path}/tasks/{taskId}`,
    tags,
    summary: 'Change a task; `done` true or false ends or reopens it',
    request: { params: taskParams, ...body(TaskChanges) },
    responses: { 200: answer(TaskShape, 'The task') },
  });
}

function removeRoute<P extends string>(path: P) {
  return route('member', {
    method: 'delete',
    path: `${path}/tasks/{taskId}`,
    tags,
    summary: 'Delete a task; the timeline keeps that it was there',
    request: { params: taskParams },
    responses: { 204: { description: 'Deleted' } },
  });
}
