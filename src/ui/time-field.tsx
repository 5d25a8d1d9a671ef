import { Field } from '@base-ui/react/field';
import type { KeyboardEvent, Ref } from 'react';
import { classNames } from './class-names.ts';
import { useReader } from './dates.tsx';
import { TypedProblem } from './date-field.tsx';
import { useField } from './field.tsx';
import { usePartWords } from './parts-words.ts';
import { BARE, FRAME, FRAME_HEIGHT } from './surfaces.ts';
import { readTime, stepTime, writeTime } from './time-text.ts';
import { useTyped } from './use-typed.ts';

export interface TimeFieldProps {
  /** Wall time 'HH:MM', of no zone. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** Minutes from one arrow's time to the next. */
  step?: number;
  /** '24:00' may be written. */
  endOfDay?: boolean;
  size?: 's' | 'm';
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  invalid?: boolean;
  'aria-label'?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A time typed as people do ('9', '930', '9:30 pm', '14h30'); up and down step it. */
export function TimeField({
  value,
  onChange,
  step = 15,
  endOfDay = false,
  size = 'm',
  ref,
  ...props
}: TimeFieldProps) {
  const field = useField();
  const { hour12 } = useReader();
  const check = useTimeCheck(endOfDay);
  const typed = useTyped({ value, onChange, write: (time) => writeTime(time, hour12), check });
  const readOnly = props.readOnly ?? field.readOnly;
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key] as 1 | -1 | undefined;
    if (!direction || readOnly || event.altKey) return typed.onKeyDown(event);
    event.preventDefault();
    const from = readTime(typed.input.value, endOfDay) ?? value ?? '09:00';
    return typed.choose(stepTime(from, step, direction, endOfDay));
  };
  return (
    <span className={classNames('block min-w-0', props.className)}>
      <span className={classNames(FRAME, FRAME_HEIGHT[size])}>
        <Field.Control
          ref={ref}
          {...typed.input}
          onKeyDown={onKeyDown}
          disabled={props.disabled}
          readOnly={readOnly}
          placeholder={props.placeholder}
          aria-label={props['aria-label']}
          aria-required={field.required || undefined}
          aria-invalid={props.invalid || typed.problem !== null || undefined}
          autoComplete="off"
          className={classNames(BARE, 'tabular h-full w-10')}
        />
      </span>
      <TypedProblem>{typed.problem}</TypedProblem>
    </span>
  );
}

function useTimeCheck(endOfDay: boolean) {
  const t = usePartWords();
  const { hour12 } = useReader();
  return (text: string): { value: string } | { problem: string } => {
    const value = readTime(text, endOfDay);
    return value ? { value } : { problem: t('parts.timeUnclear', { example: writeTime('09:30', hour12) }) };
  };
}
