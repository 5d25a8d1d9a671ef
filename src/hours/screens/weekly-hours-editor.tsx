import { useRef, useState } from 'react';
import { Checkbox } from '#ui/checkbox.tsx';
import type { TimeSpan, WeeklySpan } from '../weekly-hours.ts';
import { CopyDay } from './copy-day.tsx';
import { AxisHours, DayBar, type Axis } from './day-bar.tsx';
import { SpansField } from './spans-field.tsx';
import { useWallTimes } from './use-wall-times.ts';
import { axisOf, minutesAWeek, oneMore, overlapsOf, spansOf, withDays, type Overlap } from './week-rows.ts';
import { useHoursWords } from './words.ts';

export interface WeeklyHoursEditorProps {
  value: readonly WeeklySpan[];
  /** Every change at once, also to a week with overlaps: those are said here, and whoever saves asks overlapsOf(). */
  onChange: (weekly: WeeklySpan[]) => void;
  readOnly?: boolean;
}

const ROW =
  'grid grid-cols-[7rem_minmax(6rem,15rem)_minmax(17.5rem,1fr)_auto] items-center gap-x-4 ' +
  '@max-[36rem]:grid-cols-[7.5rem_minmax(0,1fr)_auto] @max-[26rem]:grid-cols-[minmax(0,1fr)_auto]';
const BAR = '@max-[36rem]:hidden';

/** A week of open hours: several spans a day, also past midnight, written and drawn (A1). Controlled. */
export function WeeklyHoursEditor({ value, onChange, readOnly }: WeeklyHoursEditorProps) {
  const t = useHoursWords();
  const times = useWallTimes();
  const axis = axisOf(value);
  const overlaps = overlapsOf(value);
  return (
    <fieldset aria-label={t('week.label')} className="@container min-w-0">
      <div className={ROW} aria-hidden>
        <span className={BAR} />
        <span className={BAR}>
          <AxisHours axis={axis} />
        </span>
        <span className={BAR} />
        <span className={`${BAR} w-(--control-s) touch:w-(--touch) max-phone:w-(--touch)`} />
      </div>
      {times.days.map((day) => (
        <DayRow
          key={day}
          {...{ value, day, axis, readOnly }}
          overlaps={overlaps.filter((one) => one.day === day)}
          onChange={(days, spans) => onChange(withDays(value, days, spans))}
        />
      ))}
      <Total weekly={value} />
    </fieldset>
  );
}

interface DayRowProps {
  value: readonly WeeklySpan[];
  day: number;
  axis: Axis;
  overlaps: readonly Overlap[];
  readOnly?: boolean;
  onChange: (days: readonly number[], spans: readonly TimeSpan[]) => void;
}

function DayRow({ value, day, axis, overlaps, readOnly, onChange }: DayRowProps) {
  const times = useWallTimes();
  const [lit, setLit] = useState<number | null>(null);
  const spans = spansOf(value, day);
  return (
    <div className="border-t border-line py-1.5">
      <div className={`${ROW} min-h-8`}>
        <DaySwitch {...{ day, spans, readOnly }} onChange={(next) => onChange([day], next)} />
        <div className={BAR}>
          <DayBar weekly={value} day={day} axis={axis} lit={lit} />
        </div>
        <div className="flex min-w-0 flex-wrap items-center gap-2 @max-[26rem]:order-last @max-[26rem]:col-span-2">
          {spans.length === 0 && <Closed />}
          <SpansField
            {...{ spans, readOnly }}
            day={times.day(day)}
            wrong={overlaps.map(({ index }) => index)}
            onChange={(next) => onChange([day], next)}
            onLight={setLit}
          />
        </div>
        {!readOnly && <CopyDay day={day} onCopy={(days) => onChange([...days], spans)} />}
      </div>
      <Overlaps overlaps={overlaps} spans={spans} />
      {spans.some(({ start, end }) => start === end) && <WholeDay />}
    </div>
  );
}

function Closed() {
  const t = useHoursWords();
  return <span className="text-faint">{t('week.closed')}</span>;
}

/** Off closes the day; on again brings back what it was. */
function DaySwitch(props: {
  day: number;
  spans: TimeSpan[];
  readOnly?: boolean;
  onChange: (spans: TimeSpan[]) => void;
}) {
  const { day, spans, readOnly, onChange } = props;
  const t = useHoursWords();
  const name = useWallTimes().day(day);
  const before = useRef<TimeSpan[]>([]);
  const turn = (open: boolean) => {
    if (!open) before.current = spans;
    onChange(open ? (before.current.length > 0 ? before.current : [oneMore([])]) : []);
  };
  const words = <span className="inline-block font-medium first-letter:uppercase">{name}</span>;
  if (readOnly) return words;
  return (
    <Checkbox checked={spans.length > 0} onChange={turn} aria-label={t('week.open', { day: name })}>
      {words}
    </Checkbox>
  );
}

function Overlaps({ overlaps, spans }: { overlaps: readonly Overlap[]; spans: readonly TimeSpan[] }) {
  const t = useHoursWords();
  const times = useWallTimes();
  return overlaps.map(({ index, other }) => (
    <p key={index} role="alert" className="pb-1 text-12 text-danger">
      {t('week.overlap', {
        span: times.span(spans[index]!),
        other: times.span(other),
        day: times.day(other.day),
      })}
    </p>
  ));
}

function WholeDay() {
  const t = useHoursWords();
  return <p className="pb-1 text-12 text-faint">{t('week.same')}</p>;
}

function Total({ weekly }: { weekly: readonly WeeklySpan[] }) {
  const t = useHoursWords();
  const all = minutesAWeek(weekly);
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  const words = minutes === 0 ? t('week.total', { hours }) : t('week.totalMinutes', { hours, minutes });
  return (
    <p className="border-t border-line py-2 text-end text-12 text-faint" aria-live="polite">
      {all === 0 ? t('week.never') : words}
    </p>
  );
}
