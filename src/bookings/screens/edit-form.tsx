import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { useBookingWords } from './words.ts';

interface EditFormProps {
  /** Saves; a text that comes back says why it was refused, and what was typed stays. */
  onSave: () => Promise<string | void>;
  onClose: () => void;
  children: ReactNode;
}

/** A value of several fields, opened where it stands: Ctrl Enter saves, Esc restores. */
export function EditForm({ onSave, onClose, children }: EditFormProps) {
  const t = useBookingWords();
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const root = useRef<HTMLFieldSetElement>(null);
  useEffect(() => root.current?.querySelector<HTMLElement>('textarea, input, button')?.focus(), []);
  const save = async () => {
    setBusy(true);
    const why = await onSave().finally(() => setBusy(false));
    if (why) setRefused(why);
    else onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of whatever field stands in it
    <fieldset ref={root} onKeyDown={onKeyDown} className="grid min-w-0 gap-2">
      {children}
      {refused && (
        <p role="alert" className="text-12 wrap-anywhere text-danger">
          {refused}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" busy={busy} onClick={() => void save()}>
          {t('edit.save')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('edit.leave')}
        </Button>
      </div>
    </fieldset>
  );
}
