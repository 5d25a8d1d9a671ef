import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { RequestProblem } from '#ui/request.ts';
import { useToast, type Toasts } from '#ui/toast.tsx';
import { dropFromMine } from './my-task-queries.ts';
import { addTask, apiPath, changeTask, deleteTask, doneIs, tasksQuery } from './task-queries.ts';
import type { ActivityPlace, TaskView, TaskWish } from './task-queries.ts';
import { useActivityWords } from './words.ts';

export interface TaskActs {
  /** Answers why it was not kept, or null. */
  add: (wish: TaskWish & { title: string }) => Promise<string | null>;
  change: (task: TaskView, wish: TaskWish) => Promise<string | null>;
  setDone: (task: TaskView, done: boolean) => void;
  remove: (task: TaskView) => void;
}

/** What is done to a record's tasks: seen at once, said when it failed, taken back where that is possible. */
export function useTaskActs(record: ActivityPlace): TaskActs {
  const t = useActivityWords();
  const toast = useToast();
  const queries = useQueryClient();
  const { kind, id } = record;
  return useMemo(() => actsOn({ record: { kind, id }, queries, toast, t }), [kind, id, queries, toast, t]);
}

interface Desk {
  record: ActivityPlace;
  queries: QueryClient;
  toast: Toasts;
  t: ReturnType<typeof useActivityWords>;
}

function actsOn(desk: Desk): TaskActs {
  const { record, queries, toast, t } = desk;
  const attempt = attemptsOn(desk);
  const orSay = async (act: () => Promise<unknown>, onDone?: () => void) => {
    const why = await attempt(act);
    if (why !== null) return toast.failed(why, () => void orSay(act, onDone));
    onDone?.();
  };
  return {
    add: (wish) => attempt(() => addTask(record, wish)),
    change: (task, wish) => attempt(() => changeTask(task, wish, task.version)),
    setDone: (task, done) => {
      dropFrom(queries, record, task);
      const text = t(done ? 'tasks.wasDone' : 'tasks.wasReopened', { title: task.title });
      const onUndo = () => void orSay(() => doneIs(task, !done));
      void orSay(
        () => doneIs(task, done),
        () => toast.undo({ text, onUndo }),
      );
    },
    remove: (task) => {
      dropFrom(queries, record, task);
      const onUndo = () => void orSay(() => addTask(record, wishOf(task)));
      const text = t('tasks.wasDeleted', { title: task.title });
      void orSay(
        () => deleteTask(task),
        () => toast.undo({ text, onUndo }),
      );
    },
  };
}

/** Tries something and looks at everything again; answers why it failed, or null. */
function attemptsOn({ record, queries, t }: Desk): (act: () => Promise<unknown>) => Promise<string | null> {
  const keys = [['tasks'], ['timeline', apiPath(record)], ['home']];
  return async (act) => {
    try {
      await act();
      return null;
    } catch (error) {
      return whyOf(error, t);
    } finally {
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
    }
  };
}

function wishOf({ title, dueAt, remindMinutes, assigneeId, priority, done }: TaskView) {
  return { title, dueAt, remindMinutes, assigneeId, priority, done };
}

function dropFrom(queries: QueryClient, record: ActivityPlace, task: TaskView): void {
  dropFromMine(queries, task.id);
  const { queryKey } = tasksQuery(record, task.done ? 'done' : 'open');
  queries.setQueryData(
    queryKey,
    (page) => page && { ...page, items: page.items.filter(({ id }) => id !== task.id) },
  );
}

export function whyOf(error: unknown, t: ReturnType<typeof useActivityWords>): string {
  if (!(error instanceof RequestProblem) || error.status === 0 || error.status >= 500) return t('notSaved');
  if (error.status === 412) return t('changedMeanwhile');
  return error.errors[0]?.message ?? error.message;
}
