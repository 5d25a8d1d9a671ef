import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { useToday } from '#ui/dates.tsx';
import { Field } from '#ui/field.tsx';
import { focusOnce } from '#ui/focus.ts';
import { useHoursWords } from './words.ts';

/** Asks for one date from today on that is not in the list yet; null when nobody wants one after all. */
export function NewDate(props: { taken: readonly string[]; onDone: (date: string | null) => void }) {
  const t = useHoursWords();
  const today = useToday();
  const [date, setDate] = useState<string | null>(null);
  const isTaken = date !== null && props.taken.includes(date);
  return (
    <form
      className="mt-2 flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (date && !isTaken) props.onDone(date);
      }}
    >
      <Field label={t('dates.date')} error={isTaken && t('dates.taken')} className="w-48">
        <DateField value={date} onChange={setDate} min={today} ref={focusOnce} />
      </Field>
      <Button type="submit" size="m" disabled={!date || isTaken}>
        {t('dates.addThis')}
      </Button>
      <Button kind="quiet" size="m" onClick={() => props.onDone(null)}>
        {t('dates.cancel')}
      </Button>
    </form>
  );
}
