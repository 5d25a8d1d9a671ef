import { Field } from '@base-ui/react/field';
import { useState, type KeyboardEvent, type Ref } from 'react';
import { classNames } from './class-names.ts';
import { useReader, useToday } from './dates.tsx';
import { readDate, writeDate } from './date-text.ts';
import { DatePopover } from './date-popover.tsx';
import { useField } from './field.tsx';
import { usePartWords } from './parts-words.ts';
import { BARE, FRAME, FRAME_HEIGHT } from './surfaces.ts';
import { useTyped } from './use-typed.ts';

export interface DateFieldProps {
  /** 'YYYY-MM-DD', of no zone. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** First and last date that may be chosen. */
  min?: string;
  max?: string;
  size?: 's' | 'm';
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  invalid?: boolean;
  'aria-label'?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A date typed as its reader writes it ('1 Dec', '1.12.', 'tomorrow') or taken from a month. */
export function DateField({ value, onChange, min, max, size = 'm', ref, ...props }: DateFieldProps) {
  const field = useField();
  const check = useDateCheck(min, max);
  const { language } = useReader();
  const [open, setOpen] = useState(false);
  const typed = useTyped({ value, onChange, write: (date) => writeDate(date, language), check });
  const fixed = props.disabled || (props.readOnly ?? field.readOnly);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && !fixed) {
      event.preventDefault();
      setOpen(true);
    } else typed.onKeyDown(event);
  };
  return (
    <span className="block min-w-0">
      <span className={classNames(FRAME, FRAME_HEIGHT[size], props.className)}>
        <Field.Control
          ref={ref}
          {...typed.input}
          onKeyDown={onKeyDown}
          disabled={props.disabled}
          readOnly={props.readOnly ?? field.readOnly}
          placeholder={props.placeholder}
          aria-label={props['aria-label']}
          aria-required={field.required || undefined}
          aria-invalid={props.invalid || typed.problem !== null || undefined}
          autoComplete="off"
          className={classNames(BARE, 'tabular h-full w-16')}
        />
        {!fixed && (
          <DatePopover
            open={open}
            onOpen={setOpen}
            value={value}
            onChoose={typed.choose}
            min={min}
            max={max}
          />
        )}
      </span>
      <TypedProblem>{typed.problem}</TypedProblem>
    </span>
  );
}

/** Why what is typed cannot be taken; it stays as it was typed. */
export function TypedProblem({ children }: { children: string | null }) {
  return (
    <span role="alert" className={children ? 'mt-1 block text-12 wrap-anywhere text-danger' : 'sr-only'}>
      {children}
    </span>
  );
}

function useDateCheck(min?: string, max?: string) {
  const t = usePartWords();
  const { language } = useReader();
  const today = useToday();
  return (text: string): { value: string } | { problem: string } => {
    const value = readDate(text, language, today);
    if (value === null) return { problem: t('parts.dateUnclear', { example: writeDate(today, language) }) };
    if (min && value < min) return { problem: t('parts.dateTooEarly', { date: writeDate(min, language) }) };
    if (max && value > max) return { problem: t('parts.dateTooLate', { date: writeDate(max, language) }) };
    return { value };
  };
}
