import { useId, useState } from 'react';
import type { SavedView } from '#people/screens/view-queries.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import type { NamedView } from './use-view-acts.ts';
import { useViewWords } from './words.ts';

interface ViewDialogProps {
  open: boolean;
  /** One that is renamed. */
  view?: SavedView;
  onClose: () => void;
  onSave: (given: NamedView) => Promise<string | void>;
}

/** The name of a view, and who sees it. */
export function ViewDialog({ open, view, onClose, onSave }: ViewDialogProps) {
  const t = useViewWords();
  const form = useId();
  const [given, setGiven] = useState<NamedView>({ name: view?.name ?? '', shared: view?.shared ?? false });
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const name = given.name.trim();
    if (!name) return setRefused(t('needed'));
    setBusy(true);
    const why = await onSave({ ...given, name }).finally(() => setBusy(false));
    return why ? setRefused(why) : onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="s"
      title={t(view ? 'rename' : 'save')}
      footer={
        <Button kind="primary" size="m" type="submit" form={form} busy={busy}>
          {t('keep')}
        </Button>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ViewFields given={given} onChange={setGiven} refused={refused} isNew={!view} />
      </form>
    </Dialog>
  );
}

interface ViewFieldsProps {
  given: NamedView;
  onChange: (given: NamedView) => void;
  refused: string;
  isNew: boolean;
}

function ViewFields({ given, onChange, refused, isNew }: ViewFieldsProps) {
  const t = useViewWords();
  return (
    <>
      <Field label={t('name')} error={refused} hint={isNew ? t('nameHint') : undefined}>
        <Input value={given.name} onChange={(name) => onChange({ ...given, name })} maxLength={80} />
      </Field>
      <Checkbox checked={given.shared} onChange={(shared) => onChange({ ...given, shared })} className="mt-2">
        {t('shareWithAll')}
      </Checkbox>
    </>
  );
}
