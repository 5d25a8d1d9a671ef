import { useState, type KeyboardEvent } from 'react';

interface TypedOptions {
  value: string | null;
  onChange: (value: string | null) => void;
  write: (value: string) => string;
  check: (text: string) => { value: string } | { problem: string };
}

export interface Typed {
  problem: string | null;
  /** Takes a value that was not typed. */
  choose: (value: string | null) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  input: { value: string; onValueChange: (text: string) => void; onBlur: () => void };
}

/** A field whose text is read when it is left or Enter is pressed; Esc puts back what was there. */
export function useTyped({ value, onChange, write, check }: TypedOptions): Typed {
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const settle = (next: string | null) => {
    setText(null);
    setProblem(null);
    if (next !== value) onChange(next);
  };
  const commit = () => {
    if (text === null) return;
    const answer = text.trim() === '' ? { value: null } : check(text);
    if ('problem' in answer) setProblem(answer.problem);
    else settle(answer.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape' || text === null) return;
    event.preventDefault();
    settle(value);
  };
  return {
    problem,
    choose: settle,
    onKeyDown,
    input: { value: text ?? (value === null ? '' : write(value)), onValueChange: setText, onBlur: commit },
  };
}
