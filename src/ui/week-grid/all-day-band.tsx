import { memo } from 'react';
import { usePartWords } from '../parts-words.ts';
import { dayColumns, laneColumns } from './columns.ts';
import { BAND, type Ground } from './cursor.ts';
import { CursorCell, type CursorProps } from './cursor-cell.tsx';
import type { GridPerson } from './grid-props.ts';
import type { Lane } from './lay-out.ts';
import { barOf, SpanWords } from './span-block.tsx';

interface BandProps {
  ground: Ground;
  people: readonly GridPerson[];
  narrow: readonly boolean[];
}

/** Whole days, above the hours. Absent when nothing lasts a whole day. */
export function AllDayBand({ cursor, ...band }: BandProps & { cursor: CursorProps }) {
  return (
    <div className="relative border-b border-line-mid">
      <BandRow {...band} />
      {cursor.place.step === BAND && <CursorCell {...cursor} />}
    </div>
  );
}

const BandRow = memo(function BandRow({ ground, people, narrow }: BandProps) {
  const t = usePartWords();
  return (
    <div role="row" aria-rowindex={2} className="grid" style={dayColumns(people, narrow)}>
      <div
        role="rowheader"
        aria-colindex={1}
        className="sticky left-0 z-2 bg-bg py-1 pr-2 text-right text-11 leading-3.5 wrap-anywhere text-faint max-phone:pr-1.5 max-phone:text-[0.625rem] max-phone:leading-3"
      >
        {t('grid.allDay')}
      </div>
      {ground.axis.columns.map(({ date }, column) => (
        <div
          key={date}
          role="presentation"
          className="grid min-w-0 border-l border-line-mid"
          style={laneColumns(people, narrow[column] ?? false)}
        >
          {people.map(({ id }, person) => (
            <BandCell
              key={id}
              lane={ground.lanes[column * people.length + person]!}
              index={column * people.length + person}
            />
          ))}
        </div>
      ))}
    </div>
  );
});

function BandCell({ lane, index }: { lane: Lane; index: number }) {
  return (
    <div
      role="gridcell"
      aria-colindex={index + 2}
      data-band={`${lane.column}:${lane.person}`}
      className="grid min-w-0 content-start gap-0.5 p-0.5 not-first:border-l not-first:border-line"
    >
      {lane.allDay.map((span) =>
        span.kind === 'closed' ? (
          <div key={span.id} className="wg-hatch min-w-0 overflow-hidden rounded-xs">
            <span
              className="m-0.5 block w-fit max-w-full truncate rounded-xs bg-bg px-1 text-11 font-medium text-faint"
              title={span.label}
            >
              {span.title ?? span.label}
            </span>
          </div>
        ) : (
          <button
            key={span.id}
            type="button"
            tabIndex={-1}
            aria-label={span.label}
            data-span={span.id}
            data-kind={span.kind}
            data-from={span.from ? '' : undefined}
            style={barOf(span)}
            className="wg-span h-[1.125rem] min-w-0 text-11"
          >
            <SpanWords span={span} />
          </button>
        ),
      )}
    </div>
  );
}
