import { useState, type KeyboardEvent } from 'react';
import { useReader, useToday } from './dates.tsx';
import { readDate, writeDate } from './date-text.ts';
import { DatePopover } from './date-popover.tsx';
import { useField } from './field.tsx';
import { usePartWords } from './parts-words.ts';
import { TypedInput, type TypedInputLooks } from './typed-input.tsx';
import { useTyped } from './use-typed.ts';

export interface DateFieldProps extends TypedInputLooks {
  /** 'YYYY-MM-DD', of no zone. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** First and last date that may be chosen. */
  min?: string;
  max?: string;
}

/** A date typed as its reader writes it ('1 Dec', '1.12.', 'tomorrow') or taken from a month. */
export function DateField({ value, onChange, min, max, ...looks }: DateFieldProps) {
  const field = useField();
  const check = useDateCheck(min, max);
  const { language } = useReader();
  const [open, setOpen] = useState(false);
  const typed = useTyped({ value, onChange, write: (date) => writeDate(date, language), check });
  const fixed = looks.disabled || (looks.readOnly ?? field.readOnly);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || fixed) return typed.onKeyDown(event);
    event.preventDefault();
    return setOpen(true);
  };
  const popover = { open, value, min, max, onOpen: setOpen, onChoose: typed.choose };
  return (
    <TypedInput {...looks} typed={typed} onKeyDown={onKeyDown}>
      {!fixed && <DatePopover {...popover} />}
    </TypedInput>
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
