import { AlarmClock } from 'lucide-react';
import { useDates, useToday } from '#ui/dates.tsx';
import type { TaskView } from './task-queries.ts';
import { useActivityWords } from './words.ts';

/** When it is due; what is late has a clock and says so, what is done says since when. */
export function DueMark({ task }: { task: TaskView }) {
  const t = useActivityWords();
  const dates = useDates();
  const today = useToday();
  const at = task.doneAt ?? task.dueAt;
  if (at === null) return null;
  const date = dates.dateOf(at);
  const words = `${date === today ? t('today') : dates.briefDay(date)}, ${dates.time(at)}`;
  const time = (
    <time dateTime={at} title={dates.when(at)}>
      {words}
    </time>
  );
  if (task.done) return <span className="text-muted">{t('tasks.doneAt', { when: words })}</span>;
  if (!task.overdue) return <span className="text-muted">{time}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-danger">
      <AlarmClock aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <span className="sr-only">{t('tasks.overdue')}: </span>
      {time}
    </span>
  );
}
