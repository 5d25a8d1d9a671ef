import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type TouchEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useDates } from '../dates.tsx';
import { usePartWords } from '../parts-words.ts';
import { singleKeysAreOn } from '../shortcuts.ts';
import { openOrPick, pickAt } from './acts.ts';
import { BAND, type Place } from './cursor.ts';
import type { WeekGridProps } from './grid-props.ts';
import { type Answer, answerKey, type Desk } from './keys.ts';
import { measureLanes, pointAt } from './measure.ts';
import { cellWords } from './speech.ts';
import { stepAt, stepPresent } from './steps.ts';
import { type Hand, useCursor } from './use-cursor.ts';
import { useGround } from './use-ground.ts';
import { type PointerHand, usePointer } from './use-pointer.ts';

/** The state of one grid and what answers keys, clicks and drags. */
export function useGrid(given: WeekGridProps) {
  const props = { letterKeys: singleKeysAreOn(), ...given };
  const { ground, narrow, today } = useGround(props);
  const [hand, setHand] = useCursor(ground, props);
  const [said, say] = useState('');
  const speaker = useSpeaker(props, ground);
  const refs = useRefs();
  const pointer = usePointer(refs, { props, ground, speaker });
  const desk: Desk = { props, ground, hand, speaker };
  const answer = (answer: Answer | null) => {
    if (answer?.hand) setHand({ ...answer.hand, moves: hand.moves + 1 });
    if (answer?.say !== undefined) say(answer.say);
  };
  useSpokenDays(desk, refs, say);
  const point = (event: MouseEvent) => placeUnder(desk, refs.body.current, event);
  const handlers = {
    onKeyDown: (event: KeyboardEvent) => pressed(event, desk, refs, answer),
    onFocus: (event: FocusEvent) => markKeys(refs, event.currentTarget.matches(':focus-visible')),
    onClick: (event: MouseEvent) => {
      if (!pointer.tookClick()) clicked(event, desk, point(event), setHand);
    },
    onContextMenu: (event: MouseEvent) => {
      if (pointer.isDragging) return stop(event);
      if (event.button !== 2 && event.nativeEvent.isTrusted) return openAtCursor(event);
      // By mouse the menu is about the cell under the pointer, by key about the one under the cursor.
      const place = event.button === 2 ? point(event) : null;
      if (place) setHand({ place, chosen: spanIdAt(event.target), anchor: null });
      return undefined;
    },
    ...pointerHandlers(pointer, refs),
  };
  return { props, ground, narrow, hand, said, speaker, refs, desk, answer, handlers, today, id: useId() };
}

export type GridDesk = ReturnType<typeof useGrid>;

/** A press takes the focus to the grid, whichever span it hits; the cursor's ring is for the keyboard. */
function pointerHandlers(pointer: PointerHand, refs: ReturnType<typeof useRefs>) {
  return {
    onPointerDown: (event: PointerEvent) => {
      markKeys(refs, false);
      pointer.down(event.nativeEvent);
    },
    onPointerMove: (event: PointerEvent) => pointer.move(event.nativeEvent),
    onPointerUp: () => pointer.up(),
    onPointerCancel: () => pointer.cancel(),
    onMouseDown: (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest('[data-lane],[data-band]')) return;
      event.preventDefault();
      refs.pane.current?.focus({ preventScroll: true });
      markKeys(refs, false);
    },
    // The menu would open by a long press of its own; here a long press takes hold.
    onTouchStart: (event: TouchEvent) => event.stopPropagation(),
  };
}

function markKeys({ pane }: ReturnType<typeof useRefs>, byKeys: boolean): void {
  pane.current?.toggleAttribute('data-keys', byKeys);
}

/** A browser asked by key for the menu names the middle of the grid; it belongs to the cell under the cursor. */
function openAtCursor(event: MouseEvent): void {
  stop(event);
  const cell = event.currentTarget.querySelector('.wg-cursor')?.getBoundingClientRect();
  const { left, bottom } = cell ?? event.currentTarget.getBoundingClientRect();
  const at = { clientX: left + 4, clientY: bottom - 2, bubbles: true, cancelable: true };
  event.currentTarget.dispatchEvent(new globalThis.MouseEvent('contextmenu', at));
}

function stop(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function useRefs() {
  const pane = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  return useMemo(() => ({ pane, head, body, ghost }), []);
}

function useSpeaker({ people, timeZone }: WeekGridProps, ground: Desk['ground']): Desk['speaker'] {
  const t = usePartWords();
  const dates = useDates();
  return useMemo(() => ({ ground, people, timeZone, t, dates }), [ground, people, timeZone, t, dates]);
}

/** When other days come while somebody stands in the grid, the cell where they now stand is spoken. */
function useSpokenDays(desk: Desk, { pane }: ReturnType<typeof useRefs>, say: (words: string) => void): void {
  const dates = desk.props.days.join(' ');
  const seen = useRef(dates);
  useEffect(() => {
    if (seen.current === dates) return;
    seen.current = dates;
    if (document.activeElement === pane.current) say(cellWords(desk.speaker, desk.hand.place, null));
  });
}

function pressed(
  event: KeyboardEvent,
  desk: Desk,
  { pane }: ReturnType<typeof useRefs>,
  answer: (answer: Answer) => void,
): void {
  if (event.altKey || event.nativeEvent.isComposing) return;
  pane.current?.toggleAttribute('data-keys', true);
  const { key, shiftKey, ctrlKey, metaKey } = event;
  const found = answerKey(desk, { key, shift: shiftKey, ctrl: ctrlKey || metaKey });
  if (!found) return;
  if (key !== 'Tab') event.preventDefault();
  event.stopPropagation();
  if (document.activeElement !== pane.current && key !== 'Tab') pane.current?.focus({ preventScroll: true });
  answer(found);
}

/** A click on a span opens it; on empty time it picks by mouse, and by finger where the caller says so. */
function clicked(
  event: MouseEvent,
  desk: Desk,
  place: Place | null,
  put: (hand: Partial<Hand>) => void,
): void {
  const { props, ground } = desk;
  const id = spanIdAt(event.target);
  const span = props.spans.find((one) => one.id === id);
  const next = { grasp: null, anchor: null, chosen: id, ...(place ? { place } : {}) };
  put(next);
  if (span) openOrPick(props, ground, span, place ?? desk.hand.place);
  else if (place && (props.tapPicks || !isTouch(event)) && !props.readOnly)
    props.onPick?.(pickAt(props, ground, place));
}

function spanIdAt(target: EventTarget): string | null {
  return (target instanceof Element && target.closest('[data-span]')?.getAttribute('data-span')) || null;
}

function placeUnder({ ground }: Desk, body: HTMLElement | null, event: MouseEvent): Place | null {
  const target = event.target instanceof Element ? event.target : null;
  const band = target?.closest('[data-band]')?.getAttribute('data-band');
  if (band) {
    const [column = 0, person = 0] = band.split(':').map(Number);
    return { column, person, step: BAND };
  }
  // A reader's click has no point: the cursor stays.
  if (!body || !target?.closest('[data-lane]') || (event.detail === 0 && event.type === 'click')) return null;
  const { column, person, position } = pointAt(ground, measureLanes(body), event.clientX, event.clientY);
  const step = stepPresent(ground.axis.columns[column]!, ground.steps, stepAt(ground.steps, position));
  return { column, person, step };
}

function isTouch(event: MouseEvent): boolean {
  return 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch';
}
