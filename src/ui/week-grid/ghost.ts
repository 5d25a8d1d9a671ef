import type { RefObject } from 'react';
import { extentOf } from './lay-out.ts';
import { type Gesture, landing } from './gesture.ts';
import type { GridSpan } from './grid-props.ts';
import type { Measure } from './measure.ts';
import { rangeWords, type Speaker } from './speech.ts';

export interface GhostRefs {
  pane: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  ghost: RefObject<HTMLElement | null>;
}

/** Puts the ghost where the gesture would land and writes its times. Nothing else on the page is touched. */
export function drawGhost(
  { ghost }: GhostRefs,
  { body, lanes }: Measure,
  speaker: Speaker,
  gesture: Gesture,
  span: GridSpan | null,
): void {
  const node = ghost.current;
  const at = landing(speaker.ground, gesture);
  const lane = lanes.find(({ column, person }) => column === at.column && person === at.person);
  if (!node || !lane) return;
  const { axis } = speaker.ground;
  const { top, bottom } = extentOf(axis.columns[at.column]!, at);
  const scale = body.clientHeight / axis.length;
  node.style.transform = `translate(${lane.left + 2}px, ${top * scale + 1}px)`;
  node.style.width = `${lane.width - 4}px`;
  node.style.height = `${Math.max((bottom - top) * scale - 2, 12)}px`;
  node.dataset['kind'] = span?.kind ?? 'picked';
  write(node, '[data-times]', rangeWords(speaker, at.start, at.end));
  write(node, '[data-title]', span?.title ?? '');
}

function write(node: HTMLElement, which: string, words: string): void {
  const place = node.querySelector(which);
  if (place && place.textContent !== words) place.textContent = words;
}
