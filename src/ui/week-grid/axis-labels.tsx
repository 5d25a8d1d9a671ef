import { memo, useMemo } from 'react';
import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import { zoneNamed } from '#engine/zone.ts';
import { useDates } from '../dates.tsx';
import { type Axis, positionOf } from './axis.ts';
import { dateMarks, type Tick, ticksOf } from './ticks.ts';

interface AxisProps {
  axis: Axis;
  column: number;
  secondZone?: string;
}

/** The hours: the second zone's as they are on the day under the cursor, the grid's own beside the days. */
export const AxisLabels = memo(function AxisLabels({ axis, column, secondZone }: AxisProps) {
  const ticks = useMemo(() => ticksOf(axis, column), [axis, column]);
  const second = secondZone ? zoneNamed(secondZone) : null;
  const { date } = axis.columns[column]!;
  return (
    <div aria-hidden className="flex h-full">
      {second && (
        <Hours
          ticks={ticks}
          length={axis.length}
          timeZone={second.name}
          marks={dateMarks(second, date, ticks)}
        />
      )}
      <Hours ticks={ticks} length={axis.length} timeZone={axis.zone.name} isOwn />
    </div>
  );
});

interface HoursProps {
  ticks: Tick[];
  length: number;
  timeZone: string;
  marks?: (string | null)[];
  isOwn?: boolean;
}

function Hours({ ticks, length, timeZone, marks, isOwn }: HoursProps) {
  const { reader, ...dates } = useDates();
  const weekday = new Intl.DateTimeFormat(reader.language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <div
      className={`relative flex-1 text-right text-11 ${isOwn ? 'text-muted not-first:border-l not-first:border-line' : 'text-faint'}`}
    >
      {ticks.map(({ top, wall, minute }, index) => (
        <span
          key={top}
          className={`tabular absolute right-2 leading-4 whitespace-nowrap max-phone:right-1.5 ${top === 0 ? 'top-px' : '-translate-y-1/2'}`}
          style={top === 0 ? undefined : { top: `${(top / length) * 100}%` }}
        >
          {isOwn
            ? ownHour(wall, reader.hour12)
            : minute === null
              ? ''
              : dates.time(isoFromMinute(minute), timeZone)}
          {marks?.[index] && (
            <span className="absolute top-full right-0 -mt-1 text-[0.625rem] text-muted">
              {weekday.format(Date.parse(marks[index]))}
            </span>
          )}
        </span>
      ))}
    </div>
  );
}

/** The axis shows the clock's hours, also the one that the day under the cursor skips. */
function ownHour(wall: number, hour12: boolean): string {
  const hour = Math.floor(wall / 60);
  if (hour12) return `${hour % 12 === 0 ? 12 : hour % 12}\u00a0${hour < 12 ? 'AM' : 'PM'}`;
  return `${String(hour).padStart(2, '0')}:00`;
}

/** The present on the axis, beside its own zone's hours. */
export function NowLabel({ axis, column, now }: { axis: Axis; column: number; now: Minute }) {
  const dates = useDates();
  const top = (positionOf(axis.columns[column]!, now) / axis.length) * 100;
  return (
    <time
      aria-hidden
      className="absolute right-1 z-1 -translate-y-1/2 rounded-xs bg-(--now) px-1.5 text-11 leading-4 font-semibold text-bg forced-colors:border"
      style={{ top: `${top}%` }}
    >
      {withoutHalf(dates.time(isoFromMinute(now), axis.zone.name))}
    </time>
  );
}

/** Where it stands among the hours tells the half of the day, for which the axis is too narrow. */
function withoutHalf(time: string): string {
  return time.replace(/\s*[AP]M$/, '');
}

/** Through all lanes of today, with a dot where the day begins. */
export function NowLine({ axis, column, now }: { axis: Axis; column: number; now: Minute }) {
  const top = (positionOf(axis.columns[column]!, now) / axis.length) * 100;
  return (
    <div
      className="pointer-events-none absolute inset-x-0 z-3 border-t-2 border-(--now)"
      style={{ top: `calc(${top}% - 1px)` }}
    >
      <span className="absolute -top-[0.3125rem] -left-1 size-2 rounded-full bg-(--now) forced-colors:border" />
    </div>
  );
}
