import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { doneIs, recordPath, type TaskView } from '#crm/activities/screens/task-queries.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useToast } from '#ui/toast.tsx';
import { useHomeWords } from './words.ts';

/** A task that waits too long: done with one press, or looked at on its record. */
export function OverdueAct({ task }: { task: TaskView }) {
  const t = useHomeWords();
  const { mutate, isPending } = useDone(task);
  const label = t('attention.task-overdue.open', { record: task.record.name ?? '' });
  return (
    <span className="flex items-center gap-1">
      <Button busy={isPending} onClick={() => mutate(true)}>
        {t('attention.task-overdue.act')}
      </Button>
      <LinkButton kind="quiet" render={<Link to={recordPath(task.record) as '/'} aria-label={label} />}>
        {t('attention.task-overdue.look')}
      </LinkButton>
    </span>
  );
}

function useDone(task: TaskView) {
  const t = useHomeWords();
  const queries = useQueryClient();
  const toast = useToast();
  const change = useMutation({
    mutationFn: (done: boolean) => doneIs(task, done),
    onSuccess: async (_, done) => {
      if (done) {
        const text = t('attention.task-overdue.done', { task: task.title });
        toast.undo({ text, onUndo: () => change.mutate(false) });
      }
      await Promise.all(
        ['home', 'tasks', 'timeline'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
    },
    onError: (error) => toast.failed(t('attention.task-overdue.failed', { why: error.message })),
  });
  return change;
}
