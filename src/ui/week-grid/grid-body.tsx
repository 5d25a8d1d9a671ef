import { memo, type RefObject } from 'react';
import type { Minute } from '#engine/minutes.ts';
import { usePartWords } from '../parts-words.ts';
import { AxisLabels, NowLabel, NowLine } from './axis-labels.tsx';
import { dayColumns, laneColumns } from './columns.ts';
import type { Ground } from './cursor.ts';
import type { GridPerson } from './grid-props.ts';
import { LaneCell } from './lane-cell.tsx';
import { ticksOf } from './ticks.ts';

interface BodyProps {
  ground: Ground;
  people: readonly GridPerson[];
  narrow: readonly boolean[];
  secondZone?: string;
  now: Minute;
  /** Index of today among the days; −1 when it is not shown. */
  today: number;
  /** The day for which the second axis stands. */
  zoneColumn: number;
  body: RefObject<HTMLDivElement | null>;
}

/** The hours of all days: one row, in which every lane is a cell. */
export const GridBody = memo(function GridBody(props: BodyProps) {
  const { ground, people, narrow, today, now, body, zoneColumn, secondZone } = props;
  const t = usePartWords();
  return (
    <div
      role="row"
      ref={body}
      aria-rowindex={ground.hasBand ? 3 : 2}
      className="relative grid h-full"
      style={dayColumns(people, narrow)}
    >
      <HourLines ground={ground} />
      <div role="rowheader" aria-colindex={1} className="sticky left-0 z-5 bg-bg">
        <span className="sr-only">{t('grid.time')}</span>
        <AxisLabels axis={ground.axis} column={zoneColumn} secondZone={secondZone} />
        {today >= 0 && <NowLabel axis={ground.axis} column={today} now={now} />}
      </div>
      {ground.axis.columns.map(({ date }, column) => (
        <div
          key={date}
          role="presentation"
          className="relative grid min-w-0 border-l border-line-mid"
          style={laneColumns(people, narrow[column] ?? false)}
        >
          <Lanes ground={ground} people={people} column={column} isNarrow={narrow[column] ?? false} />
          {column === today && <NowLine axis={ground.axis} column={column} now={now} />}
        </div>
      ))}
    </div>
  );
});

const Lanes = memo(function Lanes(props: {
  ground: Ground;
  people: readonly GridPerson[];
  column: number;
  isNarrow: boolean;
}) {
  const { ground, people, column, isNarrow } = props;
  return people.map((person, index) => (
    <LaneCell
      key={person.id}
      lane={ground.lanes[column * people.length + index]!}
      length={ground.axis.length}
      bare={Boolean(person.narrow) || isNarrow}
      first={index === 0}
      index={column * people.length + index}
    />
  ));
});

const HourLines = memo(function HourLines({ ground: { axis } }: { ground: Ground }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 right-0 left-(--wg-axis)">
      {ticksOf(axis, 0).map(({ top }) => (
        <div
          key={top}
          className="absolute inset-x-0 border-t border-line first:border-t-0"
          style={{ top: `${(top / axis.length) * 100}%` }}
        />
      ))}
    </div>
  );
});
