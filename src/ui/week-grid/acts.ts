import { isoFromMinute } from '#engine/minutes.ts';
import { BAND, type Ground, type Place, timeAt } from './cursor.ts';
import type { Grasp } from './grasp.ts';
import type { GridPick, GridSpan, WeekGridProps } from './grid-props.ts';
import { minuteOf } from './lay-out.ts';

/** Opens the span; one that is offered is picked instead. Closed time is not opened. */
export function openOrPick(props: WeekGridProps, ground: Ground, span: GridSpan, place: Place): void {
  if (span.kind === 'offered' && !props.readOnly && props.onPick)
    props.onPick({
      personId: span.personId,
      start: span.start,
      end: span.end,
      spanId: span.id,
      at: stepWithin(ground, span, place),
    });
  else if (span.kind !== 'closed') props.onOpen?.(span.id);
}

/** What a click or Enter on empty time picks: from that step on, as long as the caller says. */
export function pickAt(props: WeekGridProps, ground: Ground, place: Place): GridPick {
  const { start, end } = timeAt(ground, place);
  const personId = props.people[place.person]!.id;
  if (place.step === BAND)
    return { personId, start: isoFromMinute(start), end: isoFromMinute(end), allDay: true };
  const until = start + (props.pickMinutes ?? props.incrementMinutes);
  return { personId, start: isoFromMinute(start), end: isoFromMinute(until) };
}

/** The step of the span under the cursor; its beginning when the cursor is elsewhere. */
function stepWithin(ground: Ground, span: GridSpan, place: Place): string {
  const at = place.step === BAND ? span.start : isoFromMinute(timeAt(ground, place).start);
  return at > span.start && at < span.end ? at : span.start;
}

export function pickOf(props: WeekGridProps, { person, start, end }: Grasp): GridPick {
  return {
    personId: props.people[person]!.id,
    start: isoFromMinute(start),
    end: isoFromMinute(end),
  };
}

/** Tells that the span now lies elsewhere: moved when its start or person changed, resized when only its end did. */
export function land(props: WeekGridProps, span: GridSpan, from: Grasp, at: Grasp, asResize: boolean): void {
  const to = pickOf(props, at);
  if (from.start === at.start && from.end === at.end && from.person === at.person) return;
  if (asResize) props.onResize?.(span.id, { start: to.start, end: to.end });
  else props.onMove?.(span.id, to);
}

/** The span as something that can be carried, seen from the place where it was taken up. */
export function graspOf(span: GridSpan, { column, person }: { column: number; person: number }): Grasp {
  return { column, person, start: minuteOf(span.start), end: minuteOf(span.end) };
}

export function canMove(props: WeekGridProps, span: GridSpan): boolean {
  return !props.readOnly && Boolean(span.movable) && !span.allDay && props.onMove !== undefined;
}
/** What may be carried away may be taken away. */
export function canDelete(props: WeekGridProps, span: GridSpan): boolean {
  return !props.readOnly && Boolean(span.movable) && props.onDelete !== undefined;
}

export function canResize(props: WeekGridProps, span: GridSpan): boolean {
  return !props.readOnly && Boolean(span.resizable) && !span.allDay && props.onResize !== undefined;
}
