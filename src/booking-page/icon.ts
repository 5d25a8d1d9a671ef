import { html, raw } from './markup.ts';
import type { Html } from './markup.ts';

const shapes = {
  alert: '<circle cx="10" cy="10" r="7.25"/><path d="M10 6.25v4.5M10 13.5v.01"/>',
  calendar: '<rect x="3" y="4" width="14" height="13" rx="2"/><path d="M3 8h14M7 2.5v3M13 2.5v3"/>',
  earlier: '<path d="m12 5-5 5 5 5"/>',
  globe:
    '<circle cx="10" cy="10" r="7.25"/><path d="M2.75 10h14.5M10 2.75c2.2 2 3.2 4.5 3.2 7.25S12.2 15.25 10 17.25C7.8 15.25 6.8 12.75 6.8 10S7.8 4.75 10 2.75"/>',
  later: '<path d="m8 5 5 5-5 5"/>',
  phone:
    '<path d="M5.5 3h2l1.2 3.4-1.7 1.3a10 10 0 0 0 5.3 5.3l1.3-1.7L17 12.5v2a2 2 0 0 1-2.2 2A12.6 12.6 0 0 1 3.5 5.2 2 2 0 0 1 5.5 3"/>',
  pin: '<path d="M10 17.5s5.5-4.6 5.5-9a5.5 5.5 0 0 0-11 0c0 4.4 5.5 9 5.5 9"/><circle cx="10" cy="8.5" r="2"/>',
  video: '<rect x="2.75" y="5.25" width="10" height="9.5" rx="2"/><path d="m12.75 9 4.5-2.5v7L12.75 11"/>',
} as const;

/** A line drawing beside words; never alone. */
export function icon(name: keyof typeof shapes): Html {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${raw(shapes[name])}</svg>`;
}

/** The length of a meeting as a share of the hour. */
export function ring(minutes: number): Html {
  const full = minutes >= 60;
  const angle = (minutes / 60) * 2 * Math.PI;
  const [x, y] = [10 + 7.25 * Math.sin(angle), 10 - 7.25 * Math.cos(angle)].map((value) => value.toFixed(2));
  const arc = `<path d="M10 2.75A7.25 7.25 0 ${minutes > 30 ? 1 : 0} 1 ${x} ${y}" stroke-width="2.5" stroke-linecap="butt"/>`;
  const circle = `<circle cx="10" cy="10" r="7.25" ${full ? 'stroke-width="2.5"' : 'opacity=".35"'}/>`;
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
    ${raw(full ? circle : circle + arc)}
  </svg>`;
}
