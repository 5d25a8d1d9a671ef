import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useOutsideWords } from './words.ts';

interface RenameDialogProps {
  name: string;
  onName: (name: string) => void;
  onClose: () => void;
}

const FORM = 'rename-calendar';
const LONGEST = 120;

/** What a calendar is called here; where it comes from it keeps its name. */
export function RenameDialog({ name, onName, onClose }: RenameDialogProps) {
  const t = useOutsideWords();
  const [typed, setTyped] = useState(name);
  const [wrong, setWrong] = useState('');
  const save = () => {
    const next = typed.trim();
    if (next === '') return setWrong(t('rename.empty'));
    if (next !== name) onName(next);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      keepsTyped
      width="s"
      title={t('rename.title')}
      footer={
        <Button size="m" kind="primary" type="submit" form={FORM}>
          {t('save')}
        </Button>
      }
    >
      <form
        id={FORM}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={t('name')} hint={t('rename.hint')} error={wrong} required>
          <Input value={typed} onChange={setTyped} maxLength={LONGEST} autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}
