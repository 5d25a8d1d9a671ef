import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';
import type { Task, TaskFields } from './task.ts';
import { comesLater, ordered, stateOf, type TaskFilter } from './store-task-page.ts';
import './tables.ts';

export interface TaskKey {
  workspaceId: string;
  record: RecordRef;
  id: string;
}

export async function insertTask(tx: Tx, workspaceId: string, task: Task): Promise<void> {
  await tx
    .insertInto('tasks')
    .values({
      workspace_id: workspaceId,
      task_id: task.id,
      record_kind: task.record.kind,
      record_id: task.record.id,
      ...columnsOf(task),
      made_by: task.madeBy,
      created_at: task.createdAt,
    })
    .execute();
}

/** Reads a task of this record and keeps others from changing it until the act ends. */
export async function lockTask(tx: Tx, { workspaceId, record, id }: TaskKey): Promise<Task | undefined> {
  const row = await tx
    .selectFrom('tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', record.kind)
    .where('record_id', '=', record.id)
    .where('task_id', '=', id)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && taskFrom(row);
}

/** For reminders, which know no record. */
export async function readTask(db: Reader, workspaceId: string, id: string): Promise<Task | undefined> {
  const row = await db
    .selectFrom('tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('task_id', '=', id)
    .executeTakeFirst();
  return row && taskFrom(row);
}

export async function updateTask(tx: Tx, workspaceId: string, task: Task): Promise<void> {
  await tx
    .updateTable('tasks')
    .set({ ...columnsOf(task), version: task.version })
    .where('workspace_id', '=', workspaceId)
    .where('task_id', '=', task.id)
    .execute();
}

export async function deleteTask(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom('tasks').where('workspace_id', '=', workspaceId).where('task_id', '=', id).execute();
}

/** A record's tasks in the order asked for; one more than `limit` when there is another page. */
export async function listTasks(
  db: Reader,
  workspaceId: string,
  record: RecordRef,
  { state, now, after, limit }: TaskFilter,
): Promise<Task[]> {
  const rows = await db
    .selectFrom('tasks as t')
    .selectAll('t')
    .where('t.workspace_id', '=', workspaceId)
    .where('t.record_kind', '=', record.kind)
    .where('t.record_id', '=', record.id)
    .$if(state !== undefined, (query) => query.where(stateOf(state!, now)))
    .$if(after !== undefined, (query) => query.where(comesLater(state, after!)))
    .orderBy(ordered(state))
    .limit(limit + 1)
    .execute();
  return rows.map(taskFrom);
}

export function taskFrom(row: Row<'tasks'>): Task {
  return {
    id: row.task_id,
    record: { kind: row.record_kind, id: row.record_id },
    title: row.title,
    due: row.due_minute,
    remindMinutes: row.remind_minutes,
    assigneeId: row.assignee_id,
    priority: row.priority,
    doneAt: row.done_at,
    madeBy: row.made_by,
    version: row.version,
    createdAt: row.created_at,
  };
}

function columnsOf(fields: TaskFields) {
  return {
    title: fields.title,
    due_minute: fields.due,
    remind_minutes: fields.remindMinutes,
    assignee_id: fields.assigneeId,
    priority: fields.priority,
    done_at: fields.doneAt,
  };
}
