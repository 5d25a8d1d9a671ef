import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Ending, Job } from '#platform/jobs/job.ts';
import { queueJob } from '#platform/jobs/store.ts';
import { queueMail } from '#platform/mailer/store.ts';
import type { Platform } from '#platform/platform.ts';
import type { NewNotice } from '#notices/notice.ts';
import { notify } from '#notices/notify.ts';
import { withdrawNotices } from '#notices/store.ts';
import { readMember } from '#people/store.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import { readLinked } from '#crm/timeline/store-links.ts';
import { reminderMail } from './mail.ts';
import { seesRecord } from './place.ts';
import { readTask } from './store-tasks.ts';
import { reminderOf, type Task, type TaskFields } from './task.ts';

export const REMIND_JOB = 'tasks.remind';

/**
 * A reminder that was told in the app says what is still so: it goes when its task is done, deleted, moved or somebody
 * else's, and is back when the task is open again. Null = there is no task.
 */
export async function keepTold(
  tx: Tx,
  { clock }: Platform,
  workspaceId: string,
  before: Task | null,
  after: Task | null,
): Promise<void> {
  const [was, is] = [before && toldOf(before), after && toldOf(after)];
  if (was?.subjectId === is?.subjectId && was?.memberId === is?.memberId) return;
  if (was) await withdrawNotices(tx, { workspaceId, ...was }, isoNow(clock));
  if (is) await withdrawNotices(tx, { workspaceId, ...is }, null);
}

/**
 * Leaves a reminder for later. What stood before needs no taking back: a reminder looks at its task before it goes
 * out. One whose moment has passed is due at once, unless the task itself is, or it was there before the change; who
 * is given a task that is overdue is told, unless they took it themselves.
 */
export async function queueReminder(
  tx: Tx,
  { clock }: Platform,
  workspaceId: string,
  task: Task,
  given?: { before: TaskFields; byId: string },
): Promise<void> {
  const at = reminderOf(task);
  if (at === null) return;
  const isHandedOn = given !== undefined && given.before.assigneeId !== task.assigneeId;
  if (task.due! <= minuteNow(clock) && !(isHandedOn && given.byId !== task.assigneeId)) return;
  if (given && !isHandedOn && reminderOf(given.before) === at) return;
  await queueJob(tx, clock, {
    workspaceId,
    kind: REMIND_JOB,
    payload: { taskId: task.id, at, assigneeId: task.assigneeId },
    dedupe: `${task.id} ${task.assigneeId} ${at}`,
    runAt: new Date(at * 60_000).toISOString(),
  });
}

/** Tells the assignee in the app and by mail, if the task still waits for them at this moment and they still see what it is about. */
export async function sendReminder(platform: Platform, { workspaceId, payload }: Job): Promise<Ending> {
  const { taskId, at, assigneeId } = payload as { taskId: string; at: Minute; assigneeId: string };
  return async (tx) => {
    const task = await readTask(tx, workspaceId, taskId);
    if (!task || reminderOf(task) !== at || task.assigneeId !== assigneeId) return;
    const member = await readMember(tx, workspaceId, assigneeId);
    const place = { kind: task.record.kind as RecordKind, id: task.record.id };
    const [record] = await readLinked(tx, workspaceId, [place]);
    if (!member?.active || !record || !seesRecord(member, record)) return;
    const dueAt = isoFromMinute(task.due!);
    await notify(tx, noticeOf(workspaceId, task, isoNow(platform.clock)), [assigneeId]);
    const words = reminderMail(member, { title: task.title, dueAt, record }, platform.config.publicUrl);
    await queueMail(tx, platform, { workspaceId, kind: 'task-reminder', to: member.email, ...words });
  };
}

/** A task that was moved may be told of again. */
function noticeOf(workspaceId: string, task: Task, at: string): NewNotice {
  const { id: taskId, record, title } = task;
  const data = { taskId, title, dueAt: isoFromMinute(task.due!) };
  const { kind, subjectId } = toldOf(task)!;
  return { workspaceId, kind, subjectId, record, byId: null, at, data };
}

function toldOf(task: Task) {
  const at = reminderOf(task);
  return at === null ? null : { kind: 'task-due', subjectId: `${task.id} ${at}`, memberId: task.assigneeId! };
}
