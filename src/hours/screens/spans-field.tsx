import { Plus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { classNames } from '#ui/class-names.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { TimeField } from '#ui/time-field.tsx';
import type { TimeSpan } from '../weekly-hours.ts';
import { useWallTimes } from './use-wall-times.ts';
import { endsNextDay, oneMore } from './week-rows.ts';
import { useHoursWords } from './words.ts';

export interface SpansFieldProps {
  spans: readonly TimeSpan[];
  onChange: (spans: TimeSpan[]) => void;
  /** Whose hours, inside a sentence: 'Monday', '4 December'. */
  day: string;
  /** Which spans are refused. */
  wrong?: readonly number[];
  readOnly?: boolean;
  /** Told which span has the focus, null when none has. */
  onLight?: (index: number | null) => void;
}

const MOST = 20;

/** Spans of one day as typed times, each removable, and one more at the end. */
export function SpansField({ spans, onChange, day, wrong = [], readOnly, onLight }: SpansFieldProps) {
  const t = useHoursWords();
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (added.current)
      list.current?.querySelector<HTMLInputElement>('[data-span]:last-of-type input')?.focus();
    added.current = false;
  });
  const add = () => {
    onChange([...spans, oneMore(spans)]);
    added.current = true;
  };
  return (
    <div ref={list} className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1">
      {spans.map((span, index) => (
        <OneSpan
          key={index}
          {...{ span, index, day, readOnly, onLight }}
          wrong={wrong.includes(index)}
          onChange={(next) => onChange(spans.with(index, next))}
          onRemove={() => onChange(spans.toSpliced(index, 1))}
        />
      ))}
      {!readOnly && spans.length < MOST && (
        <IconButton icon={Plus} label={t('week.add', { day })} onClick={add} />
      )}
    </div>
  );
}

interface OneSpanProps {
  span: TimeSpan;
  index: number;
  day: string;
  wrong: boolean;
  readOnly?: boolean;
  onChange: (span: TimeSpan) => void;
  onRemove: () => void;
  onLight?: (index: number | null) => void;
}

function OneSpan({ span, index, day, wrong, readOnly, onChange, onRemove, onLight }: OneSpanProps) {
  const t = useHoursWords();
  const times = useWallTimes();
  if (readOnly) return <span className="tabular pe-2 whitespace-nowrap">{times.span(span)}</span>;
  const naming = { day, number: index + 1 };
  return (
    <div
      data-span={index}
      onFocus={() => onLight?.(index)}
      onBlur={() => onLight?.(null)}
      className={classNames('group flex items-center gap-1', wrong && 'text-danger')}
    >
      <TimeField
        size="s"
        className="w-18"
        value={span.start}
        onChange={(start) => start && onChange({ ...span, start })}
        aria-label={t('week.from', naming)}
        invalid={wrong}
      />
      <span aria-hidden className="text-faint">
        –
      </span>
      <TimeField
        size="s"
        className="w-18"
        value={span.end}
        endOfDay
        onChange={(end) => end && onChange({ ...span, end })}
        aria-label={`${t('week.to', naming)}${endsNextDay(span) ? ` (${t('week.nextDay')})` : ''}`}
        invalid={wrong}
      />
      {endsNextDay(span) && (
        <span aria-hidden className="text-12 text-faint">
          {t('week.nextDay')}
        </span>
      )}
      <IconButton icon={X} label={t('week.remove', { day, span: times.span(span) })} onClick={onRemove} />
    </div>
  );
}
