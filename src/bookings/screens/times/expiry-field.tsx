import { DateField } from '#ui/date-field.tsx';
import { useDates, useNow } from '#ui/dates.tsx';
import { Field } from '#ui/field.tsx';
import { TimeField } from '#ui/time-field.tsx';
import { instantAt, wallTimeOf } from '#bookings/screens/wall-time.ts';
import { useLinkWords } from '#links/screens/words.ts';

interface ExpiryFieldProps {
  /** From then on nothing is offered; null: until the last of the times. */
  value: string | null;
  onChange: (value: string | null) => void;
  timeZone: string;
  error?: string | undefined;
  readOnly?: boolean;
}

/** Somebody who writes a date alone means that whole day. */
const END_OF_DAY = '23:59';

/** L3: until when the offer stands, as a date and a time of the link's zone. */
export function ExpiryField({ value, onChange, timeZone, error, readOnly }: ExpiryFieldProps) {
  const t = useLinkWords();
  const dates = useDates();
  const today = dates.dateOf(useNow(), timeZone);
  const { date, time } = value ? wallTimeOf(value, timeZone) : { date: null, time: null };
  const change = (to: { date: string | null; time: string | null }) =>
    onChange(to.date ? instantAt({ date: to.date, time: to.time ?? END_OF_DAY }, timeZone) : null);
  return (
    <div>
      <div className="grid grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] gap-2">
        <Field label={t('times.expiry.date')} error={error} readOnly={readOnly}>
          <DateField
            value={date}
            min={date && date < today ? date : today}
            onChange={(next) => change({ date: next, time })}
          />
        </Field>
        {date && (
          <Field label={t('times.expiry.time')} readOnly={readOnly}>
            <TimeField value={time} onChange={(next) => change({ date, time: next })} />
          </Field>
        )}
      </div>
      <p className="mt-1 text-12 text-faint">{t(value ? 'times.expiry.hint' : 'times.expiry.none')}</p>
    </div>
  );
}
