import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Ending, Job } from '#platform/jobs/job.ts';
import { queueJob } from '#platform/jobs/store.ts';
import { queueMail } from '#platform/mailer/store.ts';
import type { Platform } from '#platform/platform.ts';
import type { NewNotice } from '#notices/notice.ts';
import { notify } from '#notices/notify.ts';
import { readMember } from '#people/store.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import { readLinked } from '#crm/timeline/store-links.ts';
import { reminderMail } from './mail.ts';
import { seesRecord } from './place.ts';
import { readTask } from './store-tasks.ts';
import { reminderOf, type Task, type TaskFields } from './task.ts';

export const REMIND_JOB = 'tasks.remind';

/**
 * Leaves a reminder for later. What stood before needs no taking back: a reminder looks at its task before it goes
 * out. One whose moment has passed is due at once, unless the task itself is, or it was there before the change.
 */
export async function queueReminder(
  tx: Tx,
  { clock }: Platform,
  workspaceId: string,
  task: Task,
  before?: TaskFields,
): Promise<void> {
  const at = reminderOf(task);
  if (at === null || task.due! <= minuteNow(clock)) return;
  if (before && reminderOf(before) === at && before.assigneeId === task.assigneeId) return;
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
  const subjectId = `${taskId} ${reminderOf(task)}`;
  return { workspaceId, kind: 'task-due', subjectId, record, byId: null, at, data };
}
