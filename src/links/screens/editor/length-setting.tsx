import { useState } from 'react';
import { Field } from '#ui/field.tsx';
import { NumberInput } from '#ui/number-input.tsx';
import { Select } from '#ui/select.tsx';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';

const MINUTES = { minutes: 1, hours: 60, days: 1440 };
type Unit = keyof typeof MINUTES;

interface LengthSettingProps {
  path: string;
  label: string;
  hint?: string;
  minutes: number;
  onChange: (minutes: number) => void;
  mostMinutes: number;
}

/** A length in the unit in which people say it: 4 hours, 2 days. */
export function LengthSetting({ path, label, hint, minutes, onChange, mostMinutes }: LengthSettingProps) {
  const t = useLinkWords();
  const { errorOf, readOnly, flush } = useEditing();
  const [unit, setUnit] = useState<Unit>(() => unitOf(minutes));
  const [isEmpty, setEmpty] = useState(false);
  const shown = minutes % MINUTES[unit] === 0 ? unit : unitOf(minutes);
  const type = (figure: number | null) => {
    setEmpty(figure === null);
    if (figure !== null) onChange(figure * MINUTES[shown]);
  };
  const rewrite = (next: Unit) => {
    setUnit(next);
    onChange(Math.min((minutes / MINUTES[shown]) * MINUTES[next], mostMinutes));
  };
  return (
    <Field label={label} hint={hint} error={errorOf(path)} readOnly={readOnly}>
      <div className="flex min-w-0 gap-1.5">
        <NumberInput
          value={isEmpty ? null : minutes / MINUTES[shown]}
          onChange={type}
          onCommit={() => (setEmpty(false), flush())}
          min={0}
          max={mostMinutes / MINUTES[shown]}
          className="min-w-16 flex-1"
        />
        <Select
          aria-label={t('length.unit', { name: label })}
          items={(['minutes', 'hours', 'days'] as const).map((value) => ({
            value,
            label: t(`length.${value}`),
          }))}
          value={shown}
          onChange={rewrite}
          className="w-28! shrink-0"
        />
      </div>
    </Field>
  );
}

function unitOf(minutes: number): Unit {
  if (minutes === 0) return 'hours';
  return minutes % MINUTES.days === 0 ? 'days' : minutes % MINUTES.hours === 0 ? 'hours' : 'minutes';
}
