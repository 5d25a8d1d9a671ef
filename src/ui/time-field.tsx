import type { KeyboardEvent } from 'react';
import { useReader } from './dates.tsx';
import { useField } from './field.tsx';
import { usePartWords } from './parts-words.ts';
import { readTime, stepTime, writeTime } from './time-text.ts';
import { TypedInput, type TypedInputLooks } from './typed-input.tsx';
import { useTyped } from './use-typed.ts';

export interface TimeFieldProps extends TypedInputLooks {
  /** Wall time 'HH:MM', of no zone. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** Minutes from one arrow's time to the next. */
  step?: number;
  /** '24:00' may be written. */
  endOfDay?: boolean;
}

/** A time typed as people do ('9', '930', '9:30 pm', '14h30'); up and down step it. */
export function TimeField({ value, onChange, step = 15, endOfDay = false, ...looks }: TimeFieldProps) {
  const field = useField();
  const { hour12 } = useReader();
  const check = useTimeCheck(endOfDay);
  const typed = useTyped({ value, onChange, write: (time) => writeTime(time, hour12), check });
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = STEPS[event.key];
    if (!direction || (looks.readOnly ?? field.readOnly) || event.altKey) return typed.onKeyDown(event);
    event.preventDefault();
    const from = readTime(typed.input.value, endOfDay) ?? value ?? '09:00';
    return typed.choose(stepTime(from, step, direction, endOfDay));
  };
  return <TypedInput {...looks} typed={typed} onKeyDown={onKeyDown} />;
}

const STEPS: Record<string, 1 | -1> = { ArrowUp: 1, ArrowDown: -1 };

function useTimeCheck(endOfDay: boolean) {
  const t = usePartWords();
  const { hour12 } = useReader();
  return (text: string): { value: string } | { problem: string } => {
    const value = readTime(text, endOfDay);
    return value ? { value } : { problem: t('parts.timeUnclear', { example: writeTime('09:30', hour12) }) };
  };
}
