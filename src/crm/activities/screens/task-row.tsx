import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Who } from '#people/screens/who.tsx';
import { Button } from '#ui/button.tsx';
import { Tag } from '#ui/badge.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { classNames } from '#ui/class-names.ts';
import { EditInPlace } from '#ui/edit-in-place.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Note } from '#ui/note.tsx';
import { DueMark } from './due-mark.tsx';
import { TaskDetails } from './task-details.tsx';
import type { TaskView, TaskWish } from './task-queries.ts';
import type { TaskActs } from './use-task-acts.ts';
import { useActivityWords } from './words.ts';

export interface TaskRowProps {
  task: TaskView;
  acts: TaskActs;
  /** Below its name, where one member's tasks of many records stand together: which one it is about. */
  about?: ReactNode;
}

/** A task on one line: done with its box, renamed where it stands, everything else under its arrow. */
export function TaskRow({ task, acts, about }: TaskRowProps) {
  const t = useActivityWords();
  const [isOpen, setOpen] = useState(false);
  const name = { title: task.title };
  return (
    <li className="py-1.5">
      <div className="flex min-w-0 items-center gap-x-3 max-phone:flex-wrap">
        <Checkbox
          aria-label={t(task.done ? 'tasks.reopen' : 'tasks.finish', name)}
          checked={task.done}
          onChange={(done) => acts.setDone(task, done)}
        />
        <span className="min-w-32 flex-1">
          <EditInPlace
            label={t('tasks.name')}
            value={task.title}
            onSave={async (title) => (await acts.change(task, { title })) ?? undefined}
            className={classNames('font-medium', task.done && 'text-muted line-through')}
          />
          {about}
        </span>
        <TaskFacts task={task} withAssignee={!about} />
        <IconButton
          icon={isOpen ? ChevronUp : ChevronDown}
          label={t(isOpen ? 'tasks.less' : 'tasks.more', name)}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && <Opened task={task} acts={acts} />}
    </li>
  );
}

function TaskFacts({ task, withAssignee }: { task: TaskView; withAssignee: boolean }) {
  const t = useActivityWords();
  return (
    <span className="flex min-w-0 flex-wrap items-center justify-end gap-x-3 max-phone:order-last max-phone:basis-full max-phone:justify-start max-phone:ps-7">
      {task.priority !== 'normal' && (
        <Tag tone={task.priority === 'high' ? 'wait' : 'plain'}>{t(`priority.${task.priority}`)}</Tag>
      )}
      <DueMark task={task} />
      <span className="max-w-36 min-w-0 max-phone:w-auto">
        {withAssignee && task.assigneeId && <Who id={task.assigneeId} muted />}
      </span>
    </span>
  );
}

function Opened({ task, acts }: { task: TaskView; acts: TaskActs }) {
  const t = useActivityWords();
  const [why, setWhy] = useState<string | null>(null);
  const save = async (wish: TaskWish) => setWhy(await acts.change(task, wish));
  return (
    <div className="grid gap-3 py-2 ps-7">
      <TaskDetails value={task} onChange={(wish) => void save(wish)} />
      {why && (
        <Note tone="danger" alert>
          {why}
        </Note>
      )}
      <Button
        kind="quiet"
        icon={Trash2}
        aria-label={t('tasks.delete', { title: task.title })}
        onClick={() => acts.remove(task)}
        className="-ms-2.5 justify-self-start"
      >
        {t('tasks.deleteIt')}
      </Button>
    </div>
  );
}
