import { memo } from 'react';
import { useDates } from '../dates.tsx';
import { usePartWords } from '../parts-words.ts';
import { zoneNamed } from '#engine/zone.ts';
import { axisOf } from './axis.ts';
import { dayColumns, laneColumns } from './columns.ts';
import type { GridPerson } from './grid-props.ts';
import { keepsDistance, offsetWords, placeOfZone } from './ticks.ts';

interface HeadProps {
  days: readonly string[];
  people: readonly GridPerson[];
  narrow: readonly boolean[];
  today: string;
  timeZone: string;
  secondZone?: string;
  /** The day for which the zones' distance is said. */
  zoneDay: string;
}

/** Days and, beneath each, its people. For a reader every lane is one column with a name of its own. */
export const GridHead = memo(function GridHead(props: HeadProps) {
  const t = usePartWords();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="grid border-b border-line-mid"
      style={dayColumns(props.people, props.narrow)}
    >
      <div role="columnheader" aria-colindex={1} className="sticky left-0 z-2 flex items-end bg-bg">
        <span className="sr-only">{t('grid.time')}</span>
        <ZoneHeads {...props} />
      </div>
      {props.days.map((date, column) => (
        <DayHead key={date} date={date} column={column} {...props} />
      ))}
    </div>
  );
});

function ZoneHeads({ timeZone, secondZone, zoneDay, days }: HeadProps) {
  const t = usePartWords();
  const axis = axisOf(timeZone, days);
  const noon = (axis.columns.find(({ date }) => date === zoneDay) ?? axis.columns[0]!).start + 720;
  const second = secondZone ? zoneNamed(secondZone) : null;
  const differs = second !== null && !keepsDistance(axis, second);
  const zones = [...(second ? [second] : []), axis.zone];
  return zones.map((zone, index) => (
    <span
      key={index}
      title={differs ? t('grid.someDays') : zone.name}
      className="min-w-0 flex-1 pr-2 pb-1.5 text-right text-11 text-faint max-phone:pr-1.5 max-phone:text-[0.625rem]"
    >
      <b className="block truncate font-semibold text-muted">{placeOfZone(zone.name)}</b>
      <span className="whitespace-nowrap">
        {offsetWords(zone, noon).replace(/^UTC(.*:)/, '$1')}
        {differs && zone === second ? '*' : ''}
      </span>
    </span>
  ));
}

function DayHead({
  date,
  column,
  days,
  people,
  narrow,
  today,
}: HeadProps & { date: string; column: number }) {
  const isNarrow = narrow[column] ?? false;
  return (
    <div className="flex min-w-0 flex-col justify-between gap-1 border-l border-line-mid pt-1.5">
      <div
        aria-hidden
        className={`flex items-baseline gap-1.5 whitespace-nowrap text-muted ${isNarrow ? 'justify-center text-12 text-faint' : 'px-2'} ${days.length === 1 ? 'max-phone:hidden' : ''}`}
      >
        <DayName date={date} isToday={date === today} isNarrow={isNarrow} />
      </div>
      <div className="grid" style={laneColumns(people, isNarrow)}>
        {people.map((person, index) => (
          <PersonHead
            key={person.id}
            {...{ person, date, isNarrow, alone: people.length === 1 }}
            index={column * people.length + index}
          />
        ))}
      </div>
    </div>
  );
}

function DayName({ date, isToday, isNarrow }: { date: string; isToday: boolean; isNarrow: boolean }) {
  const { reader } = useDates();
  const name = new Intl.DateTimeFormat(reader.language, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.parse(date),
  );
  const mark = isToday ? 'rounded-s bg-ink px-1.5 text-bg -ml-0.5' : 'text-ink';
  return (
    <>
      <span className="truncate">{name.replace('.', '')}</span>
      {(!isNarrow || isToday) && (
        <b className={`tabular text-16 font-semibold ${mark}`}>{Number(date.slice(8))}</b>
      )}
    </>
  );
}

function PersonHead(props: {
  person: GridPerson;
  date: string;
  isNarrow: boolean;
  alone: boolean;
  index: number;
}) {
  const { person, date, isNarrow, alone, index } = props;
  const dates = useDates();
  const day = dates.day(date);
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      title={alone ? undefined : person.name}
      className={`flex min-w-0 items-center gap-1 overflow-hidden text-11 font-medium text-muted ${alone ? 'h-1' : 'h-6'} ${person.narrow ? 'justify-center' : 'px-1.5'} ${index > 0 && !alone && !isNarrow ? 'not-first:border-l border-line' : ''}`}
    >
      <span className="sr-only">{alone ? day : `${day}, ${person.name}`}</span>
      {!alone && !isNarrow && <PersonName person={person} />}
    </div>
  );
}

function PersonName({ person }: { person: GridPerson }) {
  const tint = { background: `var(--av${person.tint})`, color: `var(--av${person.tint}i)` };
  if (person.narrow)
    return (
      <span aria-hidden className="text-[0.5625rem]">
        {person.initials}
      </span>
    );
  return (
    <>
      <span
        aria-hidden
        className="grid size-4 shrink-0 place-items-center rounded-full text-[0.5rem] font-semibold"
        style={tint}
      >
        {person.initials}
      </span>
      <span aria-hidden className="truncate">
        {person.shortName}
      </span>
    </>
  );
}
