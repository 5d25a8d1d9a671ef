import { useState } from 'react';
import { useBookingWords } from '#bookings/screens/words.ts';
import type { SavedView } from '#people/screens/view-queries.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import type { NamedView } from './use-view-acts.ts';

interface ViewDialogProps {
  open: boolean;
  /** One that is renamed. */
  view?: SavedView;
  onClose: () => void;
  onSave: (given: NamedView) => Promise<string | void>;
}

/** The name of a view, and who sees it. */
export function ViewDialog({ open, view, onClose, onSave }: ViewDialogProps) {
  const t = useBookingWords();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (!name.trim()) return setRefused(t('fault.needed'));
    setBusy(true);
    const why = await onSave({ name: name.trim(), shared }).finally(() => setBusy(false));
    if (why) setRefused(why);
    else onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="s"
      title={t(view ? 'views.rename' : 'views.save')}
      footer={
        <Button kind="primary" size="m" type="submit" form="view" busy={busy}>
          {t('views.keep')}
        </Button>
      }
    >
      <form
        id="view"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={t('views.name')} error={refused} hint={view ? undefined : t('views.nameHint')}>
          <Input value={name} onChange={setName} maxLength={80} />
        </Field>
        <Checkbox checked={shared} onChange={setShared} className="mt-2">
          {t('views.shareWithAll')}
        </Checkbox>
      </form>
    </Dialog>
  );
}
