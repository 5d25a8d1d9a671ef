import { useState } from 'react';
import { DateField } from '../date-field.tsx';
import { Field } from '../field.tsx';
import { TimeField } from '../time-field.tsx';
import { Columns, Story } from './story.tsx';

export function DatesStory() {
  const [date, setDate] = useState<string | null>('2026-12-10');
  const [start, setStart] = useState<string | null>('09:00');
  const [end, setEnd] = useState<string | null>('24:00');
  return (
    <Story id="dates" title="Dates and times">
      <Columns>
        <Field label="From" hint="Write a date, a weekday or “tomorrow”.">
          <DateField value={date} onChange={setDate} min="2026-11-20" max="2027-11-20" />
        </Field>
        <Field label="Until" error="Choose a day after the first.">
          <DateField value="2026-12-01" onChange={setDate} />
        </Field>
        <Field label="Fixed by the holiday list" readOnly>
          <DateField value="2026-12-25" onChange={setDate} />
        </Field>
        <Field label="Starts" hint="9, 930, 9:30 pm or 14h30.">
          <TimeField value={start} onChange={setStart} />
        </Field>
        <Field label="Ends">
          <TimeField value={end} onChange={setEnd} step={30} endOfDay />
        </Field>
        <Field label="Time" disabled>
          <TimeField value="12:00" onChange={setStart} />
        </Field>
      </Columns>
    </Story>
  );
}
