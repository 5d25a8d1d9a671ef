import { sql, type RawBuilder } from 'kysely';
import type { Minute } from '#engine/minutes.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import { RECORD_KINDS, RECORD_TABLES, type RecordKind } from '#crm/timeline/record-kinds.ts';
import { comesLater, ordered, stateOf, type TaskFilter } from './store-task-page.ts';
import { taskFrom } from './store-tasks.ts';
import type { Priority, Task } from './task.ts';
import './tables.ts';

export interface MyTaskFilter extends TaskFilter {
  assigneeId?: string;
  priority?: Priority;
  /** Only on this member's records and those without an owner (P9). */
  limitedTo?: string;
}

/**
 * Tasks across live records of every kind that the caller may see, each with its record's name, in one statement;
 * one more than `limit` when there is another page.
 */
export async function listMyTasks(db: Reader, workspaceId: string, filter: MyTaskFilter): Promise<Task[]> {
  const { assigneeId, priority, limitedTo, state, now, after, limit } = filter;
  const asked = [
    sql`t.workspace_id = ${workspaceId}`,
    sql`${one('id')} is not null`,
    ...(state === undefined ? [] : [stateOf(state, now)]),
    ...(assigneeId === undefined ? [] : [sql`t.assignee_id = ${assigneeId}`]),
    ...(priority === undefined ? [] : [sql`t.priority = ${priority}`]),
    ...(limitedTo === undefined ? [] : [sql`coalesce(${one('owner_id')}, ${limitedTo}) = ${limitedTo}`]),
    ...(after === undefined ? [] : [comesLater(state, after)]),
  ];
  const { rows } = await sql<Row<'tasks'> & { record_name: string }>`
    select t.*, ${one('name')} as record_name from tasks t ${sql.join(RECORD_KINDS.map(joined), sql` `)}
    where ${sql.join(asked, sql` and `)} order by ${ordered(state)} limit ${limit + 1}`.execute(db);
  return rows.map(({ record_name: name, ...row }) => {
    const task = taskFrom(row);
    return { ...task, record: { ...task.record, name } };
  });
}

/** What a member has let wait too long, the longest first: for the home page. */
export function listOverdue(
  db: Reader,
  workspaceId: string,
  { memberId, limitedTo, now }: { memberId: string; limitedTo?: string; now: Minute },
): Promise<Task[]> {
  const filter = { state: 'overdue', assigneeId: memberId, limitedTo, now, limit: MOST_ON_HOME } as const;
  return listMyTasks(db, workspaceId, filter);
}

const MOST_ON_HOME = 20;

function joined(kind: RecordKind): RawBuilder<unknown> {
  const { table, idColumn } = RECORD_TABLES[kind];
  return sql`left join ${sql.table(table)} as ${sql.ref(kind)} on ${sql.ref(`${kind}.workspace_id`)} = t.workspace_id
    and t.record_kind = ${sql.lit(kind)} and ${sql.ref(`${kind}.${idColumn}`)} = t.record_id
    and ${sql.ref(`${kind}.deleted_at`)} is null`;
}

/** At most one of the joined records is there. */
function one(column: 'id' | 'name' | 'owner_id'): RawBuilder<unknown> {
  const columns = RECORD_KINDS.map((kind) =>
    sql.ref(`${kind}.${column === 'id' ? RECORD_TABLES[kind].idColumn : column}`),
  );
  return sql`coalesce(${sql.join(columns)})`;
}
