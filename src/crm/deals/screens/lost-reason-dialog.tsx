import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useDealWords } from './words.ts';

export interface LostReasonDialogProps {
  title: string;
  onLost: (reason: string) => void;
  onClose: () => void;
}

/** Losing a deal asks why (P5); closing it leaves the deal where it was. */
export function LostReasonDialog({ title, onLost, onClose }: LostReasonDialogProps) {
  const t = useDealWords();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() !== '') onLost(reason.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="s"
      keepsTyped
      title={t('lost.title')}
      description={<bdi>{title}</bdi>}
      footer={
        <Button kind="primary" size="m" type="submit" form="lost-reason">
          {t('lost.save')}
        </Button>
      }
    >
      <form id="lost-reason" onSubmit={submit} noValidate>
        <Field
          label={t('field.lostReason')}
          required
          error={isAsked && reason.trim() === '' ? t('lost.why') : undefined}
        >
          <Input value={reason} onChange={setReason} name="lostReason" autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}
