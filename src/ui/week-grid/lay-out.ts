import type { Interval, Minute } from '#engine/minutes.ts';
import { type Axis, type Column, endPositionOf, gapsOf, positionOf } from './axis.ts';
import type { GridPerson, GridSpan } from './grid-props.ts';
import { type Extent, pack, type Packing } from './pack.ts';

/** A span where it stands in one lane; across midnight it is one block on each day. */
export interface Block extends Extent, Packing {
  span: GridSpan;
  startsHere: boolean;
  endsHere: boolean;
}

/** One person's part of one day. */
export interface Lane {
  column: number;
  person: number;
  /** Merged: neighbours are one. */
  closed: Extent[];
  /** What closed stretches have to say, at the top of each. */
  notes: { top: number; title: string; label: string }[];
  /** Stretches of the axis that this day does not have. */
  gaps: Extent[];
  /** Where the axis runs a second time, for some day shown. */
  doubled: Extent[];
  blocks: Block[];
  allDay: GridSpan[];
}

export interface TimedSpan extends Interval {
  span: GridSpan;
}

/** Nothing is drawn lower than this many minutes are high, so nothing is packed as if it were. */
const LEAST_MINUTES = 15;

/** Lanes in order of days, then people. */
export function layOut(axis: Axis, people: readonly GridPerson[], spans: readonly GridSpan[]): Lane[] {
  const timed = spans.map((span) => ({ span, start: minuteOf(span.start), end: minuteOf(span.end) }));
  return axis.columns.flatMap((day, column) => {
    const here = timed.filter(({ start, end }) => start < day.end && end > day.start);
    return people.map(({ id }, person) => {
      const own = here.filter(({ span }) => span.personId === id);
      return laneOf(axis, { column, person, day }, own);
    });
  });
}

/** Whole minutes since 1970 of an ISO instant; seconds fall away. */
export function minuteOf(instant: string): Minute {
  return Math.floor(Date.parse(instant) / 60_000);
}

function laneOf(
  axis: Axis,
  { column, person, day }: { column: number; person: number; day: Column },
  own: TimedSpan[],
): Lane {
  const inHours = own.filter(({ span }) => !span.allDay);
  const closed = inHours.filter(({ span }) => span.kind === 'closed');
  const picked = inHours.filter(({ span }) => span.kind === 'picked');
  const others = inHours.filter(({ span }) => span.kind !== 'closed' && span.kind !== 'picked');
  return {
    column,
    person,
    closed: merge(closed.map((span) => extentOf(day, span))),
    notes: closed.flatMap(({ span, ...at }) =>
      span.title ? [{ top: extentOf(day, at).top, title: span.title, label: span.label }] : [],
    ),
    gaps: gapsOf(day, axis.length),
    doubled: axis.sections.flatMap(({ top, length, again }) =>
      again ? [{ top, bottom: top + length }] : [],
    ),
    // What is picked lies on what was offered, not beside it.
    blocks: [...packed(day, others), ...packed(day, picked)],
    allDay: own.filter(({ span }) => span.allDay).map(({ span }) => span),
  };
}

function packed(day: Column, spans: TimedSpan[]): Block[] {
  const extents = spans.map((span) => extentOf(day, span));
  const places = pack(
    extents.map(({ top, bottom }) => ({ top, bottom: Math.max(bottom, top + LEAST_MINUTES) })),
  );
  return spans.map(({ span, start, end }, index) => ({
    span,
    ...extents[index]!,
    ...places[index]!,
    startsHere: start >= day.start,
    endsHere: end <= day.end,
  }));
}

export function extentOf(day: Column, { start, end }: Interval): Extent {
  const top = positionOf(day, Math.max(start, day.start));
  return { top, bottom: Math.max(top, endPositionOf(day, Math.min(end, day.end))) };
}

/** Neighbours and overlaps become one. */
export function merge(extents: readonly Extent[]): Extent[] {
  const merged: Extent[] = [];
  for (const { top, bottom } of extents.toSorted((a, b) => a.top - b.top)) {
    const last = merged.at(-1);
    if (last && top <= last.bottom) last.bottom = Math.max(last.bottom, bottom);
    else merged.push({ top, bottom });
  }
  return merged;
}
