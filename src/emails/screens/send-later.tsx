import { Clock } from 'lucide-react';
import { useState } from 'react';
import { dueAtOf } from '#crm/activities/screens/due.ts';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { useReader, useToday } from '#ui/dates.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { TimeField } from '#ui/time-field.tsx';
import { useEmailWords } from './words.ts';

export interface SendLaterProps {
  disabled: boolean;
  onSend: (sendAt: string) => void;
  error?: string;
}

/** Asks when; until then the e-mail can be stopped. */
export function SendLater({ disabled, onSend, error }: SendLaterProps) {
  const t = useEmailWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="m" icon={Clock} disabled={disabled} onClick={() => setOpen(true)}>
        {t('later.open')}
      </Button>
      {error && (
        <p role="alert" className="text-12 text-danger">
          {error}
        </p>
      )}
      {isOpen && <WhenDialog onClose={() => setOpen(false)} onSend={onSend} />}
    </>
  );
}

function WhenDialog({ onClose, onSend }: { onClose: () => void; onSend: SendLaterProps['onSend'] }) {
  const t = useEmailWords();
  const today = useToday();
  const { timeZone } = useReader();
  const [date, setDate] = useState<string | null>(null);
  const [time, setTime] = useState('09:00');
  const at = dueAtOf(date, time, timeZone);
  const send = () => {
    if (at === null) return;
    onClose();
    onSend(at);
  };
  return (
    <Dialog
      open
      width="s"
      title={t('later.title')}
      description={t('later.what')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('later.back')}</Button>
          <Button kind="primary" disabled={at === null} onClick={send}>
            {t('later.send')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] gap-3">
        <Field label={t('later.date')}>
          <DateField value={date} min={today} onChange={setDate} />
        </Field>
        <Field label={t('later.time')}>
          <TimeField value={time} onChange={(next) => next && setTime(next)} />
        </Field>
      </div>
    </Dialog>
  );
}
