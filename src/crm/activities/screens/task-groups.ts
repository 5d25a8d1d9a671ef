export type TaskGroup = 'overdue' | 'today' | 'later' | 'undated';

interface Dated {
  dueAt: string | null;
  overdue: boolean;
}

/** What waits first: parts without tasks are left out, the order within them stays. */
export function taskGroups<Task extends Dated>(
  tasks: readonly Task[],
  isToday: (instant: string) => boolean,
): [TaskGroup, Task[]][] {
  const groupOf = ({ dueAt, overdue }: Task): TaskGroup => {
    if (dueAt === null) return 'undated';
    if (overdue) return 'overdue';
    return isToday(dueAt) ? 'today' : 'later';
  };
  const found = Map.groupBy(tasks, groupOf);
  const order = ['overdue', 'today', 'later', 'undated'] as const;
  return order.flatMap((group) => (found.has(group) ? [[group, found.get(group)!]] : []));
}
