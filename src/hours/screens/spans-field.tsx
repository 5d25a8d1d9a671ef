import { Plus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { classNames } from '#ui/class-names.ts';
import { useReader } from '#ui/dates.tsx';
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

/**
 * Two fields in one frame; the ring is around the one that has the focus, the frame around both. What is wrong with
 * one stands under both: a field is too narrow for a sentence.
 */
const PAIR =
  'flex items-center rounded-s border bg-bg [&_span>span]:border-transparent [&_span>span]:bg-transparent [&_span>span]:px-1 ' +
  '[&_span>span]:touch:px-1 [&_input]:text-center relative has-[[role=alert]:not(:empty)]:mb-6 ' +
  '[&_[role=alert]:not(:empty)]:absolute [&_[role=alert]:not(:empty)]:start-0 ' +
  '[&_[role=alert]:not(:empty)]:top-full [&_[role=alert]:not(:empty)]:w-max';

function OneSpan({ span, readOnly, onLight, ...props }: OneSpanProps) {
  const t = useHoursWords();
  const times = useWallTimes();
  if (readOnly) return <span className="tabular pe-2 whitespace-nowrap">{times.span(span)}</span>;
  return (
    <div
      data-span={props.index}
      onFocus={() => onLight?.(props.index)}
      onBlur={() => onLight?.(null)}
      className="group relative flex items-center gap-1"
    >
      <FromTo span={span} {...props} />
      {endsNextDay(span) && (
        <span aria-hidden className="text-12 text-faint">
          {t('week.nextDay')}
        </span>
      )}
      <IconButton
        icon={X}
        label={t('week.remove', { day: props.day, span: times.span(span) })}
        onClick={props.onRemove}
        className={REMOVE}
      />
    </div>
  );
}

/** Beside the pointer and the focus; always there where nothing hovers. */
const REMOVE =
  'absolute! -top-2.5 -end-2.5 z-1 size-5! min-w-0! rounded-full! border-line-mid! bg-bg! opacity-0 ' +
  'group-focus-within:opacity-100 group-hover:opacity-100 [&>svg]:size-3 touch:static! touch:size-(--touch)! ' +
  'touch:border-transparent! touch:opacity-100 max-phone:static! max-phone:size-(--touch)! max-phone:border-transparent! max-phone:opacity-100';

/** An emptied field takes the span away. */
function FromTo({ span, index, day, wrong, onChange, onRemove }: OneSpanProps) {
  const t = useHoursWords();
  const { hour12 } = useReader();
  const naming = { day, number: index + 1 };
  const width = hour12 ? 'w-18 touch:w-22' : 'w-13 touch:w-16';
  const ends = `${t('week.to', naming)}${endsNextDay(span) ? ` (${t('week.nextDay')})` : ''}`;
  return (
    <span className={classNames(PAIR, wrong ? 'border-danger' : 'border-line-strong')}>
      <TimeField
        size="s"
        className={width}
        value={span.start}
        onChange={(start) => (start ? onChange({ ...span, start }) : onRemove())}
        aria-label={t('week.from', naming)}
        invalid={wrong}
      />
      <span aria-hidden className="text-faint">
        –
      </span>
      <TimeField
        size="s"
        className={width}
        value={span.end}
        endOfDay
        onChange={(end) => (end ? onChange({ ...span, end }) : onRemove())}
        aria-label={ends}
        invalid={wrong}
      />
    </span>
  );
}
