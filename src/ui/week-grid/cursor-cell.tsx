import { useLayoutEffect, useRef } from 'react';
import { dayColumns, laneColumns } from './columns.ts';
import { BAND, type Ground, type Place } from './cursor.ts';
import type { GridPerson } from './grid-props.ts';
import { extentStyle } from './lane-cell.tsx';

export interface CursorProps {
  id: string;
  place: Place;
  /** What is spoken of the cell. */
  words: string;
  selected: boolean;
  ground: Ground;
  people: readonly GridPerson[];
  narrow: readonly boolean[];
  /** How often it was moved by hand; each time it is brought into sight. */
  moves: number;
}

/**
 * The one cell of the grid that is the cursor's. It has a row of its own, laid over the lanes: thousands of cells
 * that nobody stands on need not exist.
 */
export function CursorCell({ id, place, words, selected, ground, people, narrow, moves }: CursorProps) {
  const cell = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (moves > 0) cell.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [moves]);
  const step = ground.steps[place.step];
  const extent = step
    ? { top: step.top, bottom: step.top + step.length }
    : { top: 0, bottom: ground.axis.length };
  return (
    <div
      role="row"
      className="pointer-events-none absolute inset-0 z-4 grid"
      style={dayColumns(people, narrow)}
    >
      <div
        role="presentation"
        className="grid"
        style={{ gridColumn: place.column + 2, ...laneColumns(people, narrow[place.column] ?? false) }}
      >
        <div role="presentation" className="relative min-w-0" style={{ gridColumn: place.person + 1 }}>
          <div
            ref={cell}
            id={id}
            role="gridcell"
            aria-colindex={place.column * people.length + place.person + 2}
            aria-label={words}
            aria-selected={selected}
            className="absolute inset-x-0.5"
            style={extentStyle(extent, ground.axis.length)}
          >
            <div className={`wg-cursor h-full ${place.step === BAND ? 'min-h-4' : ''}`} />
          </div>
        </div>
      </div>
    </div>
  );
}
