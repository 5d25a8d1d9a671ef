import { Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { useDates, useToday } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useToast } from '#ui/toast.tsx';
import type { Override } from '../weekly-hours.ts';
import { NewDate } from './new-date.tsx';
import { SpansField } from './spans-field.tsx';
import { meetingSpans, oneMore } from './week-rows.ts';
import { useHoursWords } from './words.ts';

export interface OverridesEditorProps {
  value: readonly Override[];
  /** Every change at once; whoever saves asks overridesMeet() first. */
  onChange: (overrides: Override[]) => void;
  readOnly?: boolean;
}

/** Whether spans of one date meet: those are said here and should not be saved. */
export function overridesMeet(overrides: readonly Override[]): boolean {
  return overrides.some((one) => meetingSpans(one.spans).length > 0);
}

/** Dates with hours of their own; none = closed that day (A1). Controlled; removing can be undone. */
export function OverridesEditor({ value, onChange, readOnly }: OverridesEditorProps) {
  const t = useHoursWords();
  const today = useToday();
  const [isAdding, setAdding] = useState(false);
  const [showsPast, setShowsPast] = useState(false);
  const sorted = value.toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const past = sorted.filter(({ date }) => date < today);
  const rows = showsPast ? sorted : sorted.filter(({ date }) => date >= today);
  const replace = (next: Override) => onChange(value.map((one) => (one.date === next.date ? next : one)));
  const remove = useRemove(value, onChange);
  return (
    <div className="min-w-0">
      {rows.length === 0 && !isAdding && <p className="py-1.5 text-faint">{t('dates.none')}</p>}
      {past.length > 0 && !showsPast && (
        <Button kind="quiet" onClick={() => setShowsPast(true)}>
          {t('dates.past', { count: past.length })}
        </Button>
      )}
      {rows.map((row) => (
        <DateRow
          key={row.date}
          row={row}
          readOnly={readOnly}
          onChange={replace}
          onRemove={() => remove(row)}
        />
      ))}
      {!readOnly && <AddDate value={value} onChange={onChange} isAdding={isAdding} onAdding={setAdding} />}
    </div>
  );
}

interface AddDateProps {
  value: readonly Override[];
  onChange: (overrides: Override[]) => void;
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
}

function AddDate({ value, onChange, isAdding, onAdding }: AddDateProps) {
  const t = useHoursWords();
  const done = (date: string | null) => {
    onAdding(false);
    if (date) onChange([...value, { date, spans: [oneMore([])] }]);
  };
  if (isAdding) return <NewDate taken={value.map(({ date }) => date)} onDone={done} />;
  return (
    <Button icon={Plus} className="mt-2" aria-label={t('dates.addLabel')} onClick={() => onAdding(true)}>
      {t('dates.add')}
    </Button>
  );
}

function useRemove(value: readonly Override[], onChange: (overrides: Override[]) => void) {
  const t = useHoursWords();
  const toast = useToast();
  const dates = useDates();
  const latest = useRef({ value, onChange });
  useEffect(() => void (latest.current = { value, onChange }));
  return (gone: Override) => {
    onChange(value.filter(({ date }) => date !== gone.date));
    const back = () => {
      const { value, onChange } = latest.current;
      if (!value.some(({ date }) => date === gone.date)) onChange([...value, gone]);
    };
    toast.undo({ text: t('dates.removed', { date: dates.day(gone.date) }), onUndo: back });
  };
}

interface DateRowProps {
  row: Override;
  readOnly?: boolean;
  onChange: (row: Override) => void;
  onRemove: () => void;
}

function DateRow({ row, readOnly, onChange, onRemove }: DateRowProps) {
  const t = useHoursWords();
  const dates = useDates();
  const day = dates.day(row.date);
  const wrong = meetingSpans(row.spans);
  return (
    <div className="border-t border-line py-1.5 first:border-t-0">
      <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1">
        <time dateTime={row.date} className="w-45 shrink-0 font-medium first-letter:uppercase">
          {dates.briefDay(row.date)} <span className="font-normal text-faint">{row.date.slice(0, 4)}</span>
        </time>
        <div className="flex min-w-48 flex-1 flex-wrap items-center gap-2">
          {row.spans.length === 0 && <span className="text-faint">{t('dates.closed')}</span>}
          <SpansField
            {...{ day, wrong, readOnly }}
            spans={row.spans}
            onChange={(spans) => onChange({ ...row, spans })}
          />
          {!readOnly && row.spans.length > 0 && (
            <Button kind="quiet" onClick={() => onChange({ ...row, spans: [] })}>
              {t('dates.close')}
            </Button>
          )}
        </div>
        {!readOnly && <IconButton icon={X} label={t('dates.remove', { date: day })} onClick={onRemove} />}
      </div>
      {wrong.length > 0 && (
        <p role="alert" className="text-12 text-danger">
          {t('dates.overlap')}
        </p>
      )}
    </div>
  );
}
