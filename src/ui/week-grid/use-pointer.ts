import { type RefObject, useEffect, useState } from 'react';
import { canMove, canResize, graspOf, land, pickOf } from './acts.ts';
import { drawGhost, type GhostRefs } from './ghost.ts';
import { beginCarry, beginPick, beginPull, changes, followed, type Gesture, type Point } from './gesture.ts';
import type { Ground } from './cursor.ts';
import type { GridSpan, WeekGridProps } from './grid-props.ts';
import { measureLanes, type Measure, pointAt } from './measure.ts';
import type { Speaker } from './speech.ts';

const HOLD_MS = 350;
const SLACK_PX = 4;

/** Everything that a gesture needs to know of the grid at the moment. */
export interface Reach {
  props: WeekGridProps;
  ground: Ground;
  speaker: Speaker;
}

interface Drag {
  gesture: Gesture;
  span: GridSpan | null;
  measure: Measure;
  frame: number;
  x: number;
  y: number;
}

interface Waiting {
  event: PointerEvent;
  target: Element;
  timer: ReturnType<typeof setTimeout> | null;
}

/**
 * Drags by mouse at once, by finger after a hold; until then a finger scrolls. While something is dragged only the
 * ghost changes, once a frame. Escape or a lost pointer leaves all as it was.
 */
export class PointerHand {
  #drag: Drag | null = null;
  #waiting: Waiting | null = null;
  #hasDragged = false;

  readonly refs: GhostRefs;
  #reach: Reach | null = null;

  constructor(refs: GhostRefs) {
    this.refs = refs;
  }

  /** Tells of the grid as it is after each paint. */
  reachFor(reach: Reach): void {
    this.#reach = reach;
  }

  down(event: PointerEvent): void {
    this.#hasDragged = false;
    const target = event.target instanceof Element ? event.target : null;
    if (event.button !== 0 || !event.isPrimary || !target?.closest('[data-lane]')) return;
    const isFinger = event.pointerType === 'touch';
    const timer = isFinger ? setTimeout(() => this.#begin(), HOLD_MS) : null;
    this.#waiting = { event, target, timer };
  }

  move(event: PointerEvent): void {
    const waiting = this.#waiting;
    if (waiting && far(waiting.event, event)) {
      if (waiting.timer) this.#forget();
      else this.#begin();
    }
    const drag = this.#drag;
    if (!drag) return;
    [drag.x, drag.y] = [event.clientX, event.clientY];
    drag.frame ||= requestAnimationFrame(() => this.#follow());
  }

  up(): void {
    this.#forget();
    const drag = this.#drag;
    if (!drag) return;
    this.#follow();
    const { gesture, span } = drag;
    this.cancel();
    if (!changes(gesture)) return;
    const { props, ground } = this.#reach!;
    if (gesture.act === 'pick') props.onPick?.(pickOf(props, drag.measure.landing(ground, gesture)));
    else if (span) land(props, span, gesture.from, gesture.at, gesture.act === 'pull');
  }

  cancel(): void {
    this.#forget();
    if (!this.#drag) return;
    cancelAnimationFrame(this.#drag.frame);
    this.#drag = null;
    this.refs.pane.current?.removeAttribute('data-dragging');
    this.refs.pane.current
      ?.querySelectorAll('[data-held]')
      .forEach((one) => one.removeAttribute('data-held'));
  }

  /** The click that follows a drag is none. */
  tookClick(): boolean {
    const had = this.#hasDragged;
    this.#hasDragged = false;
    return had;
  }

  get isDragging(): boolean {
    return this.#drag !== null;
  }

  #begin(): void {
    const waiting = this.#waiting;
    this.#forget();
    const { pane, body } = this.refs;
    if (!waiting || !pane.current || !body.current) return;
    const measure = measureLanes(body.current);
    const { clientX: x, clientY: y, pointerId } = waiting.event;
    const started = this.#gestureFor(waiting.target, pointAt(this.#reach!.ground, measure, x, y));
    if (!started) return;
    this.#drag = { ...started, measure, x, y, frame: 0 };
    this.#hasDragged = true;
    pane.current.setAttribute('data-dragging', '');
    pane.current.setPointerCapture(pointerId);
    if (waiting.event.pointerType === 'touch') navigator.vibrate?.(10);
    this.#follow();
  }

  #gestureFor(target: Element, point: Point): { gesture: Gesture; span: GridSpan | null } | null {
    const { props, ground } = this.#reach!;
    const block = target.closest('[data-span]');
    const span = props.spans.find(({ id }) => id === block?.getAttribute('data-span')) ?? null;
    // What is offered is still empty: a drag over it picks.
    if (!span || (span.kind === 'offered' && !span.movable))
      return props.readOnly || !props.onPick ? null : { gesture: beginPick(ground, point), span: null };
    const from = graspOf(span, point);
    const edge = target.closest('[data-edge]')?.getAttribute('data-edge');
    block?.setAttribute('data-held', '');
    if (canResize(props, span) && (edge === 'start' || edge === 'end'))
      return { gesture: beginPull(span.id, edge, from), span };
    if (canMove(props, span)) return { gesture: beginCarry(ground, span.id, from, point), span };
    block?.removeAttribute('data-held');
    return null;
  }

  #follow(): void {
    const drag = this.#drag;
    if (!drag) return;
    drag.frame = 0;
    const { ground, speaker } = this.#reach!;
    drag.gesture = followed(ground, drag.gesture, pointAt(ground, drag.measure, drag.x, drag.y));
    drawGhost(this.refs, drag.measure, speaker, drag.gesture, drag.span);
    if (drag.measure.scrollNear(this.refs.pane.current, drag.y))
      drag.frame = requestAnimationFrame(() => this.#follow());
  }

  #forget(): void {
    if (this.#waiting?.timer) clearTimeout(this.#waiting.timer);
    this.#waiting = null;
  }
}

/** The hand for this grid, and the listeners that must outlive a paint. */
export function usePointer(refs: GhostRefs, reach: Reach) {
  const [hand] = useState(() => new PointerHand(refs));
  useEffect(() => hand.reachFor(reach));
  useEffect(() => listen(refs.pane, hand), [refs.pane, hand]);
  return hand;
}

function listen(pane: RefObject<HTMLElement | null>, hand: PointerHand): () => void {
  const node = pane.current;
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !hand.isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    hand.cancel();
  };
  // Only a listener that is not passive can keep a finger's drag from scrolling.
  const keep = (event: TouchEvent) => hand.isDragging && event.cancelable && event.preventDefault();
  window.addEventListener('keydown', escape, true);
  node?.addEventListener('touchmove', keep, { passive: false });
  return () => {
    hand.cancel();
    window.removeEventListener('keydown', escape, true);
    node?.removeEventListener('touchmove', keep);
  };
}

function far(from: PointerEvent, to: PointerEvent): boolean {
  const slack = from.pointerType === 'touch' ? SLACK_PX * 2 : SLACK_PX;
  return Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY) > slack;
}
