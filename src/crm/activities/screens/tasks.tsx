import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { SectionHead } from '#ui/card.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { NewTask } from './new-task.tsx';
import { TaskRow } from './task-row.tsx';
import { tasksQuery, type ActivityPlace } from './task-queries.ts';
import { useTaskActs } from './use-task-acts.ts';
import { useActivityWords } from './words.ts';

/** What is to be done about a record (P6): the most urgent first, new ones typed on top, done ones folded away. */
export function Tasks({ record }: { record: ActivityPlace }) {
  const t = useActivityWords();
  const acts = useTaskActs(record);
  const open = useQuery(tasksQuery(record, 'open'));
  return (
    <section aria-label={t('tasks.title')} className="min-w-0">
      <SectionHead title={t('tasks.title')} count={open.data?.items.length || undefined} />
      <NewTask onAdd={acts.add} />
      {open.isError && !open.data && (
        <Problem title={t('tasks.failed')} onRetry={() => void open.refetch()} retrying={open.isFetching} />
      )}
      {!open.data && !open.isError && <Skeleton rows={2} row="text" />}
      {open.data?.items.length === 0 && <p className="py-2 text-faint">{t('tasks.none')}</p>}
      <ul className="divide-y divide-line">
        {open.data?.items.map((task) => (
          <TaskRow key={task.id} task={task} acts={acts} />
        ))}
      </ul>
      <DoneTasks record={record} />
    </section>
  );
}

function DoneTasks({ record }: { record: ActivityPlace }) {
  const t = useActivityWords();
  const acts = useTaskActs(record);
  const [isOpen, setOpen] = useState(false);
  const done = useQuery({ ...tasksQuery(record, 'done'), enabled: isOpen });
  return (
    <div className="mt-1">
      <Button
        kind="quiet"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="-ms-2.5 text-muted"
      >
        {t(isOpen ? 'tasks.hideDone' : 'tasks.showDone')}
      </Button>
      {isOpen && done.isPending && <Skeleton rows={2} row="text" />}
      {isOpen && done.isError && (
        <Problem title={t('tasks.failed')} onRetry={() => void done.refetch()} retrying={done.isFetching} />
      )}
      {isOpen && done.data?.items.length === 0 && <p className="py-2 text-faint">{t('tasks.noneDone')}</p>}
      {isOpen && (
        <ul className="divide-y divide-line">
          {done.data?.items.map((task) => (
            <TaskRow key={task.id} task={task} acts={acts} />
          ))}
        </ul>
      )}
    </div>
  );
}
