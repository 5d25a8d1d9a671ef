import { html, raw } from './markup.ts';
import type { Html } from './markup.ts';

export type DialState = 'booked' | 'held' | 'gone';

/**
 * A meeting drawn on a clock: filled is booked, dashed waits for confirmation, grey is gone.
 * `start` is the visitor's wall clock in minutes since midnight. Always beside words, so hidden from readers.
 */
export function dial(start: number, length: number, state: DialState = 'booked'): Html {
  const kind = state === 'booked' ? 'dial' : `dial ${state}`;
  return html`<svg class="${kind}" viewBox="0 0 96 96" aria-hidden="true">
    ${raw(span(start, length))}
    <circle class="rim" cx="48" cy="48" r="46" />
    <path class="ticks" d="${ticks}" />
    ${raw(arc(start, length))}
    <path class="hands" d="M${point(start / 12, 20)}L48 48L${point(start, 31)}" />
  </svg>`;
}

function span(start: number, length: number): string {
  if (length >= 60) return '<circle class="span" cx="48" cy="48" r="34"/>';
  const sweep = `A34 34 0 ${length > 30 ? 1 : 0} 1 ${point(start + length, 34)}`;
  return `<path class="span" d="M48 48L${point(start, 34)}${sweep}Z"/>`;
}

function arc(start: number, length: number): string {
  if (length >= 60) return '<circle class="arc" cx="48" cy="48" r="45.5"/>';
  const sweep = `A45.5 45.5 0 ${length > 30 ? 1 : 0} 1 ${point(start + length, 45.5)}`;
  return `<path class="arc" d="M${point(start, 45.5)}${sweep}"/>`;
}

/** Where a hand of that reach points after so many minutes; twelve hours of the small hand are 60 such minutes. */
function point(minutes: number, reach: number): string {
  const angle = (minutes / 60) * 2 * Math.PI;
  return [48 + reach * Math.sin(angle), 48 - reach * Math.cos(angle)].map(short).join(' ');
}

const short = (value: number): string => String(Math.round(value * 10) / 10);

// The quarters point inwards, the other hours outwards.
const ticks = Array.from({ length: 12 }, (_, hour) => {
  return `M${point(hour * 5, 41)}L${point(hour * 5, hour % 3 === 0 ? 38 : 43)}`;
}).join('');
