import { AlarmClock } from 'lucide-react';
import { useDates } from '#ui/dates.tsx';
import type { TaskView } from './task-queries.ts';
import { useMoments } from './use-moments.ts';
import { useActivityWords } from './words.ts';

/** When it is due; what is late has a clock and says so, what is done says since when. */
export function DueMark({ task }: { task: TaskView }) {
  const t = useActivityWords();
  const dates = useDates();
  const { isToday, moment } = useMoments();
  const { doneAt, dueAt, overdue } = task;
  if (doneAt !== null) {
    const said = isToday(doneAt)
      ? t('tasks.doneToday', { time: dates.time(doneAt) })
      : t('tasks.doneAt', { when: moment(doneAt) });
    return <span className="text-muted">{said}</span>;
  }
  if (dueAt === null) return null;
  const time = (
    <time dateTime={dueAt} title={dates.when(dueAt)}>
      {moment(dueAt)}
    </time>
  );
  if (!overdue) return <span className="text-muted">{time}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-danger">
      <AlarmClock aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <span className="sr-only">{t('tasks.overdue')}: </span>
      {time}
    </span>
  );
}
