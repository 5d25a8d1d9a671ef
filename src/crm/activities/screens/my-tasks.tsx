import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, type KeyboardEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { SectionHead } from '#ui/card.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { myTasksQuery } from './my-task-queries.ts';
import { taskGroups } from './task-groups.ts';
import { recordPath, type ActivityPlace, type TaskView } from './task-queries.ts';
import { TaskRow } from './task-row.tsx';
import { useMoments } from './use-moments.ts';
import { useTaskActs } from './use-task-acts.ts';
import { useActivityWords } from './words.ts';

export interface MyTasksProps {
  assigneeId: string;
  state: 'open' | 'done';
}

/** A member's tasks over all records: what is overdue first; arrows go from box to box. */
export function MyTasks({ assigneeId, state }: MyTasksProps) {
  const t = useActivityWords();
  const { isToday } = useMoments();
  const found = useInfiniteQuery(myTasksQuery(assigneeId, state));
  const tasks = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  if (found.isError && !found.data) {
    return (
      <Problem title={t('tasks.failed')} onRetry={() => void found.refetch()} retrying={found.isFetching} />
    );
  }
  if (!found.data) return <Skeleton rows={6} row="text" />;
  if (tasks.length === 0) {
    return (
      <Empty title={t(state === 'open' ? 'mine.none' : 'tasks.noneDone')}>
        {state === 'open' && t('mine.noneWhat')}
      </Empty>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only moves the focus between what it holds
    <div onKeyDown={fromBoxToBox} className="grid max-w-260 gap-6">
      {state === 'done' ? (
        <TaskLines tasks={tasks} label={t('mine.done')} />
      ) : (
        taskGroups(tasks, isToday).map(([group, of]) => (
          <section key={group} aria-label={t(`mine.group.${group}`)}>
            <SectionHead title={t(`mine.group.${group}`)} count={of.length} />
            <TaskLines tasks={of} />
          </section>
        ))
      )}
      {found.hasNextPage && (
        <Button kind="quiet" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('mine.more')}
        </Button>
      )}
    </div>
  );
}

function TaskLines({ tasks, label }: { tasks: readonly TaskView[]; label?: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-line border-y border-line">
      {tasks.map((task) => (
        <MyTask key={task.id} task={task} />
      ))}
    </ul>
  );
}

function MyTask({ task }: { task: TaskView }) {
  const acts = useTaskActs(task.record as ActivityPlace);
  const name = task.record.name ?? '';
  return (
    <TaskRow
      task={task}
      acts={acts}
      about={
        <Link
          to={recordPath(task.record) as '/'}
          search={{ tab: 'activities' } as never}
          title={name}
          className={`${TEXT_LINK} block truncate text-12`}
        >
          <bdi>{name}</bdi>
        </Link>
      }
    />
  );
}

const BOX = '[role=checkbox]';

function fromBoxToBox(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (!(event.target instanceof Element) || !event.target.matches(BOX)) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>(BOX)];
  const next = boxes[boxes.indexOf(event.target as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
