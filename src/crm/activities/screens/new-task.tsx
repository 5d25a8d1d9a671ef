import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useMe } from '#people/screens/use-me.ts';
import { Button } from '#ui/button.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import { TaskDetails, type Details } from './task-details.tsx';
import type { TaskActs } from './use-task-acts.ts';
import { useActivityWords } from './words.ts';

/** A title and Enter make a task; once something is typed, the rest can be said too. It stays until it is kept. */
export function NewTask({ onAdd }: { onAdd: TaskActs['add'] }) {
  const t = useActivityWords();
  const { title, setTitle, details, setDetails, why, busy, save } = useDraft(onAdd);
  const field = useRef<HTMLInputElement>(null);
  const isTyped = title.trim() !== '';
  return (
    <form
      noValidate
      aria-label={t('tasks.new')}
      className="grid gap-3 pb-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save().then(() => field.current?.focus());
      }}
    >
      <Input
        ref={field}
        icon={Plus}
        aria-label={t('tasks.name')}
        placeholder={t('tasks.newHint')}
        value={title}
        maxLength={200}
        onChange={setTitle}
        autoComplete="off"
      />
      {isTyped && (
        <TaskDetails value={details} onChange={(change) => setDetails({ ...details, ...change })} />
      )}
      <Refusal why={why} />
      {isTyped && (
        <Button kind="primary" size="m" type="submit" busy={busy} className="justify-self-start">
          {t('tasks.add')}
        </Button>
      )}
    </form>
  );
}

function Refusal({ why }: { why: string | null }) {
  if (!why) return null;
  return (
    <Note tone="danger" alert>
      {why}
    </Note>
  );
}

function useDraft(onAdd: TaskActs['add']) {
  const { member } = useMe();
  const blank: Details = { dueAt: null, remindMinutes: 0, assigneeId: member.id, priority: 'normal' };
  const [title, setTitle] = useState('');
  const [details, setDetails] = useState(blank);
  const [why, setWhy] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (title.trim() === '' || busy) return;
    setBusy(true);
    const refusal = await onAdd({ title: title.trim(), ...details });
    setBusy(false);
    setWhy(refusal);
    if (refusal !== null) return;
    setTitle('');
    setDetails(blank);
  };
  return { title, setTitle, details, setDetails, why, busy, save };
}
