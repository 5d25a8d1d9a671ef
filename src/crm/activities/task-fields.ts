import { minuteFromIso } from '#engine/minutes.ts';
import { id, idParam, instant, line, listQuery, z } from '#platform/http/fields.ts';
import { PRIORITIES, type TaskWish } from './task.ts';

const LONGEST_REMINDER = 30 * 24 * 60;

const optional = {
  dueAt: instant.nullable().optional(),
  remindMinutes: z
    .number()
    .int('Write whole minutes.')
    .min(0, 'A reminder comes before the task is due: write 0 minutes or more.')
    .max(LONGEST_REMINDER, 'A reminder comes at most 30 days before the task is due.')
    .nullable()
    .optional()
    .openapi({ description: 'Before dueAt; 0 unless said otherwise, null = no reminder' }),
  assigneeId: id
    .nullable()
    .optional()
    .openapi({ description: 'The caller unless said otherwise; null = nobody' }),
  priority: z.enum(PRIORITIES).optional(),
  done: z.boolean().optional(),
};

export const NewTask = z.strictObject({ title: line(200), ...optional });
export const TaskChanges = z.strictObject({ title: line(200).optional(), ...optional });
export const taskParams = z.object({ id: idParam.shape.id, taskId: idParam.shape.id });

export const TASK_STATES = ['open', 'done', 'overdue'] as const;

/** One record's tasks: what is open by its time, what is done the latest first, both together as they were made. */
export const recordTasksQuery = listQuery
  .pick({ limit: true, cursor: true })
  .extend({ state: z.enum(TASK_STATES).optional(), done: z.enum(['true', 'false']).optional() });

export const myTasksQuery = recordTasksQuery.extend({
  assigneeId: id.optional(),
  priority: z.enum(PRIORITIES).optional(),
});

export const TaskShape = z
  .object({
    id: z.string(),
    record: z.object({ kind: z.string(), id: z.string(), name: z.string().optional() }),
    title: z.string(),
    dueAt: z.string().nullable(),
    remindMinutes: z.number().nullable(),
    assigneeId: z.string().nullable(),
    priority: z.enum(PRIORITIES),
    done: z.boolean(),
    doneAt: z.string().nullable(),
    overdue: z.boolean().openapi({ description: 'Open although its time has come' }),
    madeBy: z.string(),
    version: z.number(),
    createdAt: z.string(),
  })
  .openapi('Task');

export function taskWishFrom({ dueAt, ...rest }: z.infer<typeof TaskChanges>): TaskWish {
  return {
    ...rest,
    ...(dueAt !== undefined && { due: dueAt === null ? null : minuteFromIso(dueAt)! }),
  };
}
