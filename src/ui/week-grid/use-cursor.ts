import { useState } from 'react';
import type { GridPick, GridSpan, WeekGridProps } from './grid-props.ts';
import { isoFromMinute } from '#engine/minutes.ts';
import { positionOf } from './axis.ts';
import { type Ground, type Place, settled, stretchBetween } from './cursor.ts';
import type { Grasp } from './grasp.ts';
import { minuteOf } from './lay-out.ts';
import { stepAt } from './steps.ts';

/** What the keyboard does just now. */
export interface Hand {
  place: Place;
  /** Where a selection began; it reaches to the place. */
  anchor: Place | null;
  /** The span chosen among those at the place. */
  chosen: string | null;
  /** How often the cursor was moved by keys. */
  moves: number;
  /** A span taken up by keyboard. */
  grasp: { span: GridSpan; from: Grasp; at: Grasp } | null;
}

/** The cursor, kept within what is shown; at first on the present, else on the first hour. */
export function useCursor(ground: Ground, props: WeekGridProps): [Hand, (hand: Partial<Hand>) => void] {
  const [hand, setHand] = useState<Hand>(() => ({
    place: firstPlace(ground, props),
    anchor: null,
    chosen: null,
    grasp: null,
    moves: 0,
  }));
  const kept = {
    ...hand,
    place: settled(ground, hand.place),
    anchor: hand.anchor && settled(ground, hand.anchor),
  };
  return [kept, (change) => setHand({ ...kept, ...change })];
}

export function selectedBy(ground: Ground, hand: Hand, people: WeekGridProps['people']): GridPick | null {
  if (!hand.anchor) return null;
  const { start, end } = stretchBetween(ground, hand.anchor, hand.place);
  return { personId: people[hand.place.person]!.id, start: isoFromMinute(start), end: isoFromMinute(end) };
}

function firstPlace(ground: Ground, { now, firstHour = 8 }: WeekGridProps): Place {
  const minute = minuteOf(now);
  const today = ground.axis.columns.findIndex(({ start, end }) => start <= minute && minute < end);
  const column = Math.max(today, 0);
  const position = today === -1 ? firstHour * 60 : positionOf(ground.axis.columns[column]!, minute);
  return settled(ground, { column, person: 0, step: stepAt(ground.steps, position) });
}
