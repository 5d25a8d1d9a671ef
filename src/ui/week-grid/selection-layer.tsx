import type { ReactNode } from 'react';
import { dayColumns, laneColumns } from './columns.ts';
import type { Ground } from './cursor.ts';
import type { GridPerson, GridPick, SpanKind } from './grid-props.ts';
import { extentOf, minuteOf } from './lay-out.ts';
import { extentStyle } from './lane-cell.tsx';

interface LayerProps {
  ground: Ground;
  people: readonly GridPerson[];
  narrow: readonly boolean[];
  pick: GridPick;
  kind: SpanKind;
  children: ReactNode;
}

/** A stretch that is selected, or a span carried by keyboard, over all days that it touches. */
export function SelectionLayer({ ground, people, narrow, pick, kind, children }: LayerProps) {
  const person = people.findIndex(({ id }) => id === pick.personId);
  const span = { start: minuteOf(pick.start), end: minuteOf(pick.end) };
  if (person === -1) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-0 z-3 grid"
      style={dayColumns(people, narrow)}
    >
      {ground.axis.columns.map((day, column) =>
        span.start < day.end && span.end > day.start ? (
          <div
            key={day.date}
            className="grid"
            style={{ gridColumn: column + 2, gridRow: 1, ...laneColumns(people, narrow[column] ?? false) }}
          >
            <div className="relative min-w-0" style={{ gridColumn: person + 1 }}>
              <div
                data-kind={kind}
                className="wg-span absolute inset-x-0.5 text-11"
                style={extentStyle(extentOf(day, span), ground.axis.length)}
              >
                {span.start >= day.start && <span className="wg-words">{children}</span>}
              </div>
            </div>
          </div>
        ) : null,
      )}
    </div>
  );
}
