import { Field } from '#ui/field.tsx';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { Select } from '#ui/select.tsx';
import { ON_DECLINE } from '../workspace.ts';
import { useMe } from './use-me.ts';
import { usePeopleWords } from './words.ts';
import { useWorkspaceSave } from './workspace-save.ts';

/** What follows when a visitor declines from their calendar. */
export function DeclineRule() {
  const t = usePeopleWords();
  const { workspace } = useMe();
  const autosave = useWorkspaceSave();
  const label = t('workspace.onDecline');
  const items = ON_DECLINE.map((value) => ({ value, label: t(`workspace.decline.${value}`) }));
  return (
    <>
      <SaveConflict autosave={autosave} names={{ onDecline: label }} />
      <Field label={label} hint={t('workspace.onDeclineHint')} error={autosave.errors.onDecline}>
        <Select
          items={items}
          value={workspace.onDecline}
          onChange={(onDecline) => void autosave.save({ onDecline })}
        />
      </Field>
    </>
  );
}
