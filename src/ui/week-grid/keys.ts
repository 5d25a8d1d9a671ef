import { isoFromMinute } from '#engine/minutes.ts';
import { canDelete, canMove, canResize, graspOf, land, openOrPick, pickAt } from './acts.ts';
import { extended, type Ground, moved, timeAt, type Way } from './cursor.ts';
import { carried, stretched } from './grasp.ts';
import type { WeekGridProps } from './grid-props.ts';
import { type Hand, selectedBy } from './use-cursor.ts';
import { cellWords, dayWords, graspWords, rangeWords, type Speaker } from './speech.ts';
import { spanBeside, spansAt } from './spans-at.ts';
import { minuteOf } from './lay-out.ts';
import { positionOf } from './axis.ts';
import { stepAt } from './steps.ts';

export interface Press {
  key: string;
  shift: boolean;
  ctrl: boolean;
}

/** What a key changes, and what is said about it. */
export interface Answer {
  hand?: Partial<Hand>;
  say?: string;
}

export interface Desk {
  props: WeekGridProps;
  ground: Ground;
  hand: Hand;
  speaker: Speaker;
}

/** Null when the key is none of the grid's: the page may have it. */
export function answerKey(desk: Desk, press: Press): Answer | null {
  if (desk.hand.grasp) return answerCarrying(desk, desk.hand.grasp, press);
  const way = wayOf(press);
  if (way) return press.shift ? select(desk, way) : go(desk, way);
  if (press.key === 'PageUp' || press.key === 'PageDown') return turn(desk, press.key === 'PageUp' ? -1 : 1);
  // With Control it is the page's: it sends what was picked.
  if ((press.key === 'Enter' && !press.ctrl) || press.key === ' ') return enter(desk);
  if (press.key === 'Escape') return drop(desk);
  if (press.key === 'Delete' || press.key === 'Backspace') return remove(desk);
  return press.ctrl || desk.props.letterKeys === false ? null : answerLetter(desk, press.key.toLowerCase());
}

/** M, by key or from the menu. */
export function takeUp({ props, ground, hand, speaker }: Desk): Answer {
  const [span] = spansAt(ground, hand.place, hand.chosen);
  if (!span) return {};
  if (!canMove(props, span) && !canResize(props, span))
    return { say: speaker.t('grid.cannotMove', { label: span.label }) };
  const from = graspOf(span, hand.place);
  const values = { ...graspWords(speaker, from), label: span.label };
  return { hand: { grasp: { span, from, at: from }, anchor: null }, say: speaker.t('grid.held', values) };
}

export function askWhy({ props, ground, hand }: Desk): Answer {
  const { start } = timeAt(ground, hand.place);
  props.onAskWhy?.({ personId: props.people[hand.place.person]!.id, start: isoFromMinute(start) });
  return {};
}

export function remove({ props, ground, hand }: Desk): Answer | null {
  const [span] = spansAt(ground, hand.place, hand.chosen);
  if (!span || !canDelete(props, span)) return null;
  props.onDelete?.(span.id);
  return { hand: { chosen: null } };
}

function answerLetter(desk: Desk, letter: string): Answer | null {
  if (letter === 'm') return takeUp(desk);
  if (letter === 'w' && desk.props.onAskWhy) return askWhy(desk);
  if (letter === 'j') return goToSpan(desk, 1);
  return letter === 'k' ? goToSpan(desk, -1) : null;
}

function wayOf({ key, ctrl }: Press): Way | null {
  const plain: Record<string, Way> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: ctrl ? 'day-back' : 'left',
    ArrowRight: ctrl ? 'day-on' : 'right',
    Home: 'first',
    End: 'last',
  };
  return plain[key] ?? null;
}

function go({ ground, hand, speaker }: Desk, way: Way): Answer {
  const place = moved(ground, hand.place, way);
  return { hand: { place, anchor: null, chosen: null }, say: cellWords(speaker, place, null) };
}

function goToSpan({ ground, hand, speaker }: Desk, by: 1 | -1): Answer {
  const next = spanBeside(ground, hand.place, hand.chosen, by);
  if (!next) return { say: speaker.t('grid.nothingThere') };
  const say = cellWords(speaker, next.place, next.id);
  return { hand: { place: next.place, chosen: next.id, anchor: null }, say };
}

function select({ props, ground, hand, speaker }: Desk, way: Way): Answer {
  if (props.readOnly) return {};
  const place = extended(ground, hand.place, way);
  const anchor = hand.anchor ?? hand.place;
  const pick = selectedBy(ground, { ...hand, anchor, place }, props.people);
  const range = pick ? rangeWords(speaker, minuteOf(pick.start), minuteOf(pick.end)) : '';
  return {
    hand: { place, anchor, chosen: null },
    say: speaker.t('grid.selected', { day: dayWords(speaker, Math.min(anchor.column, place.column)), range }),
  };
}

function turn({ props }: Desk, step: 1 | -1): Answer | null {
  if (!props.onWeek) return null;
  props.onWeek(step);
  return { hand: { anchor: null, chosen: null } };
}

function enter({ props, ground, hand }: Desk): Answer {
  const selected = selectedBy(ground, hand, props.people);
  const [span] = spansAt(ground, hand.place, hand.chosen);
  if (selected) props.onPick?.(selected);
  else if (span) openOrPick(props, ground, span, hand.place);
  else if (!props.readOnly) props.onPick?.(pickAt(props, ground, hand.place));
  return { hand: { anchor: null } };
}

/** With nothing to drop, Escape is the page's: it may close a panel. */
function drop({ hand, speaker }: Desk): Answer | null {
  return hand.anchor ? { hand: { anchor: null }, say: speaker.t('grid.dropped') } : null;
}

function answerCarrying(desk: Desk, grasp: NonNullable<Hand['grasp']>, press: Press): Answer | null {
  const { props, ground, hand, speaker } = desk;
  const way = wayOf(press);
  if (way) {
    const at = carry(desk, grasp, way, press.shift);
    const place = { ...hand.place, column: at.column, person: at.person };
    return {
      hand: { grasp: { ...grasp, at }, place },
      say: speaker.t('grid.heldAt', graspWords(speaker, at)),
    };
  }
  if (press.key === 'Escape') {
    const place = placeOfGrasp(ground, grasp.from);
    return { hand: { grasp: null, place, chosen: grasp.span.id }, say: speaker.t('grid.putBack') };
  }
  if (press.key === 'Tab') return { hand: { grasp: null } };
  if (press.key !== 'Enter' && press.key.toLowerCase() !== 'm') return {};
  const { span, from, at } = grasp;
  const asResize = from.start === at.start && from.person === at.person;
  land(props, span, from, at, asResize);
  const place = placeOfGrasp(ground, at);
  return {
    hand: { grasp: null, place, chosen: span.id },
    say: speaker.t('grid.moved', graspWords(speaker, at)),
  };
}

function carry({ props, ground }: Desk, { span, at }: NonNullable<Hand['grasp']>, way: Way, shift: boolean) {
  if (shift && (way === 'up' || way === 'down'))
    return canResize(props, span) ? stretched(ground, at, way) : at;
  return canMove(props, span) ? carried(ground, at, way) : at;
}

function placeOfGrasp(
  ground: Ground,
  { column, person, start }: { column: number; person: number; start: number },
) {
  const day = ground.axis.columns[column]!;
  const step = stepAt(ground.steps, positionOf(day, start));
  return { column, person, step };
}
