import type { CSSProperties } from 'react';
import type { GridPerson } from './grid-props.ts';

/** Template of the whole grid: the axis, then the days. */
export function dayColumns(people: readonly GridPerson[], narrow: readonly boolean[]): CSSProperties {
  const least = people.reduce((sum, person) => sum + (person.narrow ? 1.125 : 2.25), 0);
  const days = narrow.map((isNarrow) => (isNarrow ? '2.25rem' : `minmax(${least}rem, 1fr)`));
  return { gridTemplateColumns: `var(--wg-axis) ${days.join(' ')}` };
}

/** Template of the lanes within a day. */
export function laneColumns(people: readonly GridPerson[], isNarrow: boolean): CSSProperties {
  const lanes = people.map((person) => (person.narrow && !isNarrow ? '1.125rem' : 'minmax(0, 1fr)'));
  return { gridTemplateColumns: lanes.join(' ') };
}
