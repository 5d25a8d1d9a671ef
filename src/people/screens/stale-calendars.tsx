import { useState } from 'react';
import { Field } from '#ui/field.tsx';
import { NumberInput } from '#ui/number-input.tsx';
import type { Autosave } from '#ui/use-autosave.ts';
import type { WorkspaceView } from './member-queries.ts';
import { useMe } from './use-me.ts';
import { usePeopleWords } from './words.ts';

/** A9: how long a calendar may go unread before nobody can book its owner. */
export function StaleCalendars({ autosave: { save, errors } }: { autosave: Autosave<WorkspaceView> }) {
  const t = usePeopleWords();
  const { calendarStaleMinutes } = useMe().workspace;
  const [typed, setTyped] = useState<number | null>(calendarStaleMinutes);
  const keep = (minutes: number | null) => {
    if (minutes === null) setTyped(calendarStaleMinutes);
    else if (minutes !== calendarStaleMinutes) void save({ calendarStaleMinutes: minutes });
  };
  return (
    <Field
      label={t('workspace.stale')}
      hint={t('workspace.staleHint')}
      error={errors.calendarStaleMinutes}
      className="max-w-60"
    >
      <NumberInput value={typed} unit={t('workspace.staleUnit')} onChange={setTyped} onCommit={keep} />
    </Field>
  );
}
