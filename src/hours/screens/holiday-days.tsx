import { Plus, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { useDates, useToday } from '#ui/dates.tsx';
import { Field } from '#ui/field.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Input } from '#ui/input.tsx';
import type { Holiday } from '../weekly-hours.ts';
import { useHoursWords } from './words.ts';

export interface HolidayDaysProps {
  days: readonly Holiday[];
  onChange: (days: Holiday[]) => Promise<boolean>;
  error?: string;
  readOnly: boolean;
}

/** The dates of a list, those to come first asked for; each can be renamed, removed, and others added. */
export function HolidayDays({ days, onChange, error, readOnly }: HolidayDaysProps) {
  const t = useHoursWords();
  const today = useToday();
  const [showsPast, setShowsPast] = useState(false);
  const past = days.filter(({ date }) => date < today);
  const shown = showsPast ? days : days.filter(({ date }) => date >= today);
  const others = (date: string) => days.filter((one) => one.date !== date);
  return (
    <div>
      {past.length > 0 && !showsPast && (
        <Button kind="quiet" onClick={() => setShowsPast(true)}>
          {t('dates.past', { count: past.length })}
        </Button>
      )}
      <ul>
        {shown.map((day) => (
          <DayRow
            key={`${day.date} ${day.name}`}
            day={day}
            readOnly={readOnly}
            onRename={(name) => void onChange(inOrder([...others(day.date), { ...day, name }]))}
            onRemove={() => void onChange(others(day.date))}
          />
        ))}
      </ul>
      {!readOnly && <NewDay taken={days} onAdd={(day) => onChange(inOrder([...days, day]))} />}
      {error && (
        <p role="alert" className="text-12 text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

function inOrder(days: readonly Holiday[]): Holiday[] {
  return days.toSorted((one, other) => (one.date < other.date ? -1 : 1));
}

function DayRow(props: {
  day: Holiday;
  readOnly: boolean;
  onRename: (name: string) => void;
  onRemove: () => void;
}) {
  const t = useHoursWords();
  const dates = useDates();
  const { date, name } = props.day;
  const [typed, setTyped] = useState(name);
  const keep = () => {
    if (typed.trim() && typed.trim() !== name) props.onRename(typed.trim());
  };
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-1">
      <time dateTime={date} className="w-45 shrink-0 first-letter:uppercase">
        {dates.briefDay(date)} {date.slice(0, 4)}
      </time>
      {props.readOnly ? (
        <bdi className="min-w-0 flex-1 wrap-anywhere">{name}</bdi>
      ) : (
        <>
          <span className="min-w-40 flex-1">
            <Input
              size="s"
              value={typed}
              onChange={setTyped}
              onBlur={keep}
              onKeyDown={(event) => event.key === 'Enter' && keep()}
              aria-label={t('lists.dayName', { date: dates.day(date) })}
              maxLength={200}
            />
          </span>
          <IconButton icon={X} label={t('lists.removeDay', { name })} onClick={props.onRemove} />
        </>
      )}
    </li>
  );
}

function NewDay({ taken, onAdd }: { taken: readonly Holiday[]; onAdd: (day: Holiday) => Promise<boolean> }) {
  const t = useHoursWords();
  const [date, setDate] = useState<string | null>(null);
  const [name, setName] = useState('');
  const isTaken = taken.some((one) => one.date === date);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!date || isTaken || !name.trim()) return;
    if (await onAdd({ date, name: name.trim() })) {
      setDate(null);
      setName('');
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-3 flex flex-wrap items-end gap-2">
      <Field label={t('dates.date')} error={isTaken && t('dates.taken')} className="w-40">
        <DateField value={date} onChange={setDate} />
      </Field>
      <Field label={t('lists.newDayName')} className="min-w-40 flex-1">
        <Input value={name} onChange={setName} maxLength={200} />
      </Field>
      <Button type="submit" size="m" icon={Plus} disabled={!date || isTaken || !name.trim()}>
        {t('lists.addDay')}
      </Button>
    </form>
  );
}
