import { minuteNow } from '#platform/clock.ts';
import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { listOf } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { RECORD_KINDS, RECORD_TABLES } from '#crm/timeline/record-kinds.ts';
import { limitedTo } from '#crm/timeline/record-rights.ts';
import { taskView } from './change-tasks.ts';
import { eventsOf } from './routes-events.ts';
import { stateFrom, tasksOf } from './routes-tasks.ts';
import { listMyTasks } from './store-my-tasks.ts';
import { formOf, placeOfTask } from './store-task-page.ts';
import { myTasksQuery, TaskShape } from './task-fields.ts';

const list = route('member', {
  method: 'get',
  path: '/api/tasks',
  tags: ['CRM'],
  summary: 'Tasks of all records the caller may see; with assigneeId somebody’s own',
  request: { query: myTasksQuery },
  responses: { 200: answer(listOf(TaskShape), 'Tasks, each with its record’s name') },
});

/** P6: tasks and events on every kind of record, and tasks across all of them. */
export function activityRoutes(platform: Platform) {
  const routes = router();
  for (const kind of RECORD_KINDS) {
    const path = `/api/${RECORD_TABLES[kind].table}/{id}`;
    routes.route('/', tasksOf(platform, kind, path)).route('/', eventsOf(platform, kind, path));
  }
  return routes.openapi(list, async (c) => {
    const caller = c.get('caller')!;
    const { cursor, ...asked } = c.req.valid('query');
    const state = stateFrom(asked);
    const after = placeFrom(cursor, formOf(state));
    const filter = { ...asked, state, after, now: minuteNow(platform.clock), limitedTo: limitedTo(caller) };
    const tasks = await listMyTasks(platform.db.read, caller.workspaceId, filter);
    const page = pageOf(tasks, asked.limit, (last) => placeOfTask(state, last));
    return c.json({ ...page, items: page.items.map((task) => taskView(platform, task)) }, 200);
  });
}
